import type { TemplateResult } from 'lit';
import { checkedIcon } from '../icons/checked.ts';
import { dueIcon } from '../icons/due.ts';
import { lateExtendedIcon } from '../icons/late-extended.ts';
import { lateIcon } from '../icons/late.ts';
import { termPausedIcon } from '../icons/term-paused.ts';
import { warningIcon } from '../icons/warning.ts';
import type { due } from '../locale/due/vi.ts';
import { chip, type StatusLook } from '../parts/chip.ts';

/**
 * How something stands against its due date: `overdue` · `soon` at most two working days are left · `running` more are left ·
 * `paused` the term does not run · and once it is done `on-time`, `late`, or `late-extended` after the first date but within an
 * extension.
 */
export type DueClass = keyof typeof due.classes;

/** A due date as records carry it. */
export interface DueState {
  class: DueClass;
  /**
   * Working days left, without today (`0`: due today), or since the due date if `overdue`; counted by the calendar of the
   * record. Without it the chip says only which of the classes it is.
   */
  workingDays?: number | undefined;
}

/** How each class looks. `running` has no chip: a date that is far away needs no colour. */
export const dueLooks: Readonly<Record<Exclude<DueClass, 'running'>, StatusLook>> = {
  overdue: { icon: warningIcon, tone: 'danger' },
  soon: { icon: dueIcon, tone: 'warning' },
  paused: { icon: termPausedIcon, tone: 'neutral' },
  'on-time': { icon: checkedIcon, tone: 'success' },
  late: { icon: lateIcon, tone: 'danger' },
  'late-extended': { icon: lateExtendedIcon, tone: 'warning' },
};

/** What is said of a due date: “Quá 2 ngày”, “Hôm nay”, “Còn 1 ngày”. */
function dueWord({ class: name, workingDays }: DueState, texts: typeof due): string {
  if (workingDays === undefined) return texts.classes[name];
  if (name === 'overdue') return texts.overdue(workingDays);
  if (name === 'soon') return workingDays === 0 ? texts.today : texts.left(workingDays);
  return texts.classes[name];
}

/**
 * How urgent something is: a chip, or the plain date as long as more than two working days are left.
 * @param day - the due date in words, e.g. `04/12 (thứ Sáu)`
 */
export function dueChip(state: DueState, day: string, texts: typeof due): TemplateResult | string {
  return state.class === 'running' ? day : chip(dueLooks[state.class], dueWord(state, texts));
}

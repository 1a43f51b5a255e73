import type { TemplateResult } from 'lit';
import type { DueClass } from '@dvk/sdk/calendar';
import { checkedIcon } from '../icons/checked.ts';
import { dueIcon } from '../icons/due.ts';
import { lateExtendedIcon } from '../icons/late-extended.ts';
import { lateIcon } from '../icons/late.ts';
import { termPausedIcon } from '../icons/term-paused.ts';
import { warningIcon } from '../icons/warning.ts';
import type { due } from '../locale/due/vi.ts';
import { chip, plainState, type StatusLook } from '../parts/chip.ts';

/**
 * How something stands against its due date: as long as it is due, the class of the calendar; `paused` while the term does not
 * run; once it is done `on-time`, `late`, or `late-extended` after the first date but within an extension.
 */
export type DueStanding = DueClass | 'paused' | 'on-time' | 'late' | 'late-extended';

/** What a due date is like: what lists give as `timeLeft` with each record, or how it ended. */
export interface DueState {
  class: DueStanding;
  /** Working days left: 0 on the last day, negative once overdue. Without it the chip says only which class it is. */
  workingDays?: number | undefined;
}

/** How each looks. `in-time` has no chip: a date that is far away needs no colour. */
export const dueLooks: Readonly<Record<Exclude<DueStanding, 'in-time'>, StatusLook>> = {
  overdue: { icon: warningIcon, tone: 'danger' },
  soon: { icon: dueIcon, tone: 'warning' },
  paused: { icon: termPausedIcon, tone: 'neutral' },
  'on-time': { icon: checkedIcon, tone: 'success' },
  late: { icon: lateIcon, tone: 'danger' },
  'late-extended': { icon: lateExtendedIcon, tone: 'warning' },
};

/** The words for a number of days. */
type DayWords = Pick<typeof due, 'standings' | 'overdue' | 'today' | 'left'>;

/** What is said of a due date: “Quá 2 ngày”, “Hôm nay”, “Còn 1 ngày”. */
function dueWord({ class: name, workingDays }: DueState, texts: DayWords): string {
  if (name === 'overdue' && workingDays) return texts.overdue(-workingDays);
  if (name === 'soon' && workingDays !== undefined) return workingDays === 0 ? texts.today : texts.left(workingDays);
  return texts.standings[name];
}

/**
 * How urgent something is: a chip, or the plain date as long as more than two working days are left.
 * @param day - the due date in words, e.g. `04/12 (thứ Sáu)`
 */
export function dueChip(state: DueState, day: string, texts: DayWords): TemplateResult | string {
  return state.class === 'in-time' ? day : chip(dueLooks[state.class], dueWord(state, texts));
}

/** The same outside of lists, where there is room to say that working days are counted: “Còn 1 ngày làm việc”. */
export function dueChipInFull(state: DueState, day: string, texts: typeof due): TemplateResult | string {
  return dueChip(state, day, { ...texts, overdue: texts.overdueInFull, left: texts.leftInFull });
}

/**
 * The state of something beside its {@link dueChip}: in words alone where that is red, so that there is one chip, which says one
 * thing.
 */
export const stateBesideDue = (look: StatusLook, word: string, due: Pick<DueState, 'class'> | null): TemplateResult =>
  (due?.class === 'overdue' ? plainState : chip)(look, word);

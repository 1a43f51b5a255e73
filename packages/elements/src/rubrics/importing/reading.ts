import { placedNodes, type PlacedNode, type Rubric, type Finding, type RubricReading } from '@dvk/sdk/rubrics';
import { textIn } from '../../criteria/text-in.ts';
import type { FormState } from '../../internal/form-data.ts';
import { isFormState } from '../../internal/form-data.ts';
import { isRecord } from '../../internal/is-record.ts';
import type { Lang } from '../../locale/controller.ts';
import type { rubricImport } from '../../locale/rubric-import/vi.ts';

export type Doubt = RubricReading['doubts'][number];

/** What is kept of an import until it is published. */
export interface KeptImport {
  fileName: string;
  /** When the file was read, an instant. */
  readAt: string;
  reading: RubricReading;
  /** The doubts that the person has looked at, by {@link keyOf}. */
  seen: readonly string[];
  fields: FormState;
}

export function isKeptImport(state: unknown): state is KeptImport {
  if (!isRecord(state) || !isRecord(state['reading'])) return false;
  const { rubric, doubts } = state['reading'];
  return isRecord(rubric) && Array.isArray(doubts) && Array.isArray(state['seen']) && isFormState(state['fields']);
}

/** A doubt by what it says and where: the same in the file as it was corrected, where nothing of it has changed. */
export const keyOf = ({ code, table, row, address, text }: Doubt): string =>
  [code, table, row, address, text.vi].join(' ');

/** The doubts without what is a fault of the draft already. */
export function doubtsBeside(findings: readonly Finding[], doubts: readonly Doubt[]): readonly Doubt[] {
  return doubts.filter(({ code, pointer }) => !findings.some((each) => each.code === code && each.pointer === pointer));
}

/** Where something is in the file: “bảng 2, dòng 4, hàng 5, cột 3”. */
export function placeInFile({ table, row, address }: Doubt, texts: typeof rubricImport): string {
  return [table, address ?? (row === undefined ? undefined : texts.row(row))].filter(Boolean).join(', ');
}

/** Whether one pointer is within the other. */
const isWithin = (pointer: string, other: string) => pointer === other || pointer.startsWith(`${other}/`);

/** The line or group of a draft that a pointer is in. */
export function nodeAt(rubric: Rubric, pointer: string): PlacedNode | undefined {
  return placedNodes(rubric).findLast((placed) => isWithin(pointer, placed.pointer));
}

/** What a place of the draft is called in a link to it, and the pointer of its row; `undefined` where it is none of the table. */
export function placeInDraft(
  rubric: Rubric,
  pointer: string,
  texts: typeof rubricImport,
  lang: Lang,
): { name: string; pointer: string } | undefined {
  const placed = nodeAt(rubric, pointer);
  if (placed) return { name: placed.node.number ?? textIn(placed.node.title, lang), pointer: placed.pointer };
  const part = (['total', 'bonus', 'deduction', 'bands', 'conditions'] as const).find((each) =>
    isWithin(pointer, `/${each}`),
  );
  return part && { name: texts.partNames[part], pointer: `/${part}` };
}

/** Where in the file a fault of the draft was read, as far as a doubt about the same place says so. */
export function sourceOf({ pointer }: Finding, doubts: readonly Doubt[]): Doubt | undefined {
  return doubts.find(
    (each) =>
      each.pointer !== undefined &&
      (each.table !== undefined || each.address !== undefined) &&
      (isWithin(pointer, each.pointer) || isWithin(each.pointer, pointer)),
  );
}

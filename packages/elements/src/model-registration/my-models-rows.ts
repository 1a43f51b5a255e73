import {
  modelStatuses,
  nextFor,
  type DueRules,
  type ModelNext,
  type ModelStatus,
  type ModelSummary,
} from '@dvk/sdk/models';
import type { Role } from '@dvk/sdk/contract';
import type { GetPage } from '../list/loaded-rows.ts';

/** A model with what is due for it. */
export interface ModelRow {
  id: string;
  model: ModelSummary;
  next: ModelNext;
}

/** A registration that the person has begun. */
export interface DraftRow {
  id: string;
  draft: {
    title: string | null;
    savedAt: Date | string;
    /** Whether only this machine has it. */
    isLocal: boolean;
  };
}

/** What stands in the list of a unit's models. */
export type MyModelsRow = ModelRow | DraftRow;

/** What is to be done with a row, the most urgent first: the groups of the list. */
export const myModelsGroups = ['drafts', 'overdue', 'soon', 'due', 'waiting', 'nothing'] as const;
export type MyModelsGroup = (typeof myModelsGroups)[number];

export function groupOf(row: MyModelsRow): MyModelsGroup {
  if ('draft' in row) return 'drafts';
  const { next, urgency } = row.next;
  if (next === 'nothing') return 'nothing';
  if (next.startsWith('wait-')) return 'waiting';
  return urgency === 'overdue' || urgency === 'soon' ? urgency : 'due';
}

/** A model with what is due for somebody in these roles. */
export const modelRow = (model: ModelSummary, today: string, roles: readonly Role[], rules?: DueRules): ModelRow => ({
  id: model.id,
  model,
  next: nextFor(model, today, roles, rules),
});

/** Rows with the most urgent first, the others in their order. */
export function byUrgency(rows: readonly ModelRow[]): ModelRow[] {
  const rank = (row: ModelRow) => myModelsGroups.indexOf(groupOf(row));
  // What is not due on a day comes after what is.
  const day = ({ next }: ModelRow) => next.due ?? '9999';
  return [...rows].sort((a, b) => rank(a) - rank(b) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** The states of models by whether it is the turn of somebody in these roles, of somebody else, or of nobody. */
export function statusesByTurn(roles: readonly Role[]): {
  due: ModelStatus[];
  waiting: ModelStatus[];
  nothing: ModelStatus[];
} {
  const never = { startDate: '9999-01-01', assessmentDate: '9999-01-01', correctBy: null };
  const turns = { due: [] as ModelStatus[], waiting: [] as ModelStatus[], nothing: [] as ModelStatus[] };
  for (const status of modelStatuses) {
    const { next } = nextFor({ status, ...never }, '2000-01-01', roles);
    turns[next === 'nothing' ? 'nothing' : next.startsWith('wait-') ? 'waiting' : 'due'].push(status);
  }
  return turns;
}

/** Several lists as one: the pages of the first, then those of the next. Its cursor is the place of the list and the cursor there. */
export function oneAfterAnother<Row>(lists: readonly GetPage<Row>[]): GetPage<Row> {
  return async ({ limit, cursor = '0 ' }, signal) => {
    const space = cursor.indexOf(' ');
    const [at, within] = [Number(cursor.slice(0, space)), cursor.slice(space + 1)];
    const rest = within ? await lists[at]!({ limit, cursor: within }, signal) : undefined;
    if (rest?.nextCursor) return { items: rest.items, nextCursor: `${at} ${rest.nextCursor}` };
    const from = rest ? at + 1 : at;
    // All at once: most units have few models, and nothing is left for a further page.
    const pages = await Promise.all(lists.slice(from).map((list) => list({ limit }, signal)));
    const last = pages.findIndex(({ nextCursor }) => nextCursor !== null);
    const shown = last < 0 ? pages : pages.slice(0, last + 1);
    return {
      items: [...(rest?.items ?? []), ...shown.flatMap(({ items }) => items)],
      nextCursor: last < 0 ? null : `${from + last} ${pages[last]!.nextCursor}`,
    };
  };
}

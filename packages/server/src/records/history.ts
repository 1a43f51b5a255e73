import type { Actor, HistoryEvent } from '@dvk/sdk/contract';
import { and, desc, eq, like, lt, notInArray, notLike } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { events, type EventActor, type StoredEvent } from '../events/index.ts';
import { pageOf, type Page, type PageQuery } from '../http/paging.ts';
import type { Context } from '../http/route.ts';
import { find } from './find.ts';
import { subjectOf, type Records, type RecordTable } from './records.ts';

/** Who did something, for somebody who reads it. */
export function actorFor({ subject }: { subject: string | null }, actor: EventActor, names: UnitNames): Actor {
  const { roles, unitId } = actor;
  const self = actor.subject !== null && actor.subject === subject;
  return { roles: [...roles], unitId, unitName: names.get(unitId ?? '') ?? null, self };
}

type UnitNames = ReadonlyMap<string, string>;

/** What an area decides about the histories of its records. */
export interface HistoryRules<Row> {
  /** The kinds of events that this reader does not see, besides those of the ledger itself. */
  hidden?: (row: Row) => readonly string[];
  /** The reasons of these events, by sequence, where they are not in the events. */
  reasons?: (db: Queries, row: Row, found: readonly StoredEvent[]) => Promise<ReadonlyMap<number, string | null>>;
}

/** One page of the history of a record, newest first, for somebody who may see the record. */
export async function historyOfRecord<Table extends RecordTable>(
  records: Records<Table>,
  context: Context,
  id: string,
  query: PageQuery,
  { hidden = () => [], reasons }: HistoryRules<Table['$inferSelect']> = {},
): Promise<Page<HistoryEvent>> {
  const { db, session, services } = context;
  const { tenant } = session;
  const row = await find(records, context, id);
  const subject = subjectOf(records, id);
  const notShown = hidden(row);
  const { items, nextCursor } = await pageOf(
    context,
    `history of ${subject}`,
    query,
    (after, count) =>
      db
        .select()
        .from(events)
        .where(
          and(
            eq(events.tenant, tenant),
            eq(events.subject, subject),
            like(events.kind, `${records.area}.%`),
            // Written by the ledger when it takes a record as it stands.
            notLike(events.kind, '%.sealed'),
            notShown.length > 0 ? notInArray(events.kind, [...notShown]) : undefined,
            after && lt(events.sequence, Number(after[0])),
          ),
        )
        .orderBy(desc(events.sequence))
        .limit(count),
    ({ sequence }) => [sequence],
  );
  const found: StoredEvent[] = items;
  const names = await services.unitNames(
    db,
    tenant,
    found.flatMap(({ actor, data }) => [actor.unitId, textOf(data['unitId'])]),
  );
  const known = await reasons?.(db, row, found);
  return {
    items: found.map(({ sequence, kind, at, actor, data }) => ({
      sequence,
      kind,
      at,
      by: actorFor(session, actor, names),
      from: textOf(data['from']),
      to: textOf(data['to']),
      unitName: names.get(textOf(data['unitId']) ?? '') ?? null,
      reason: known ? (known.get(sequence) ?? null) : textOf(data['reason']),
      ...basisOf(data['basis']),
      ...fieldsOf(data['fields']),
    })),
    nextCursor,
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What an event says was changed. */
function fieldsOf(fields: unknown): { fields?: string[] } {
  return Array.isArray(fields) ? { fields: fields.filter((each) => typeof each === 'string') } : {};
}

/** A legal basis in words, with its number where its title does not say it. */
function basisOf(basis: unknown): { basis?: string } {
  const { title, number } = (basis ?? {}) as { title?: string; number?: string };
  if (!title) return {};
  return { basis: number && !title.includes(number) ? `${number} – ${title}` : title };
}

import { events as domainEvents, type DomainEvent } from '@dvk/sdk/api';
import type { MediaType } from '@dvk/sdk/attachments';
import * as z from 'zod/mini';
import { insertAll } from '../database/index.ts';
import type { EventActor, PastEvent } from '../events/index.ts';
import type { AreaImport } from './area.ts';
import { subjectOf, type Records, type RecordTable } from './records.ts';

/** Something that happened to a record before it was imported: an event of the catalogue, when it was, and who did it. */
export type HistoryEvent = DomainEvent & { at: string; actor: EventActor };

/** A file that an imported record carries. It is stored as it is given: nobody looks for macros or personal data in it. */
export interface ImportedFile {
  /** A UUID. */
  id: string;
  name: string;
  mediaType: MediaType;
  content: Uint8Array;
  /** RFC 3339 instant. */
  uploadedAt: string;
  uploadedBy: EventActor;
}

/** What every imported record has. */
export interface ImportedRecord {
  /** A UUID, for instance of version 8. */
  id: string;
  /** All that happened to it, oldest first; at least that it was made. */
  history: readonly HistoryEvent[];
  files?: readonly ImportedFile[];
}

/** A moment as the database gives it back: the ledger hashes it as text. */
export const inUtc = (moment: string): string => new Date(moment).toISOString();

/** The columns that every record has: a record has one version for each event. */
export function importedColumns(tenant: string, { id, history }: ImportedRecord) {
  return { tenant, id, version: history.length, createdAt: history[0]!.at, updatedAt: history.at(-1)!.at };
}

/** How records are imported whose columns are what is known of them, and `more` beside that. */
export function importRecords<Table extends RecordTable, Imported extends ImportedRecord>(
  { table }: Records<Table>,
  {
    more,
    ...checks
  }: Pick<AreaImport<Imported>, 'schema' | 'refersTo'> & {
    more(record: Imported): Partial<Table['$inferInsert']>;
  },
): AreaImport<Imported> {
  return {
    table,
    ...checks,
    add: ({ db, tenant }, imported) =>
      insertAll(
        db,
        table as RecordTable,
        imported.map((record) => {
          const { history: _, files: __, ...fields } = record;
          return { ...fields, ...more(record), ...importedColumns(tenant, record) };
        }),
      ),
  };
}

/**
 * The histories of records, for the ledger.
 *
 * @throws Error for a record without an event, one whose events are out of order or end in another state, or an event
 * unlike the catalogue or of other records
 */
export function importedHistory(records: { area: string }, imported: readonly ImportedRecord[]): PastEvent[] {
  return imported.flatMap(({ id, history, ...fields }) => {
    const subject = subjectOf(records, id);
    if (history.length === 0) throw new Error(`${subject} has no history: it needs the event that it was made with`);
    const events = history.map((event, index) => {
      const before = history[index - 1];
      if (before && inUtc(event.at) < inUtc(before.at))
        throw new Error(
          `The history of ${subject} is not in order: "${event.kind}" is older than what stands before it`,
        );
      if (!Object.hasOwn(domainEvents, event.kind) || !event.kind.startsWith(`${records.area}.`))
        throw new Error(`The history of ${subject} has "${event.kind}", which is no event of such a record`);
      const parsed = z.safeParse(domainEvents[event.kind] as z.ZodMiniType, event.data);
      if (!parsed.success)
        throw new Error(`The history of ${subject}, "${event.kind}": ${z.prettifyError(parsed.error)}`);
      return { ...event, at: inUtc(event.at), data: parsed.data, subject } as PastEvent;
    });
    const last = history.findLast(({ data }) => 'to' in data)?.data as { to: string } | undefined;
    if (last && 'status' in fields && last.to !== fields.status)
      throw new Error(`The history of ${subject} ends in another state than the record is in`);
    return events;
  });
}

import { applyDataRequestStep, type DataRequestEffect, type DataRequestStep } from '@dvk/sdk/personal-data';
import { and, arrayOverlaps, eq, inArray, ne } from 'drizzle-orm';
import { correctSender } from '../cases/correct.ts';
import { caseRecords, type CaseRow } from '../cases/table.ts';
import { appendEvents, type NewEvent, type RecordState } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { people } from '../people/table.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { findVersion } from '../records/find.ts';
import { partOf, subjectOf } from '../records/records.ts';
import { findRow } from '../records/rows.ts';
import { accept, update, updateRow } from '../records/write.ts';
import { settingsOf } from '../settings/in-force.ts';
import { eraseCases, lockCases } from './erase.ts';
import { textlessRequest } from './forget.ts';
import { eraseSubjects } from './subject.ts';
import { dataRequestRecords, dataRequests, type DataRequestRow } from './table.ts';
import { deleteResponses, instantsOf } from './traces.ts';

/** Refuses to touch what another officer alone may read. */
export function requireReadable(rows: readonly CaseRow[], { session }: Context): void {
  const other = rows.find(({ restrictedTo }) => restrictedTo !== null && restrictedTo !== session.subject);
  if (!other) return;
  throw new HttpProblem('transition-not-allowed', {
    detail: {
      vi: `Hồ sơ ${other.code} đang bị hạn chế xử lý: chỉ cán bộ được chỉ định đọc được. Gỡ hạn chế trước.`,
      en: `${other.code} is restricted: one other officer alone reads it. Lift the restriction first.`,
    },
  });
}

/** Who is to read restricted cases: somebody of the list of people, or whoever carries it out. */
async function readerOf(personId: string | undefined, { db, session }: Context): Promise<string> {
  if (personId === undefined) return session.subject!;
  const person = await findRow(db, people, { tenant: session.tenant, id: personId });
  if (!person?.subject || person.leftOn !== null) refuseFields([{ pointer: '/personId', code: 'unknown' }]);
  return person!.subject!;
}

const changed = (kind: NewEvent['kind'], row: CaseRow, state: RecordState = {}): NewEvent =>
  ({
    kind,
    data: {},
    subject: subjectOf(caseRecords, row.id),
    state: { ...partOf(caseRecords, row), ...state },
  }) as NewEvent;

/** Sets or takes away who alone reads cases; those that it changes nothing in are left as they are. */
async function restrict(context: Context, rows: readonly CaseRow[], to: string | null): Promise<void> {
  const kind = to === null ? 'case.restriction-lifted' : 'case.restricted';
  const events: NewEvent[] = [];
  for (const before of rows) {
    if (before.restrictedTo === to) continue;
    events.push(changed(kind, await updateRow(caseRecords, context, before, { restrictedTo: to })));
  }
  await appendEvents(context, events);
}

/** Those of the cases that no other request restricts. */
async function freed(context: Context, request: DataRequestRow, rows: readonly CaseRow[]): Promise<CaseRow[]> {
  const { db, session } = context;
  const others = await db
    .select({ caseIds: dataRequests.caseIds })
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.tenant, session.tenant),
        ne(dataRequests.id, request.id),
        arrayOverlaps(dataRequests.caseIds, request.caseIds),
        inArray(dataRequests.kind, ['restriction', 'objection']),
        inArray(dataRequests.status, ['carried-out', 'carried-out-in-part']),
      ),
    );
  const held = new Set(others.flatMap(({ caseIds }) => caseIds));
  return rows.filter(({ id }) => !held.has(id));
}

/** Does to the cases what a step brings about. */
async function carryOut(
  context: Context,
  request: DataRequestRow,
  rows: readonly CaseRow[],
  effect: DataRequestEffect,
): Promise<void> {
  switch (effect.do) {
    case 'nothing':
      return;
    case 'correct': {
      const events: NewEvent[] = [];
      for (const before of rows) {
        const { row, state } = await correctSender(context, before, effect.correction);
        events.push(changed('case.sender-corrected', row, state));
      }
      return appendEvents(context, events);
    }
    case 'erase':
      return eraseCases(context, rows, { what: effect.what, because: 'request', requestId: request.id });
    case 'restrict':
      return restrict(context, rows, await readerOf(effect.personId, context));
    case 'lift':
      return restrict(context, await freed(context, request, rows), null);
  }
}

/**
 * Takes a step of a request, with all that it brings about in its cases: one transaction, so that it is done in whole or not at
 * all. The cases are held first and the request after them, always in this order.
 */
export async function takeRequestStep(id: string, input: DataRequestStep, context: Context): Promise<DataRequestRow> {
  const { db, session, now } = context;
  const { tenant } = session;
  const before = await findVersion(dataRequestRecords, context, id);
  const rows = await lockCases(context, before.caseIds);
  const { deadlines } = await settingsOf(context);
  const { changes, effect, event } = accept(
    applyDataRequestStep(before, input, { actors: session.roles, now, deadlines, cases: rows }),
  );
  if (effect.do !== 'nothing' && effect.do !== 'lift') requireReadable(rows, context);
  const erasesAll = effect.do === 'erase' && effect.what === 'all';
  // Nobody else changes this version any more: whoever tries waits here, and then finds another one.
  const [held] = await db
    .select({ version: dataRequests.version })
    .from(dataRequests)
    .where(and(eq(dataRequests.tenant, tenant), eq(dataRequests.id, id)))
    .for('update');
  if (held?.version !== before.version) throw new HttpProblem('precondition-failed');
  if (erasesAll) await deleteResponses(db, tenant, await instantsOf(db, tenant, [subjectOf(dataRequestRecords, id)]));
  const gone = erasesAll ? await eraseSubjects(db, tenant, [id]) : {};
  await carryOut(context, before, rows, effect);
  const values = { ...changes, ...(erasesAll && textlessRequest({ ...before, ...changes })) };
  return update(dataRequestRecords, context, before, values, () => ({ event, parts: gone }));
}

import { audit, type AuditEvent, type LedgerCheck } from '@dvk/sdk/audit';
import { events as catalogue } from '@dvk/sdk/api';
import { startOfDayInVietnam } from '@dvk/sdk/text';
import { and, eq, gte, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { newId, oneAtATime } from '../database/index.ts';
import { actorSubject, events, takeAnchor, type StoredEvent } from '../events/index.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { enqueue } from '../queue/enqueue.ts';
import { findRow, listRows } from '../records/rows.ts';
import { checkJob, longestCheck } from './check-job.ts';
import { ledgerChecks, notBegun, type LedgerCheckRow } from './table.ts';

const kinds = Object.keys(catalogue);

/** The kinds of events that are asked for; `undefined` for all. */
function wantedKinds(area: readonly string[] | undefined, kind: readonly string[] | undefined): string[] | undefined {
  if (!area && !kind) return undefined;
  return kinds.filter(
    (each) => (!area || area.includes(each.slice(0, each.indexOf('.')))) && (!kind || kind.includes(each)),
  );
}

/** Events as they are told, with the names of people and units that stand there now. */
async function present(found: readonly StoredEvent[], { db, session, services }: Context): Promise<AuditEvent[]> {
  const { tenant } = session;
  const subjects = found.flatMap(({ actor }) => actor.subject ?? []);
  const people = await services.peopleNames(db, tenant, subjects);
  const units = await services.unitNames(
    db,
    tenant,
    found.map(({ actor }) => actor.unitId),
  );
  return found.map(({ position, at, kind, subject, actor, data }) => ({
    position,
    at,
    kind,
    subject,
    data,
    by: {
      subject: actor.subject,
      name: people.get(actor.subject ?? '') ?? null,
      roles: [...actor.roles],
      unitId: actor.unitId,
      unitName: units.get(actor.unitId ?? '') ?? null,
    },
  }));
}

function presentCheck({ startedAt, finishedAt, found, anchor, ...row }: LedgerCheckRow): LedgerCheck {
  const state = finishedAt !== null ? 'done' : startedAt !== null ? 'running' : 'waiting';
  return { ...row, state, startedAt, finishedAt, found: [...found], anchorAt: anchor?.at ?? null };
}

export const auditRoutes = [
  implement(audit.list, async ({ query }, context) => {
    const { area, kind, subject, actor, from, to } = query;
    const wanted = wantedKinds(area, kind);
    if (wanted?.length === 0) return { items: [], nextCursor: null };
    const { items, nextCursor } = await listRows(context, query, events, {
      by: ['at', 'position'],
      direction: 'descending',
      where: and(
        from === undefined ? undefined : gte(events.at, startOfDayInVietnam(from)),
        to === undefined ? undefined : lt(events.at, startOfDayInVietnam(to, 1)),
        actor === undefined ? undefined : sql`${actorSubject(events)} = ${actor}`,
        subject === undefined ? undefined : eq(events.subject, subject),
      ),
      ...narrowed(wanted, actor !== undefined || subject !== undefined),
    });
    return { items: await present(items, context), nextCursor };
  }),

  implement(audit.anchor, (_request, { db, session, services, now }) =>
    takeAnchor(db, services.keyring, session.tenant, new Date(now)),
  ),

  implement(audit.checks, async ({ query }, context) => {
    const { items, nextCursor } = await listRows(context, query, ledgerChecks, {
      by: ['askedAt', 'id'],
      direction: 'descending',
    });
    return { items: items.map(presentCheck), nextCursor };
  }),

  implement(audit.getCheck, async ({ params }, { db, session }) => {
    const row = await findRow(db, ledgerChecks, { tenant: session.tenant, id: params.id });
    if (!row) throw new HttpProblem('not-found');
    return presentCheck(row);
  }),

  implement(audit.check, async ({ body }, { db, session, now }) => {
    const { tenant } = session;
    if (body.anchor && body.anchor.tenant !== tenant) refuseFields([{ pointer: '/anchor/tenant', code: 'unknown' }]);
    // One that was given up does not stand in the way for ever.
    const since = new Date(Date.parse(now) - longestCheck * 1000).toISOString();
    await oneAtATime(db, 'ledger-check', tenant);
    const [running] = await db
      .select({ id: ledgerChecks.id })
      .from(ledgerChecks)
      .where(and(eq(ledgerChecks.tenant, tenant), isNull(ledgerChecks.finishedAt), gte(ledgerChecks.askedAt, since)))
      .limit(1);
    if (running) throw new HttpProblem('conflict', { detail: alreadyChecking });
    const id = newId();
    const [row] = await db
      .insert(ledgerChecks)
      .values({
        ...notBegun,
        tenant,
        id,
        askedAt: now,
        askedBy: session.name ?? session.subject,
        anchor: body.anchor ?? null,
      })
      .returning();
    await enqueue(db, checkJob, { checkId: id }, { tenant, key: id, now: new Date(now) });
    return presentCheck(row!);
  }),
];

const alreadyChecking = {
  vi: 'Nhật ký đang được kiểm tra. Xem kết quả khi kiểm tra xong',
  en: 'The ledger is being checked already: see what is found when it is done',
};

/** Kinds are read each in its order; beside one person or record they are looked at row by row. */
function narrowed(wanted: readonly string[] | undefined, isNarrow: boolean): { parts?: SQL[]; filter?: SQL } {
  if (!wanted) return {};
  const parts = wanted.map((kind) => eq(events.kind, kind));
  if (!isNarrow) return { parts };
  return { filter: inArray(events.kind, [...wanted]) };
}

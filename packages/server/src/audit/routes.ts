import { audit, type AuditEvent, type LedgerCheck } from '@dvk/sdk/audit';
import { events as catalogue } from '@dvk/sdk/api';
import { startOfDayInVietnam } from '@dvk/sdk/text';
import { and, eq, gte, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { newId, oneAtATime } from '../database/index.ts';
import { actorSubject, events, takeAnchor, UnsealedLedger, type StoredEvent } from '../events/index.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { enqueue } from '../queue/enqueue.ts';
import { findRow, listRows } from '../records/rows.ts';
import { checkJob, longestCheck } from './check-job.ts';
import { accountNames, pointedTo, recordNames } from './names.ts';
import { foundBy } from './search.ts';
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
  const programs = await accountNames(db, tenant, subjects);
  const units = await services.unitNames(
    db,
    tenant,
    found.map(({ actor }) => actor.unitId),
  );
  const records = await recordNames(
    db,
    tenant,
    found.map(({ subject }) => subject),
  );
  const names = await pointedTo(
    db,
    tenant,
    found.map(({ data }) => data),
  );
  return found.map(({ position, at, kind, subject, actor, data }) => ({
    position,
    at,
    kind,
    subject,
    subjectName: records.get(subject) ?? null,
    data,
    names: Object.fromEntries(
      Object.values(data)
        .flat()
        .flatMap((id) => {
          const name = names.get(id as string);
          return name === undefined ? [] : [[id as string, name]];
        }),
    ),
    by: {
      subject: actor.subject,
      name: people.get(actor.subject ?? '') ?? programs.get(actor.subject ?? '') ?? null,
      roles: [...actor.roles],
      unitId: actor.unitId,
      unitName: units.get(actor.unitId ?? '') ?? null,
    },
  }));
}

async function presentChecks(rows: readonly LedgerCheckRow[], { db, session }: Context): Promise<LedgerCheck[]> {
  const subjects = rows.flatMap(({ found }) => found.flatMap(({ subject }) => subject ?? []));
  const names = await recordNames(db, session.tenant, subjects);
  return rows.map(({ startedAt, finishedAt, found, anchor, ...row }) => ({
    ...row,
    state: finishedAt !== null ? 'done' : startedAt !== null ? 'running' : 'waiting',
    startedAt,
    finishedAt,
    found: found.map((fault) => {
      const subjectName = names.get(fault.subject ?? '');
      return subjectName === undefined ? fault : { ...fault, subjectName };
    }),
    anchorAt: anchor?.at ?? null,
  }));
}

export const auditRoutes = [
  implement(audit.list, async ({ query }, context) => {
    const { area, kind, subject, actor, q, from, to } = query;
    const wanted = wantedKinds(area, kind);
    if (wanted?.length === 0) return { items: [], nextCursor: null };
    const found = q === undefined ? undefined : await foundBy(context.db, context.session.tenant, q);
    const { items, nextCursor } = await listRows(context, query, events, {
      by: ['at', 'position'],
      direction: 'descending',
      where: and(
        from === undefined ? undefined : gte(events.at, startOfDayInVietnam(from)),
        to === undefined ? undefined : lt(events.at, startOfDayInVietnam(to, 1)),
        actor === undefined ? undefined : sql`${actorSubject(events)} = ${actor}`,
        subject === undefined ? undefined : eq(events.subject, subject),
      ),
      ...narrowed(wanted, actor !== undefined || subject !== undefined, found),
    });
    return { items: await present(items, context), nextCursor };
  }),

  implement(audit.get, async ({ params }, context) => {
    const row = await findRow(context.db, events, {
      tenant: context.session.tenant,
      position: Number(params.position),
    });
    if (!row) throw new HttpProblem('not-found');
    const [event] = await present([row], context);
    return event!;
  }),

  implement(audit.anchor, (_request, { db, session, services, now }) =>
    takeAnchor(db, services.keyring, session.tenant, new Date(now)).catch((error: unknown) => {
      throw error instanceof UnsealedLedger ? new HttpProblem('conflict', { detail: nothingToVouchFor }) : error;
    }),
  ),

  implement(audit.checks, async ({ query }, context) => {
    const { items, nextCursor } = await listRows(context, query, ledgerChecks, {
      by: ['askedAt', 'id'],
      direction: 'descending',
    });
    return { items: await presentChecks(items, context), nextCursor };
  }),

  implement(audit.getCheck, async ({ params }, context) => {
    const row = await findRow(context.db, ledgerChecks, { tenant: context.session.tenant, id: params.id });
    if (!row) throw new HttpProblem('not-found');
    return (await presentChecks([row], context))[0]!;
  }),

  implement(audit.check, async ({ body }, context) => {
    const { db, session, now } = context;
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
    return (await presentChecks([row!], context))[0]!;
  }),
];

const nothingToVouchFor = {
  vi: 'Phần cuối của nhật ký không khớp nên chưa lấy được bằng chứng. Kiểm tra nhật ký và xử lý những chỗ không khớp trước',
  en: 'The end of the ledger does not hold, so that no anchor can be taken: check the ledger and deal with what is found first',
};

const alreadyChecking = {
  vi: 'Nhật ký đang được kiểm tra. Xem kết quả khi kiểm tra xong',
  en: 'The ledger is being checked already: see what is found when it is done',
};

/**
 * What is looked for is read part by part, each in its order, and so are kinds; beside words, one person or record, kinds are looked at
 * row by row.
 */
function narrowed(
  wanted: readonly string[] | undefined,
  isNarrow: boolean,
  found: readonly SQL[] | undefined,
): { parts?: SQL[]; filter?: SQL } {
  const parts = found ?? (isNarrow ? undefined : wanted?.map((kind) => eq(events.kind, kind)));
  const isFiltered = wanted && (found !== undefined || isNarrow);
  return { ...(parts && { parts: [...parts] }), ...(isFiltered && { filter: inArray(events.kind, [...wanted]) }) };
}

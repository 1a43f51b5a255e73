import { importRubric, type ImportedRubric, type ImportOptions } from '@dvk/documents/rubrics';
import {
  applyPublication,
  applyRubricWithdrawal,
  checkRubric,
  classifyChange,
  rubricInForce,
  rubrics,
  servesYear,
} from '@dvk/sdk/rubrics';
import { and, eq, or, sql } from 'drizzle-orm';
import { bytesOf } from '../attachments/open-file.ts';
import { refuseFile } from '../attachments/refuse-file.ts';
import { newId, oneAtATime } from '../database/index.ts';
import { implement, implementPrepared, type Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { matching } from '../records/filters.ts';
import { findRow, listRows } from '../records/rows.ts';
import { accept, insert, update } from '../records/write.ts';
import { versionPart } from './decision-kind.ts';
import { presentVersion } from './present.ts';
import { addRubric, findRubric, versionsOf, type KnownVersion } from './store.ts';
import { decisionRecords, decisions, rubrics as table } from './table.ts';
import { touchedBy } from './touched.ts';

/** The rows of the versions that serve a year. */
function servingRows(versions: ReadonlyMap<string, readonly KnownVersion[]>, year: string) {
  const serving = [...versions.values()].flatMap((all) => all.filter(({ version }) => servesYear(version, all, year)));
  if (serving.length === 0) return sql`false`;
  return or(...serving.map(({ id, version }) => and(eq(table.id, id), eq(table.version, version))));
}

/** A version as it is told, after a decision on it. */
async function told({ id, version }: { id: string; version: string }, context: Context) {
  const { db, session } = context;
  const { tenant } = session;
  const versions = (await versionsOf(db, tenant, [id])).get(id)!;
  const rubric = await findRubric(db, tenant, id, version);
  return presentVersion(
    versions.find((each) => each.version === version)!,
    rubric!,
    versions,
    context,
  );
}

/** Reads a draft, in the caller's turn: a document unfolds to much. */
function readDraft(file: Blob, options: ImportOptions, { caller, services }: Context): Promise<ImportedRubric> {
  return services.fileQueues.inspection.run(caller, 1, async () =>
    importRubric(await bytesOf(file), options).catch(refuseFile),
  );
}

const deciderOf = ({ session }: Context) => session.name ?? session.subject;

export const rubricRoutes = [
  implement(rubrics.list, async ({ query }, context) => {
    const { db, session } = context;
    const versions = query.serves === undefined ? undefined : await versionsOf(db, session.tenant);
    const { items, nextCursor } = await listRows(context, query, table, {
      by: ['id', 'version'],
      where: matching(table, query, 'subject'),
      filter: versions && servingRows(versions, query.serves!),
    });
    const known = versions ?? (await versionsOf(db, session.tenant, [...new Set(items.map(({ id }) => id))]));
    return {
      items: items.map(({ id, version, document }) => {
        const all = known.get(id)!;
        return presentVersion(
          all.find((each) => each.version === version)!,
          document,
          all,
          context,
        );
      }),
      nextCursor,
    };
  }),

  implement(rubrics.get, async ({ params }, { db, session }) => {
    const rubric = await findRubric(db, session.tenant, params.id, params.version);
    if (!rubric) throw new HttpProblem('not-found');
    return rubric;
  }),

  implementPrepared(
    rubrics.read,
    ({ body, query }, context) => readDraft(body, { ...query }, context),
    async (_request, _context, draft) => draft,
  ),

  implement(rubrics.check, async ({ body }, context) => {
    const { db, session } = context;
    const { rubric, validFrom } = body;
    const findings = checkRubric(rubric);
    const versions = (await versionsOf(db, session.tenant, [rubric.id])).get(rubric.id) ?? [];
    const before = rubricInForce(versions, validFrom);
    const replaced = before && (await findRubric(db, session.tenant, rubric.id, before.version));
    const isSound = findings.every(({ severity }) => severity !== 'error');
    const change = replaced && isSound ? classifyChange(replaced, rubric) : null;
    return {
      findings,
      replaces: replaced ? presentVersion(before, replaced, versions, context) : null,
      change: change && { kind: change.kind, name: change.name, effects: change.effects },
      assessments: isSound ? await touchedBy(rubric, context) : { nothing: 0, recompute: 0, byHand: 0, touched: [] },
    };
  }),

  implement(rubrics.publish, async ({ body }, context) => {
    const { db, session, now } = context;
    const { tenant } = session;
    await oneAtATime(db, 'rubric', tenant, body.rubric.id);
    const versions = (await versionsOf(db, tenant, [body.rubric.id])).get(body.rubric.id) ?? [];
    const { changes, event } = accept(applyPublication(body, versions));
    const { rubric, reason, ...validity } = changes;
    const row = await addRubric(db, tenant, rubric, now, validity);
    const values = {
      id: newId(),
      rubricId: row.id,
      rubricVersion: row.version,
      reason,
      publishedBy: deciderOf(context),
    };
    await insert(decisionRecords, context, values, () => ({ event, parts: versionPart(row) }));
    return told(row, context);
  }),

  implement(rubrics.withdraw, async ({ params, body }, context) => {
    const { db, session, now } = context;
    const { tenant } = session;
    await oneAtATime(db, 'rubric', tenant, params.id);
    const row = await findRow(db, table, { tenant, ...params });
    if (!row) throw new HttpProblem('not-found');
    const named = { rubricId: row.id, rubricVersion: row.version };
    const decision = await findRow(db, decisions, { tenant, ...named });
    const { changes, event } = accept(
      applyRubricWithdrawal({ withdrawnAt: decision?.withdrawnAt ?? null }, { ...named, reason: body.reason, now }),
    );
    const withdrawn = { ...changes, withdrawnBy: deciderOf(context) };
    const entry = () => ({ event, parts: versionPart(row) });
    await (decision
      ? update(decisionRecords, context, decision, withdrawn, entry)
      : insert(decisionRecords, context, { ...named, ...withdrawn, id: newId() }, entry));
    return told(row, context);
  }),
];

import { caseLifecycle, cases, type CaseAction } from '@dvk/sdk/cases';
import { parseCode } from '@dvk/sdk/text';
import { appendEvent } from '../events/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import { implement, type Context } from '../http/route.ts';
import { chooseStep } from '../policy/index.ts';
import { dueDateFrom } from './due-date.ts';
import { presentPublicly, subjectOf } from './present.ts';
import { casePart, stepPart } from './record.ts';
import type { CaseRow } from './schema.ts';
import { hashCaseSecret } from './secrets.ts';
import { addStep, findCaseBySecret, updateCase } from './store.ts';

interface Proof {
  params: { code: string };
  headers: { 'case-secret': string };
}

/**
 * The case that code and secret open together. A malformed code, an unknown code and a wrong secret take the same way –
 * one hash, one look-up that finds nothing – and get the same answer, so that nobody can find out which codes exist.
 * The database compares hashes made with our key: how far one matches tells nothing that could be used.
 */
async function openCase({ params, headers }: Proof, { db, session, services }: Context): Promise<CaseRow> {
  const code = parseCode(params.code)?.code ?? '';
  const hash = hashCaseSecret(services.keyring, session.tenant, code, headers['case-secret']);
  const row = await findCaseBySecret(db, session.tenant, code, hash);
  if (!row) throw new HttpProblem('not-found');
  return row;
}

/** A step by the sender: what it changes, written down like every other. */
async function takeSenderStep(
  row: CaseRow,
  action: CaseAction,
  context: Context,
  changes: Parameters<typeof updateCase>[3],
  note: string | null,
): Promise<CaseRow> {
  const step = chooseStep(caseLifecycle, row.status, { action, reason: note ?? undefined }, ({ actors }) =>
    actors.includes('sender'),
  );
  const changed = await updateCase(context.db, row, context.now, { ...changes, status: step.to });
  // The sender names no version: two steps at once are rare, and the later one is simply sent again.
  if (!changed) throw new HttpProblem('request-in-progress', { headers: { 'retry-after': '1' } });
  const taken = await addStep(context.db, row, { action, status: step.to, at: context.now, unitName: null, note });
  await appendEvent(
    context,
    {
      subject: subjectOf(row.id),
      kind: `case.${action}`,
      data: { from: row.status, to: step.to },
      state: { ...casePart(changed), ...stepPart(taken) },
    },
    { subject: null, roles: ['sender'], unitId: null },
  );
  return changed;
}

export const trackingRoutes = [
  implement(cases.track, async (request, context) => presentPublicly(await openCase(request, context), context)),

  implement(cases.rate, async (request, context) => {
    const row = await openCase(request, context);
    return presentPublicly(await takeSenderStep(row, 'rate', context, { rating: request.body }, null), context);
  }),

  implement(cases.reopen, async (request, context) => {
    const row = await openCase(request, context);
    const { reason } = request.body;
    const changes = { ...reopened(row, context), statusReason: reason };
    return presentPublicly(await takeSenderStep(row, 'reopen', context, changes, reason), context);
  }),
];

/** A reopened case runs again, with a new term from now. */
export function reopened(row: CaseRow, { services, now }: Context) {
  return { ...dueDateFrom(services.deadlines, row.kind, now), answeredAt: null, reopenCount: row.reopenCount + 1 };
}

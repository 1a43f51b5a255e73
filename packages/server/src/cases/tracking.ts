import { cases, type CaseStepInput } from '@dvk/sdk/cases';
import { parseCode } from '@dvk/sdk/text';
import { and, eq } from 'drizzle-orm';
import { openFile } from '../attachments/open-file.ts';
import { findAttachment } from '../attachments/store.ts';
import type { AttachmentRow } from '../attachments/table.ts';
import { thumbnailOf } from '../attachments/thumbnails.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { applyOutcome } from '../records/change.ts';
import { belongsTo } from './answers.ts';
import { changeLink, findOwnCase } from './owner.ts';
import { receiptPaper } from './papers.ts';
import { presentPublicly } from './present.ts';
import { hashCaseSecret } from './secrets.ts';
import { outcomeOfStep } from './step-outcome.ts';
import { caseRecords, cases as table, type CaseRow } from './table.ts';

interface Proof {
  params: { code: string };
  headers: { 'case-secret'?: string | undefined };
}

/**
 * The case that code and secret open together. A malformed code, an unknown code and a wrong secret take the same way –
 * one hash, one look-up that finds nothing – and get the same response, so that nobody can find out which codes exist.
 * The database compares hashes made with our key: how far one matches tells nothing that could be used. Without a secret it is
 * the case of whoever is signed in, if they wished to find it so.
 */
export async function openCase({ params, headers }: Proof, context: Context): Promise<CaseRow> {
  const { db, session, services } = context;
  const { tenant } = session;
  const secret = headers['case-secret'];
  if (secret === undefined) {
    const own = await findOwnCase(context, params.code);
    if (!own) throw new HttpProblem('not-found');
    return own;
  }
  const code = parseCode(params.code)?.code ?? '';
  const hash = hashCaseSecret(services.keyring, tenant, code, secret);
  const [row] = await db
    .select()
    .from(table)
    .where(and(eq(table.tenant, tenant), eq(table.code, code), eq(table.secretHash, hash)));
  if (!row) throw new HttpProblem('not-found');
  return row;
}

/** A file of the case that code and secret open together, or of its answer. */
async function fileOf(request: Proof & { params: { id: string } }, context: Context): Promise<AttachmentRow> {
  const row = await openCase(request, context);
  const file = await findAttachment(context.db, context.session.tenant, request.params.id);
  if (!file || row.kind === 'denunciation' || !belongsTo(file.subject, row)) throw new HttpProblem('not-found');
  return file;
}

/** A step by the sender, who names no version: two steps at once are rare, and the later one is simply sent again. */
async function takeSenderStep(request: Proof, input: CaseStepInput, context: Context) {
  const before = await openCase(request, context);
  const outcome = await outcomeOfStep(before, input, ['sender'], context);
  const actor = { subject: null, roles: ['sender'], unitId: null };
  try {
    const row = await applyOutcome(caseRecords, context, before, outcome, actor);
    return await presentPublicly(row, context);
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.code !== 'precondition-failed') throw error;
    throw new HttpProblem('request-in-progress', { headers: { 'retry-after': '1' } });
  }
}

export const trackingRoutes = [
  implement(cases.link, async (request, context) => {
    await changeLink(await openCase(request, context), request.body.linked, context);
    return undefined;
  }),

  implement(cases.track, async (request, context) => presentPublicly(await openCase(request, context), context)),

  implement(cases.downloadFile, async (request, context) => openFile(await fileOf(request, context), context)),

  implement(cases.thumbnail, async (request, context) => thumbnailOf(await fileOf(request, context), context)),

  implement(cases.receipt, async (request, context) => {
    const row = await openCase(request, context);
    return receiptPaper(await presentPublicly(row, context), request.headers['case-secret'], context);
  }),

  implement(cases.rate, (request, context) =>
    takeSenderStep(request, { action: 'rate', rating: request.body }, context),
  ),

  implement(cases.reopen, (request, context) =>
    takeSenderStep(request, { action: 'reopen', reason: request.body.reason }, context),
  ),
];

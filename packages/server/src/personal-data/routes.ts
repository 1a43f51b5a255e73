import { heldDataPaper } from '@dvk/documents/templates';
import { openDataRequestStatuses, personalData, type DataRequestStatus } from '@dvk/sdk/personal-data';
import { parseCode } from '@dvk/sdk/text';
import { and, arrayContains, desc, eq, inArray, notInArray } from 'drizzle-orm';
import { caseRecords, cases } from '../cases/table.ts';
import { openCase } from '../cases/tracking.ts';
import { unsealSender } from '../cases/sender.ts';
import { implement, type Context } from '../http/route.ts';
import { paperFile } from '../papers/paper.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { dueIn } from '../records/due-range.ts';
import { matching } from '../records/filters.ts';
import { find, visible } from '../records/find.ts';
import { listRecords, newestFirst, type Section } from '../records/list.ts';
import { lockRecord } from '../records/record-read.ts';
import { settingsOf } from '../settings/in-force.ts';
import { heldData } from './held.ts';
import { presentPublic, presentRequest, presentSummaries, summaryFields } from './present.ts';
import { addRequest } from './receive.ts';
import { requireWholeTenant } from './rights.ts';
import { takeRequestStep } from './step.ts';
import { dataRequestRecords, dataRequests, isOpen, type DataRequestRow } from './table.ts';

/** The cases with these codes, as somebody who may read them wrote them down. */
async function casesWith(codes: readonly string[], context: Context): Promise<string[]> {
  const { db, session } = context;
  const wanted = codes.map((code) => parseCode(code)?.code ?? '');
  const rows = await db
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(and(visible(caseRecords, session), inArray(cases.code, wanted)));
  const byCode = new Map(rows.map(({ id, code }) => [code, id]));
  refuseFields(
    wanted.flatMap((code, index) =>
      byCode.has(code) && wanted.indexOf(code) === index
        ? []
        : [
            {
              pointer: `/caseCodes/${index}`,
              code: byCode.has(code) ? ('given-twice' as const) : ('unknown' as const),
            },
          ],
    ),
  );
  return wanted.map((code) => byCode.get(code)!);
}

const alreadyAsked = {
  vi: 'Yêu cầu này đã được gửi và đang được giải quyết. Xem kết quả trong mục tra cứu hồ sơ.',
  en: 'This was asked already and is being dealt with. See what becomes of it with the case.',
};

/** Every request about a case. */
const about = (tenant: string, caseId: string) =>
  and(eq(dataRequests.tenant, tenant), arrayContains(dataRequests.caseIds, [caseId]));

/** What is due first stands first, what needs nothing any more follows, the newest first. */
function sectionsOf(status: readonly DataRequestStatus[] | undefined, onlyDue: boolean): Section<DataRequestRow>[] {
  const isOpenStatus = (each: DataRequestStatus) => openDataRequestStatuses.includes(each);
  const ended = newestFirst<DataRequestRow>('receivedAt').map((section) => ({
    ...section,
    where: notInArray(dataRequests.status, [...openDataRequestStatuses]),
  }));
  return [
    ...(status && !status.some(isOpenStatus)
      ? []
      : [{ by: 'dueAt', direction: 'ascending', within: isOpen(dataRequests.status) } as const]),
    ...(onlyDue || status?.every(isOpenStatus) ? [] : ended),
  ];
}

export const requestRoutes = [
  implement(personalData.list, async ({ query }, context) => {
    requireWholeTenant(personalData.list, context);
    const { deadlines } = await settingsOf(context);
    const { items, nextCursor } = await listRecords(dataRequestRecords, context, query, {
      fields: summaryFields,
      sections: sectionsOf(query.status, query.due !== undefined),
      where: and(
        matching(dataRequests, query, 'kind', 'status'),
        dueIn(dataRequests.dueAt, query.due, deadlines, context.now),
      ),
    });
    return { items: await presentSummaries(items, context), nextCursor };
  }),

  implement(personalData.get, async ({ params }, context) => {
    requireWholeTenant(personalData.get, context);
    return presentRequest(await find(dataRequestRecords, context, params.id), context);
  }),

  implement(personalData.create, async ({ body }, context) => {
    requireWholeTenant(personalData.create, context);
    const { kind, channel, caseCodes, name, phone = null, email = null, address = null, words } = body;
    const caseIds = await casesWith(caseCodes, context);
    const subject = { name, phone, email, address, words };
    const row = await addRequest(context, { kind, channel, caseIds, identityMethod: null, subject });
    return presentRequest(row, context);
  }),

  implement(personalData.transition, async ({ params, body }, context) => {
    requireWholeTenant(personalData.transition, context);
    return presentRequest(await takeRequestStep(params.id, body, context), context);
  }),

  implement(personalData.heldData, async ({ params }, context) => {
    requireWholeTenant(personalData.heldData, context);
    return heldData(params.id, context);
  }),

  implement(personalData.heldDataPaper, async ({ params }, context) => {
    requireWholeTenant(personalData.heldDataPaper, context);
    const held = await heldData(params.id, context);
    return paperFile(heldDataPaper, () => ({ held }), `du-lieu-ca-nhan-${held.requestCode}`, context);
  }),

  implement(personalData.createOwn, async (request, context) => {
    const { db, session, services } = context;
    const row = await openCase(request, context);
    // One after the other: the same is not asked twice at once.
    await lockRecord(caseRecords, context, row.id);
    const { kind, words } = request.body;
    const [open] = await db
      .select({ id: dataRequests.id })
      .from(dataRequests)
      .where(and(about(session.tenant, row.id), eq(dataRequests.kind, kind), isOpen(dataRequests.status)))
      .limit(1);
    if (open) throw new HttpProblem('conflict', { detail: alreadyAsked });
    const sender = (await unsealSender(db, services.keyring, row)) ?? { name: null, phone: null, email: null };
    const bySecret = request.headers['case-secret'] !== undefined;
    const added = await addRequest(context, {
      kind,
      channel: 'web',
      caseIds: [row.id],
      identityMethod: bySecret ? 'case-secret' : 'signed-in',
      subject: { ...sender, address: null, words },
      actor: { subject: null, roles: ['sender'], unitId: null },
    });
    return (await presentPublic([added], context))[0]!;
  }),

  implement(personalData.own, async (request, context) => {
    const { db, session } = context;
    const row = await openCase(request, context);
    const rows = await db
      .select()
      .from(dataRequests)
      .where(about(session.tenant, row.id))
      .orderBy(desc(dataRequests.receivedAt), desc(dataRequests.id))
      .limit(50);
    return { items: await presentPublic(rows, context) };
  }),
];

import { caseLifecycle, cases, checkCaseStep, type CaseStepInput, type CaseSubmission } from '@dvk/sdk/cases';
import { dateInVietnam } from '@dvk/sdk/text';
import { setAttachments } from '../attachments/store.ts';
import { newId } from '../database/index.ts';
import { appendEvent } from '../events/index.ts';
import { requireVersion } from '../http/etag.ts';
import { pageOf } from '../http/paging.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { implement, type Context } from '../http/route.ts';
import { chooseStep, rolesTowards } from '../policy/index.ts';
import { refuseOtherProvince } from '../policy/province.ts';
import { findUnit, type UnitRow } from '../units/store.ts';
import { checkExtension, dueDateFrom, extendedTo } from './due-date.ts';
import { presentCase, subjectOf } from './present.ts';
import { casePart, senderPart, stepPart } from './record.ts';
import type { CaseRow } from './schema.ts';
import { hashCaseSecret, newCaseSecret } from './secrets.ts';
import {
  addStep,
  casePosition,
  caseSearchText,
  findCase,
  insertCase,
  listCases,
  nextCaseCode,
  sealSender,
  termStart,
  updateCase,
} from './store.ts';
import { reopened, trackingRoutes } from './tracking.ts';

/** Phản ánh, kiến nghị: how codes begin. */
export const codePrefix = { report: 'PA', proposal: 'KN' } as const satisfies Record<CaseSubmission['kind'], string>;

/** Who answers when no unit has the case. */
const receivingOffice = 'Bộ phận tiếp nhận';

async function find(id: string, { db, session }: Context): Promise<CaseRow> {
  const row = await findCase(db, session, id);
  if (!row) throw new HttpProblem('not-found');
  return row;
}

/** What a step changes besides the state; `unit` is the one a case is assigned to. */
function effectOf(row: CaseRow, input: CaseStepInput, unit: UnitRow | undefined, context: Context) {
  const { now } = context;
  switch (input.action) {
    case 'assign':
      return { unitId: unit!.id, unitName: unit!.name };
    case 'extend':
      return {
        ...extendedTo(input.until!, row),
        extensions: [...row.extensions, { until: input.until!, reason: input.reason!, at: now }],
      };
    case 'answer':
      return { answer: { text: input.answer!, at: now, unitName: row.unitName ?? receivingOffice }, answeredAt: now };
    case 'reopen':
      return reopened(row, context);
    default:
      return {};
  }
}

export const caseRoutes = [
  ...trackingRoutes,

  implement(cases.create, async ({ body }, context) => {
    const { db, session, now, services } = context;
    const { tenant } = session;
    refuseOtherProvince(body, services);
    const { attachments = [], senderName, senderPhone, senderEmail, consent: _, consentVersion, ...entered } = body;
    const id = newId();
    const secret = newCaseSecret();
    const due = dueDateFrom(services.deadlines, body.kind, now);
    const files = attachments.length > 0 ? await setAttachments(context, subjectOf(id), attachments) : {};
    const code = await nextCaseCode(db, tenant, codePrefix[body.kind], dateInVietnam(now));
    const row = await insertCase(db, {
      ...entered,
      ...due,
      tenant,
      id,
      version: 1,
      createdAt: now,
      updatedAt: now,
      code,
      secretHash: hashCaseSecret(services.keyring, tenant, code, secret),
      channel: 'web',
      status: 'received',
      receivedAt: now,
      extensions: [],
      reopenCount: 0,
      searchText: caseSearchText({ code, ...body }),
    });
    const sender = { name: senderName ?? null, phone: senderPhone ?? null, email: senderEmail ?? null };
    const told = senderName ?? senderPhone ?? senderEmail;
    const sealed = told === undefined ? {} : senderPart(await sealSender(db, services.keyring, row, sender));
    const first = await addStep(db, row, {
      action: 'receive',
      status: row.status,
      at: now,
      unitName: null,
      note: null,
    });
    await appendEvent(context, {
      subject: subjectOf(id),
      kind: 'case.receive',
      data: {
        to: row.status,
        code,
        kind: row.kind,
        consent: consentVersion ?? null,
        dueAt: row.dueAt,
        calendar: `${row.calendarId}@${row.calendarVersion}`,
      },
      state: { ...casePart(row), ...stepPart(first), ...sealed, ...files },
    });
    return { code, secret, receivedAt: row.receivedAt, dueAt: row.dueAt, dueExplanation: row.dueExplanation };
  }),

  implement(cases.list, ({ query }, context) =>
    pageOf(
      context,
      'cases',
      query,
      (after, count) => listCases(context.db, context.session, context.now, query, after, count),
      casePosition,
    ),
  ),

  implement(cases.get, async ({ params }, context) => presentCase(await find(params.id, context), context)),

  implement(cases.transition, async ({ params, body }, context) => {
    const { db, session, now, services } = context;
    const before = await find(params.id, context);
    requireVersion(before, context);
    const roles = rolesTowards(session, [before.unitId]);
    const step = chooseStep(caseLifecycle, before.status, body, ({ actors }) =>
      actors.some((actor) => actor !== 'sender' && roles.includes(actor)),
    );
    refuseFields(checkCaseStep(step, body));
    if (step.action === 'extend') {
      const [until, reason] = [body.until!, body.reason!];
      const startedAt = await termStart(db, before);
      refuseFields(checkExtension(services.deadlines, before, { until, reason, startedAt, now }));
    }
    const unit = body.unitId === undefined ? undefined : await findUnit(db, session.tenant, body.unitId);
    if (step.action === 'assign' && !unit) refuseFields([{ pointer: '/unitId', code: 'unknown' }]);
    const reason = body.reason ?? null;
    const row = await updateCase(db, before, now, {
      ...effectOf(before, body, unit, context),
      status: step.to,
      statusReason: reason,
    });
    if (!row) throw new HttpProblem('precondition-failed');
    const taken = await addStep(db, row, {
      action: step.action,
      status: step.to,
      at: now,
      unitName: row.unitName,
      note: reason,
    });
    await appendEvent(context, {
      subject: subjectOf(row.id),
      kind: `case.${step.action}`,
      data: { from: before.status, to: step.to, unitId: row.unitId, dueAt: row.dueAt, hasReason: reason !== null },
      state: { ...casePart(row), ...stepPart(taken) },
    });
    return presentCase(row, context);
  }),
];

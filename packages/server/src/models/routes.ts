import type { Endpoint } from '@dvk/sdk/contract';
import {
  checkRegistration,
  editableModelStatuses,
  modelLifecycle,
  models,
  type Model,
  type ModelRegistration,
} from '@dvk/sdk/models';
import { dateInVietnam } from '@dvk/sdk/text';
import { attachmentsOf, setAttachments } from '../attachments/store.ts';
import { newId, type Queries } from '../database/index.ts';
import { appendEvent } from '../events/index.ts';
import { etagOf, requireVersion } from '../http/etag.ts';
import { pageOf } from '../http/paging.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { implement, type Context } from '../http/route.ts';
import { actingUnit, chooseStep, requireRoleTowards, rolesTowards } from '../policy/index.ts';
import { refuseOtherProvince } from '../policy/province.ts';
import { findUnit, isWithin } from '../units/store.ts';
import { modelPart } from './record.ts';
import { subjectOf, type ModelRow } from './schema.ts';
import {
  findModel,
  insertModel,
  listModels,
  modelPosition,
  modelSearchText,
  nextModelCode,
  updateModel,
} from './store.ts';

const notConcluded = {
  vi: 'Chưa có kết quả thẩm định đã chốt của mô hình này.',
  en: 'No assessment of this model has been concluded yet.',
};

async function present(row: ModelRow, { db, session }: Context): Promise<Model> {
  const attachments = await attachmentsOf(db, session.tenant, subjectOf(row.id));
  return { ...row, attachments, etag: etagOf(row.version) };
}

async function find(id: string, { db, session }: Context): Promise<ModelRow> {
  const model = await findModel(db, session, id);
  if (!model) throw new HttpProblem('not-found');
  return model;
}

/** The columns that a registration fills. A unit registers for itself or for a unit under it, the secretariat for any. */
async function columnsOf(registration: ModelRegistration, { db, session, services }: Context, endpoint: Endpoint) {
  refuseOtherProvince(registration, services);
  refuseFields(checkRegistration(registration));
  const { attachments: _, unitId, unitName, ...entered } = registration;
  const unit = unitId === undefined ? undefined : await findUnit(db, session.tenant, unitId);
  const ownUnitId = actingUnit(session, endpoint);
  const refused =
    unitId !== undefined && (!unit || (ownUnitId !== null && !(await isWithin(db, session.tenant, unitId, ownUnitId))));
  if (refused) refuseFields([{ pointer: '/unitId', code: 'unknown' }]);
  const name = unit?.name ?? unitName!;
  return {
    ...entered,
    registrantName: registration.registrantName ?? null,
    address: registration.address ?? null,
    budget: registration.budget ?? null,
    tags: registration.tags ?? [],
    unitId: unit?.id ?? null,
    unitName: name,
    ownerUnitId: ownUnitId ?? unit?.id ?? null,
  };
}

/** Whether the council has concluded an assessment of a model. */
type IsConcluded = (db: Queries, tenant: string, modelId: string) => Promise<boolean>;

/** Routes of models. Recognition rests on a concluded assessment; which, the area of assessments knows. */
export const modelRoutes = (isConcluded: IsConcluded) => [
  implement(models.list, ({ query }, context) =>
    pageOf(
      context,
      'models',
      query,
      (after, count) => listModels(context.db, context.session, query, after, count),
      modelPosition,
    ),
  ),

  implement(models.get, async ({ params }, context) => present(await find(params.id, context), context)),

  implement(models.create, async ({ body }, context) => {
    const { db, session, now } = context;
    const columns = await columnsOf(body, context, models.create);
    const id = newId();
    const files = body.attachments?.length ? await setAttachments(context, subjectOf(id), body.attachments) : {};
    const code = await nextModelCode(db, session.tenant, dateInVietnam(now));
    const row = await insertModel(db, {
      ...columns,
      tenant: session.tenant,
      id,
      code,
      searchText: modelSearchText({ ...columns, code }),
      status: 'registered',
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await appendEvent(context, {
      subject: subjectOf(id),
      kind: 'model.registered',
      data: { to: row.status, code },
      state: { ...modelPart(row), ...files },
    });
    return present(row, context);
  }),

  implement(models.update, async ({ params, body }, context) => {
    const { db, session, now } = context;
    const before = await find(params.id, context);
    requireVersion(before, context);
    requireRoleTowards(session, models.update, [before.ownerUnitId, before.unitId]);
    if (!editableModelStatuses.includes(before.status)) throw new HttpProblem('transition-not-allowed');
    const { ownerUnitId: _, ...columns } = await columnsOf(body, context, models.update);
    const row = await updateModel(db, before, now, {
      ...columns,
      searchText: modelSearchText({ ...columns, code: before.code }),
    });
    if (!row) throw new HttpProblem('precondition-failed');
    const files = await setAttachments(context, subjectOf(row.id), body.attachments ?? []);
    await appendEvent(context, {
      subject: subjectOf(row.id),
      kind: 'model.corrected',
      data: { fields: changedFields(before, row), version: row.version },
      state: { ...modelPart(row), ...files },
    });
    return present(row, context);
  }),

  implement(models.transition, async ({ params, body }, context) => {
    const { db, session, now } = context;
    const before = await find(params.id, context);
    requireVersion(before, context);
    const roles = rolesTowards(session, [before.ownerUnitId, before.unitId]);
    const step = chooseStep(modelLifecycle, before.status, body, (each) =>
      each.roles.some((role) => roles.includes(role)),
    );
    if (step.action === 'recognise' && !(await isConcluded(db, session.tenant, before.id))) {
      throw new HttpProblem('transition-not-allowed', { detail: notConcluded });
    }
    const reason = body.reason ?? null;
    const row = await updateModel(db, before, now, { status: step.to, statusReason: reason });
    if (!row) throw new HttpProblem('precondition-failed');
    await appendEvent(context, {
      subject: subjectOf(row.id),
      kind: `model.${step.action}`,
      data: { from: before.status, to: row.status, reason },
      state: modelPart(row),
    });
    return present(row, context);
  }),
];

const bookkeeping = ['version', 'createdAt', 'updatedAt', 'searchText'];

/** Names, not values: what was written before and after is in nobody's way here, and may be personal. */
function changedFields(before: ModelRow, after: ModelRow): string[] {
  const names = Object.keys(after) as (keyof ModelRow)[];
  return names.filter(
    (name) => !bookkeeping.includes(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}

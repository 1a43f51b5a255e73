import type { Endpoint } from '@dvk/sdk/contract';
import { isRefused } from '@dvk/sdk/lifecycle';
import {
  applyCorrection,
  applyModelStep,
  applyRegistration,
  models,
  modelPolicy,
  modelStatuses,
  registrantKinds,
  type Model,
  type ModelRegistration,
} from '@dvk/sdk/models';
import { dateInVietnam, searchKey } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import { and, eq, or } from 'drizzle-orm';
import { setAttachments, withFiles } from '../attachments/store.ts';
import { deleteDraft } from '../drafts/store.ts';
import { newId, nextCode } from '../database/index.ts';
import { implement, type Context } from '../http/route.ts';
import { actingUnits, requireRoleTowards } from '../policy/index.ts';
import { refuseOtherProvince } from '../policy/province.ts';
import { refuseFields } from '../problems/problem.ts';
import { change } from '../records/change.ts';
import { countRecords } from '../records/count.ts';
import { matching } from '../records/filters.ts';
import { find } from '../records/find.ts';
import { historyOfRecord } from '../records/history.ts';
import { listRecords, newestFirst } from '../records/list.ts';
import { narrowed } from '../records/parts.ts';
import { subjectOf } from '../records/records.ts';
import { accept, insert } from '../records/write.ts';
import { settingsOf } from '../settings/in-force.ts';
import { findUnit, isWithin } from '../units/store.ts';
import { modelPaper } from './papers.ts';
import { modelRecords, models as table, type ModelRow } from './table.ts';

/** What a search in the list of models looks through. */
export function modelSearchText(
  model: Pick<ModelRow, 'code' | 'name' | 'unitName'> & {
    registrantName?: string | null | undefined;
    tags?: readonly string[] | undefined;
  },
): string {
  return searchKey([model.code, model.name, model.unitName, model.registrantName, ...(model.tags ?? [])].join(' '));
}

const present = (row: ModelRow, context: Context): Promise<Model> => withFiles(modelRecords, row, context);

/** The first of these units that another one is, or lies beneath. */
async function firstAbove({ db, session }: Context, unitId: string, units: readonly string[]) {
  for (const each of units) if (await isWithin(db, session.tenant, unitId, each)) return each;
  return undefined;
}

/**
 * The unit that a registration names, and the one that registers it. A unit registers for itself or for one under it, the
 * secretariat for any.
 */
async function registrarOf(
  body: ModelRegistration,
  context: Context,
  endpoint: Endpoint,
): Promise<{ ownUnitId: string | null; unit: Unit | undefined }> {
  refuseOtherProvince(body, context.services.presets);
  const { unitId } = body;
  const units = actingUnits(context.session, endpoint);
  if (unitId === undefined) return { ownUnitId: units?.[0] ?? null, unit: undefined };
  const unit = await findUnit(context.db, context.session.tenant, unitId);
  const ownUnitId = unit && units ? await firstAbove(context, unitId, units) : null;
  if (!unit || ownUnitId === undefined) refuseFields([{ pointer: '/unitId', code: 'unknown' }]);
  return { ownUnitId: ownUnitId ?? null, unit };
}

const unitFilter = ({ unitId }: { unitId?: string | undefined }) =>
  unitId ? or(eq(table.unitId, unitId), eq(table.ownerUnitId, unitId)) : undefined;

export const modelRoutes = [
  implement(models.list, ({ query }, context) => {
    const { q } = query;
    const { parts, where } = narrowed(table, query, 'status', 'field', 'registrantKind');
    return listRecords(modelRecords, context, query, {
      fields: [
        'id',
        'code',
        'status',
        'statusReason',
        'statusSince',
        'remarks',
        'correctBy',
        'registrantKind',
        'unitId',
        'unitName',
        'name',
        'field',
        'communeCode',
        'startDate',
        'assessmentDate',
        'endDate',
        'createdAt',
        'updatedAt',
      ],
      sections: newestFirst('createdAt', { byUnit: true, parts }),
      where,
      unitId: query.unitId,
      q,
    });
  }),

  implement(models.counts, ({ query }, context) =>
    countRecords(modelRecords, context, {
      facets: {
        status: { values: modelStatuses, of: table.status, chosen: query.status },
        registrantKind: {
          values: registrantKinds,
          of: table.registrantKind,
          chosen: query.registrantKind && [query.registrantKind],
        },
      },
      where: and(matching(table, query, 'field'), unitFilter(query)),
      q: query.q,
    }),
  ),

  implement(models.get, async ({ params }, context) => present(await find(modelRecords, context, params.id), context)),

  implement(models.registrationForm, async ({ params }, context) =>
    modelPaper(await present(await find(modelRecords, context, params.id), context), 'registration', context),
  ),

  implement(models.sheet, async ({ params }, context) =>
    modelPaper(await present(await find(modelRecords, context, params.id), context), 'sheet', context),
  ),

  implement(models.create, async ({ body }, context) => {
    const { db, session, now } = context;
    const { ownUnitId, unit } = await registrarOf(body, context, models.create);
    const day = dateInVietnam(now);
    const { model: prefix } = (await settingsOf(context)).values['code-prefixes'];
    const code = await nextCode(db, { tenant: session.tenant, scope: `model ${day}`, prefix, day, table });
    const { changes, event } = accept(applyRegistration(body, { unit, code }));
    const id = newId();
    const ids = body.attachments ?? [];
    if (body.draftId) await deleteDraft(context, body.draftId);
    const searchText = modelSearchText({ ...changes, code });
    const ownerUnitId = ownUnitId ?? unit?.id ?? null;
    const values = { ...changes, id, code, ownerUnitId, searchText };
    const row = await insert(modelRecords, context, values, async () => ({
      event,
      parts: ids.length > 0 ? await setAttachments(context, subjectOf(modelRecords, id), ids) : {},
    }));
    return present(row, context);
  }),

  implement(models.update, async ({ params, body }, context) => {
    const row = await change(modelRecords, context, params.id, async (before) => {
      requireRoleTowards(context.session, models.update, modelPolicy, before);
      const { unit } = await registrarOf(body, context, models.update);
      const outcome = applyCorrection(before, body, { unit });
      if (isRefused(outcome)) return outcome;
      const { changes, event } = outcome;
      return {
        changes: { ...changes, searchText: modelSearchText({ ...changes, code: before.code }) },
        event,
        parts: ({ id }) => setAttachments(context, subjectOf(modelRecords, id), body.attachments ?? []),
      };
    });
    return present(row, context);
  }),

  implement(models.history, ({ params, query }, context) => historyOfRecord(modelRecords, context, params.id, query)),

  implement(models.transition, async ({ params, body }, context) => {
    const { db, session, services, now } = context;
    const row = await change(modelRecords, context, params.id, async (before, roles) => {
      const concluded = await services.isConcluded(db, session.tenant, before.id);
      return applyModelStep(before, body, { roles, concluded, now });
    });
    return present(row, context);
  }),
];

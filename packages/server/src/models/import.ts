import { Model, type ModelState, type RegisteredFields } from '@dvk/sdk/models';
import * as z from 'zod/mini';
import { importedFields } from '../records/check-imported.ts';
import { importRecords, type ImportedRecord } from '../records/imported.ts';
import { modelSearchText } from './routes.ts';
import { modelRecords } from './table.ts';

/** A model to import, as it now stands. Whoever made it belongs to the unit that looks after it. */
export interface ImportedModel
  extends
    ImportedRecord,
    RegisteredFields,
    Pick<Model, 'code' | 'status' | 'statusReason'>,
    Partial<Pick<ModelState, 'statusSince' | 'remarks' | 'correctBy'>> {}

export const modelImport = importRecords(modelRecords, {
  schema: z.strictObject({
    ...z.omit(Model, { attachments: true, createdAt: true, updatedAt: true, etag: true }).shape,
    statusSince: z.optional(Model.shape.statusSince),
    remarks: z.optional(Model.shape.remarks),
    correctBy: z.optional(Model.shape.correctBy),
    ...importedFields,
  }),
  refersTo: ({ unitId, history }: ImportedModel) => [unitId, history[0]?.actor.unitId],
  more: (model: ImportedModel) => ({
    ownerUnitId: model.history[0]!.actor.unitId ?? model.unitId,
    searchText: modelSearchText(model),
  }),
});

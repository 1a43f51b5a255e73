import type { Model, RegisteredFields } from '@dvk/sdk/models';
import { importRecords, type ImportedRecord } from '../records/imported.ts';
import { modelSearchText } from './routes.ts';
import { modelRecords } from './table.ts';

/** A model to import, as it now stands. Whoever made it belongs to the unit that looks after it. */
export interface ImportedModel
  extends ImportedRecord, RegisteredFields, Pick<Model, 'code' | 'status' | 'statusReason'> {}

export const modelImport = importRecords(modelRecords, (model: ImportedModel) => ({
  ownerUnitId: model.history[0]!.actor.unitId ?? model.unitId,
  searchText: modelSearchText(model),
}));

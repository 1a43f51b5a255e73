import type { Model, RegisteredFields } from '@dvk/sdk/models';
import { importedColumns, type ImportedRecord } from '../records/imported.ts';
import { modelSearchText } from './routes.ts';
import type { ModelRow } from './table.ts';

/** A model to import, as it now stands. Whoever made it belongs to the unit that looks after it. */
export interface ImportedModel
  extends ImportedRecord, RegisteredFields, Pick<Model, 'code' | 'status' | 'statusReason'> {}

/** The row of an imported model. */
export function importedModel(tenant: string, model: ImportedModel): ModelRow {
  const { history, files: _, ...fields } = model;
  return {
    ...fields,
    ...importedColumns(tenant, model),
    ownerUnitId: history[0]!.actor.unitId ?? fields.unitId,
    searchText: modelSearchText(fields),
  };
}

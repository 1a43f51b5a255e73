import { filesParts } from '../attachments/store.ts';
import { recordKind } from '../records/kind.ts';
import { modelRecords } from './table.ts';

/** Models as their events vouch for them. */
export const modelKind = recordKind(modelRecords, filesParts);

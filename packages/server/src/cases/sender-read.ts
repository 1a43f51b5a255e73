import type { Context } from '../http/route.ts';
import { recordRead } from '../records/record-read.ts';
import { caseRecords, type CaseRow } from './table.ts';

/** Writes down that somebody has read who sent a case. */
export const recordSenderRead = ({ id }: Pick<CaseRow, 'id'>, context: Context): Promise<void> =>
  recordRead(caseRecords, id, 'case.sender-read', context);

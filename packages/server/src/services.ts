import type { DeadlineRules } from '@dvk/sdk/cases';
import type { FileQueues } from './attachments/file-queues.ts';
import type { UploadQuotaKeeper } from './attachments/quota.ts';
import type { Queries } from './database/index.ts';
import type { Cursors } from './http/cursors.ts';
import type { Records, RecordTable } from './records/records.ts';
import type { RubricCache } from './rubrics/store.ts';
import type { Keyring } from './secrets/keyring.ts';
import type { FileStorage } from './storage/index.ts';

/** What handlers and sweeps share; made once by `createServices`. */
export interface Services {
  keyring: Keyring;
  cursors: Cursors;
  /** Absent where no files are taken. */
  storage?: FileStorage | undefined;
  uploadQuota: UploadQuotaKeeper;
  fileQueues: FileQueues;
  deadlines: DeadlineRules;
  /** Code of the province served; absent where it is not one alone. */
  province?: string | undefined;
  rubrics: RubricCache;
  /** The records of all areas, by the first part of their subjects: a file is read by whoever may read its record. */
  records: ReadonlyMap<string, Records<RecordTable>>;
  /** Whether the council has concluded an assessment of a model: recognition rests on one. */
  isConcluded: (db: Queries, tenant: string, modelId: string) => Promise<boolean>;
}

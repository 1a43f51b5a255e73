import type { DeadlineRules } from '@dvk/sdk/cases';
import type { FileQueues } from './attachments/file-queues.ts';
import type { UploadQuotaKeeper } from './attachments/quota.ts';
import type { Cursors } from './http/cursors.ts';
import type { RubricCache } from './rubrics/store.ts';
import type { Keyring } from './secrets/keyring.ts';
import type { FileStorage } from './storage/index.ts';

/** What handlers share; made once by `createServer`. */
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
}

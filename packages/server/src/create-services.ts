import { legalTerms, vietnamCalendar, type TermRule, type WorkCalendar } from '@dvk/sdk/calendar';
import { receivingOffice } from '@dvk/sdk/cases';
import { authenticateKey } from './accounts/authenticate.ts';
import { countRecordsOf, maySee } from './areas/index.ts';
import { isConcluded } from './assessments/concluded.ts';
import { maxPixels } from './attachments/images.ts';
import { handOverCases, openCasesOf } from './cases/hand-over.ts';
import { runningCases } from './cases/running.ts';
import { Cursors } from './http/cursors.ts';
import type { Services } from './http/services.ts';
import { createFileQueues } from './load/file-queues.ts';
import { defaultUploadQuotas, UploadQuotaKeeper, type UploadQuotas } from './load/upload-quota.ts';
import { checkRoleSource } from './people/administrators.ts';
import { createAccess } from './people/access.ts';
import { createReachReader } from './people/reach.ts';
import { createRubricCache } from './rubrics/store.ts';
import { Keyring } from './secrets/keyring.ts';
import { createSettingsReader } from './settings/in-force.ts';
import { unitNames } from './units/store.ts';
import type { FileStorage } from './storage/index.ts';

export interface ServicesOptions {
  /**
   * The master secret: at least 32 characters or bytes. Losing it makes case secrets and sealed data unusable; with another one than the database was
   * made with every request is answered 503, see `verifySecretKey`.
   */
  secretKey: string | Uint8Array;
  /** Code of the one province served, e.g. `38`: what lies in another is refused. Without it all provinces are taken. */
  province?: string | undefined;
  /** The office that receives cases, as receipts and forms name it, and its telephone number. */
  office?: { name?: string | undefined; hotline?: string | undefined } | undefined;
  /** Where the contents of files are kept; without it no files are taken. */
  storage?: FileStorage;
  /** How much may be uploaded in a day, by one caller and in one tenant. */
  uploadQuotas?: Partial<UploadQuotas>;
  /** The working calendar of due dates: by default that of Vietnamese state bodies. */
  calendar?: WorkCalendar;
  /** Terms of law and regulation; a province puts its own after `legalTerms`. */
  terms?: readonly TermRule[];
}

/** Makes what handlers and jobs share. */
export function createServices(options: ServicesOptions): Services {
  const keyring = new Keyring(options.secretKey);
  const reach = createReachReader();
  const presets = {
    office: { name: options.office?.name ?? receivingOffice.vi, hotline: options.office?.hotline ?? null },
    calendar: options.calendar ?? vietnamCalendar,
    terms: options.terms ?? legalTerms,
    province: options.province,
  };
  return {
    keyring,
    cursors: new Cursors(keyring),
    storage: options.storage,
    uploadQuota: new UploadQuotaKeeper({ ...defaultUploadQuotas, ...options.uploadQuotas }, keyring),
    fileQueues: createFileQueues(maxPixels),
    presets,
    settings: createSettingsReader(presets),
    access: createAccess(reach),
    authenticateKey,
    reach,
    checkRoleSource,
    rubrics: createRubricCache(),
    maySee,
    isConcluded,
    runningCases,
    openCasesOf,
    handOverCases,
    countRecordsOf,
    unitNames,
  };
}

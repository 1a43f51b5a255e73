import { authenticateKey } from './accounts/authenticate.ts';
import { announceEvents } from './announce.ts';
import { countRecordsOf, maySee, recordKinds } from './areas/index.ts';
import { isConcluded } from './assessments/concluded.ts';
import { openAssessmentsBy } from './assessments/open-by-rubric.ts';
import { maxPixels } from './attachments/images.ts';
import { handOverCases, openCasesOf } from './cases/hand-over.ts';
import { countDue, runningCases } from './cases/running.ts';
import { verifyLedger } from './events/index.ts';
import { Cursors } from './http/cursors.ts';
import type { Services } from './http/services.ts';
import { createFileQueues } from './load/file-queues.ts';
import { defaultUploadQuotas, UploadQuotaKeeper, type UploadQuotas } from './load/upload-quota.ts';
import { createMailer, type MailOptions } from './mail/mailer.ts';
import { checkRoleSource } from './people/administrators.ts';
import { createAccess } from './people/access.ts';
import { peopleNames } from './people/names.ts';
import { createReachReader } from './people/reach.ts';
import { createRubricCache } from './rubrics/store.ts';
import { Keyring } from './secrets/keyring.ts';
import { createSettingsReader } from './settings/in-force.ts';
import { presetsOf, type PresetOptions } from './settings/presets.ts';
import { unitNames } from './units/store.ts';
import type { FileStorage } from './storage/index.ts';

export interface ServicesOptions extends PresetOptions {
  /**
   * The master secret: at least 32 characters or bytes. Losing it makes case secrets and sealed data unusable; with another one than the database was
   * made with every request is answered 503, see `verifySecretKey`.
   */
  secretKey: string | Uint8Array;
  /** Where the contents of files are kept; without it no files are taken. */
  storage?: FileStorage;
  /** A folder in which an anchor of each day's ledger is kept: one that who runs the server cannot change. */
  anchorDirectory?: string | undefined;
  /** A folder with the office's own templates of papers, `case-reply.docx` …, or a folder of them for each tenant. */
  templateDirectory?: string | undefined;
  /** The mail server by which people are told of what concerns them; without it they are told on the portal alone. */
  mail?: MailOptions | undefined;
  /** Hosts of closed networks that systems may be told of events at, over http too; else they are on the Internet alone. */
  webhookHosts?: readonly string[];
  /** How much may be uploaded in a day, by one caller and in one tenant. */
  uploadQuotas?: Partial<UploadQuotas>;
}

/** Makes what handlers and jobs share. */
export function createServices(options: ServicesOptions): Services {
  const keyring = new Keyring(options.secretKey);
  const reach = createReachReader();
  const presets = presetsOf(options);
  return {
    keyring,
    cursors: new Cursors(keyring),
    storage: options.storage,
    anchorDirectory: options.anchorDirectory,
    templateDirectory: options.templateDirectory,
    mail: options.mail && createMailer(options.mail),
    webhookHosts: options.webhookHosts ?? [],
    announce: announceEvents,
    uploadQuota: new UploadQuotaKeeper({ ...defaultUploadQuotas, ...options.uploadQuotas }, keyring),
    fileQueues: createFileQueues(maxPixels),
    presets,
    settings: createSettingsReader(presets),
    access: createAccess(reach),
    authenticateKey,
    reach,
    checkRoleSource,
    rubrics: createRubricCache(),
    openAssessmentsBy,
    maySee,
    isConcluded,
    runningCases,
    countDue,
    openCasesOf,
    handOverCases,
    countRecordsOf,
    unitNames,
    peopleNames,
    checkLedger: (wanted) => verifyLedger({ ...wanted, keyring, kinds: recordKinds }),
  };
}

import type { Assessment } from '@dvk/sdk/assessments';
import type { CaseTopic } from '@dvk/sdk/cases';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import type { Presets, RoleSource, RunningCase, TenantSettings } from '@dvk/sdk/settings';
import type { StoredUnit } from '@dvk/sdk/units';
import type { LRUCache } from 'lru-cache';
import type { Reach } from '@dvk/sdk/people';
import type { Logger } from 'pino';
import type { Identity } from '../auth/index.ts';
import type { Database, Queries } from '../database/index.ts';
import type { Announce, EventContext, Verification, VerifyOptions } from '../events/index.ts';
import type { FileQueues } from '../load/file-queues.ts';
import type { UploadQuotaKeeper } from '../load/upload-quota.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { FileStorage } from '../storage/index.ts';
import type { Cursors } from './cursors.ts';

/**
 * What handlers and jobs share; made once by `createServices`. It knows no area: what one area needs of another is a
 * function here.
 */
export interface Services {
  keyring: Keyring;
  cursors: Cursors;
  /** Absent where no files are taken. */
  storage?: FileStorage | undefined;
  /** Where an anchor of each day's ledger is kept. */
  anchorDirectory?: string | undefined;
  /** Where the office keeps its own templates of papers. */
  templateDirectory?: string | undefined;
  /** Sends mail; absent where no mail server is set. */
  mail?: Mailer | undefined;
  /** Hosts of closed networks that systems may be told of events at. */
  webhookHosts: readonly string[];
  /** Lets people and other systems know of events, see `announceJob`. */
  announce: Announce;
  uploadQuota: UploadQuotaKeeper;
  fileQueues: FileQueues;
  /** What the system was started with, such as the one province it serves; the settings of a tenant lie over it. */
  presets: Presets;
  /** The settings of a tenant that are in force on a day, `YYYY-MM-DD`. */
  settings: (query: { db: Queries; tenant: string; day: string }) => Promise<TenantSettings>;
  /** What somebody who signed in may do now, by their token and the list of people. */
  access: (identity: Identity, context: AccessContext) => Promise<Session>;
  /** The program that a service key belongs to. */
  authenticateKey: (key: string, tenant: string, context: AccessContext) => Promise<Identity>;
  /** What the units of a tenant reach on a day, `YYYY-MM-DD`. */
  reach: (db: Queries, tenant: string, day: string) => Promise<Reach>;
  /** Refuses a source of roles with which nobody could administer the tenant any more. */
  checkRoleSource: (source: RoleSource, asking: { db: Queries; session: Session; now: string }) => Promise<void>;
  /** Rubrics ready for scoring; see `findFrozenRubric`. */
  rubrics: LRUCache<string, Rubric>;
  /** The assessments by any version of a rubric that are not locked, some at a time. */
  openAssessmentsBy: (
    db: Queries,
    tenant: string,
    rubricId: string,
  ) => AsyncGenerator<
    readonly (Pick<Assessment, 'id' | 'rubricVersion' | 'unitName' | 'period' | 'lines'> & { subjectName: string })[]
  >;
  /** Whether somebody may see the record with this subject, `case/<id>`: its files are read by whoever may. */
  maySee: (asking: { db: Queries; session: Session }, subject: string) => Promise<boolean>;
  /** The open cases of a tenant whose term runs as the rules gave it. */
  runningCases: (db: Queries, tenant: string) => Promise<RunningCase[]>;
  /** How many open cases are due from one instant on and before another. */
  countDue: (db: Queries, tenant: string, from: string, before: string) => Promise<number>;
  /** The open cases of some units. */
  openCasesOf: (
    db: Queries,
    tenant: string,
    unitIds: readonly string[],
  ) => Promise<{ id: string; unitId: string; communeCode: string; topic: CaseTopic }[]>;
  /** Hands the open cases of units that have ended over to those that continue them; says how many. */
  handOverCases: (context: EventContext, unitIds: readonly string[], all: readonly StoredUnit[]) => Promise<number>;
  /** How many records some units have, by area. */
  countRecordsOf: (
    db: Queries,
    tenant: string,
    unitIds: readonly string[],
  ) => Promise<{ area: string; count: number }[]>;
  /** The names of units by id; ids may be missing and repeated. */
  unitNames: (db: Queries, tenant: string, ids: readonly (string | null)[]) => Promise<ReadonlyMap<string, string>>;
  /** The names of people of the list, by what the sign-in service calls them. */
  peopleNames: (db: Queries, tenant: string, subjects: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Checks the whole ledger of a tenant, and every record against it. */
  checkLedger: (
    options: Pick<VerifyOptions, 'database' | 'tenant' | 'anchor' | 'onFault' | 'onProgress'>,
  ) => Promise<Verification>;
  /** Whether the council has concluded an assessment of a model: recognition rests on one. */
  isConcluded: (db: Queries, tenant: string, modelId: string) => Promise<boolean>;
}

/** What is needed to find out what somebody may do. */
export interface AccessContext {
  database: Database;
  services: Services;
  now: string;
  log: Logger;
}

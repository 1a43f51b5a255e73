import type { LedgerCheck } from './schema.ts';

/** What events are about, in English. */
export const auditAreaNamesEn: Readonly<Record<string, string>> = {
  case: 'Reports and proposals',
  model: 'Models',
  assessment: 'Assessments',
  rubric: 'Rubrics',
  unit: 'Units',
  import: 'Imports of units',
  person: 'People',
  grant: 'Roles',
  account: 'Service accounts',
  setting: 'Settings',
  attachment: 'Files',
  job: 'Background jobs',
  audit: 'Checks of the ledger',
  ledger: 'The ledger',
  webhook: 'Receivers of events',
  'data-request': 'Requests about personal data',
  retention: 'Erasure at the end of retention',
};

/** How far a check of the ledger is, in English. */
export const ledgerCheckStateNamesEn: Readonly<Record<LedgerCheck['state'], string>> = {
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
};

import type { JobName } from './names.ts';
import type { JobState } from './schema.ts';

/** The states of a background job, in English. */
export const jobStateNamesEn: Readonly<Record<JobState, string>> = {
  waiting: 'Waiting',
  running: 'Running',
  retrying: 'To be tried again',
  done: 'Done',
  failed: 'Failed',
  'given-up': 'Given up',
};

/** The background jobs of the server by name, in English. */
export const jobNamesEn: Readonly<Record<JobName, string>> = {
  'attachments.remove-unattached': 'Remove files attached to no record',
  'attachments.remove-unfinished': 'Remove interrupted uploads',
  'attachments.delete-old-charges': 'Delete old figures of how much was uploaded',
  'cases.hand-over': 'Hand open cases over to the unit that follows',
  'drafts.delete-old': 'Delete drafts that nobody has changed for long',
  'imports.carry-out': 'Take in a table of units',
  'events.announce': 'Tell of what has just happened',
  'notices.daily': 'Remind people and gather the mail of the day',
  'notices.delete-old': 'Delete old notices',
  'notices.mail': 'Send mail',
  'webhooks.deliver': 'Tell another system of an event',
  'webhooks.delete-old': 'Delete old lists of what other systems were told',
  'database.maintain': 'Maintain the embedded database',
  'audit.check': 'Check the ledger',
  'audit.check-nightly': 'Check the ledger each night',
  'ledger.anchor': 'Keep a proof of the ledger',
  'session.delete-ended': 'Delete sessions of people that have ended',
  'requests.delete-old-limits': 'Delete old counts kept against floods of requests',
  'personal-data.remove-files': 'Remove the files of cases that were erased',
  'personal-data.retention': 'Erase personal data that was kept long enough',
  'requests.delete-old-responses': 'Delete old answers kept for requests sent twice',
};

import type { CaseAction, CaseStatus } from './lifecycle.ts';
import type { CaseKind, Channel, PublicCaseStep, Solution } from './schema.ts';
import type { CaseStageView } from './stages.ts';
import type { Timeliness } from './timeliness.ts';

export { caseTopicNamesEn } from '../contract/topic-names-en.ts';

/** The kinds of case, in English. */
export const caseKindNamesEn: Readonly<Record<CaseKind, string>> = {
  report: 'Report',
  proposal: 'Proposal',
  complaint: 'Complaint',
  denunciation: 'Denunciation',
};

/** The channels a case comes by, in English. */
export const channelNamesEn: Readonly<Record<Channel, string>> = {
  web: 'Web page',
  phone: 'Telephone',
  letter: 'Letter',
  'in-person': 'In person',
  app: 'Mobile application',
};

/** The states of a case, in English. */
export const caseStatusNamesEn: Readonly<Record<CaseStatus, string>> = {
  received: 'Received, to be sorted',
  ineligible: 'Not eligible',
  accepted: 'Accepted for handling',
  'in-progress': 'In progress',
  answered: 'Answered',
  reopened: 'Being handled again',
  closed: 'Closed',
};

/** The steps of a case, as they are offered to whom may take them, in English. */
export const caseActionNamesEn: Readonly<Record<CaseAction, string>> = {
  accept: 'Accept for handling',
  refuse: 'Refuse (not eligible)',
  assign: 'Pass to a unit',
  recall: 'Recall',
  'send-back': 'Send back (not competent)',
  'request-extension': 'Ask for an extension',
  extend: 'Extend',
  'decline-extension': 'Decline the extension',
  answer: 'Answer',
  close: 'Close',
  rate: 'Rate',
  reopen: 'Report as not solved',
};

/** The steps of a case, as its history tells of them, in English. */
export const caseStepNamesEn: Readonly<Record<PublicCaseStep['action'], string>> = {
  receive: 'Received',
  accept: 'Accepted for handling',
  refuse: 'Found not eligible',
  assign: 'Passed to a unit',
  recall: 'Taken back to be passed on anew',
  'send-back': 'Sent back by the unit: not competent',
  'request-extension': 'Extension asked for by the unit',
  extend: 'Due date extended',
  'decline-extension': 'Extension declined',
  answer: 'Answered',
  close: 'Closed',
  rate: 'Rated by the sender',
  reopen: 'Reported as not solved by the sender',
};

/** How far an answer solves the matter, in English. */
export const solutionNamesEn: Readonly<Record<Solution, string>> = {
  full: 'Solved',
  part: 'Solved in part, with a commitment',
};

/** How a case stands against its due date, in English. */
export const timelinessNamesEn: Readonly<Record<Timeliness, string>> = {
  'on-time': 'On time',
  late: 'Late',
  running: 'Within the term',
  overdue: 'Overdue',
};

/** The stages of a case as its sender sees them, in English. */
export const caseStageNamesEn: Readonly<Record<CaseStageView['stage'], string>> = {
  received: 'Received, to be sorted',
  accepted: 'Accepted',
  'in-progress': 'In progress',
  answered: 'Answered',
  closed: 'Closed',
  ineligible: 'Not eligible',
  reopened: 'In progress again',
};

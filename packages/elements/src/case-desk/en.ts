import { caseActionNamesEn, caseStatusNamesEn } from '@dvk/sdk/cases';
import { desk } from '../locale/desk/en.ts';
import type { caseDesk as vi } from './vi.ts';

export const caseDesk: typeof vi = {
  ...desk,
  title: 'Receiving and handling reports and proposals',
  signInFirst: 'Sign in with your unit’s account to handle reports and proposals.',
  notAllowed: 'This account may not handle cases. This page is for the people who do.',
  search: 'Code, words, place',
  noun: 'cases',
  open: 'To do',
  all: 'All',
  topic: 'Topic',
  what: 'What · where',
  code: 'Code',
  notDue: 'Nothing due',
  none: 'No case matches.',
  list: 'Cases',
  received: 'Received',
  place: 'Place',
  sender: 'Sender',
  anonymous: 'No contact given',
  commune: 'Commune',
  statuses: { ...caseStatusNamesEn, received: 'To be sorted', accepted: 'To be passed on' },
  steps: { ...caseActionNamesEn, refuse: 'Refuse', 'send-back': 'Not competent' },
  fields: {
    unitId: 'Responsible unit',
    until: 'Extend to',
    answer: 'Answer',
    attachments: 'Proof of what was done',
    solution: 'Outcome',
    reason: 'Reason (the sender will read it)',
  },
  innerReason: 'Reason (for the offices only, the sender does not read it)',
  suggestedForEach: 'Leave it empty to pass each case to the unit that is suggested for it.',
  nothingSuggested: 'There is no unit to suggest. Choose one.',
  passedTo: (unit) => `Passed to ${unit}`,
  personalData:
    'The text above seems to hold a phone number, an identity number or an email. Better remove it if it is not needed. You can send it as it is.',
  rating: (solved, attitude) => `Solved ${solved}/5, attitude ${attitude}/5`,
};

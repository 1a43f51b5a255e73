import type { personActionNames } from './names.ts';
import type { PersonState } from './schema.ts';

/** Where somebody of the list stands, in English. */
export const personStateNamesEn: Readonly<Record<PersonState, string>> = {
  invited: 'Has not signed in yet',
  active: 'At work',
  left: 'Has left',
};

/** What can be done with somebody of the list, in English. */
export const personActionNamesEn: Readonly<Record<keyof typeof personActionNames, string>> = {
  grant: 'Give a role',
  delegate: 'Delegate',
  end: 'End a role',
  leave: 'Leave',
  rejoin: 'Take back',
};

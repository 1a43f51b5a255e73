import type { DataRequestAction, DataRequestKind, DataRequestStatus } from './lifecycle.ts';
import type { RetentionKind } from './retention.ts';
import type { IdentityMethod } from './schema.ts';

/** What a person may ask for, in English. */
export const dataRequestKindNamesEn: Readonly<Record<DataRequestKind, string>> = {
  access: 'See and be given the data',
  correction: 'Correct the data',
  erasure: 'Erase the data',
  restriction: 'Restrict the use of the data',
  withdrawal: 'Take back consent',
  objection: 'Object to the use of the data',
};

/** The states of a request, in English. */
export const dataRequestStatusNamesEn: Readonly<Record<DataRequestStatus, string>> = {
  received: 'Received',
  'identity-checked': 'Identity checked',
  'carried-out': 'Carried out',
  'carried-out-in-part': 'Carried out in part',
  refused: 'Refused',
  lifted: 'Restriction lifted',
};

/** The steps of a request, in English. */
export const dataRequestActionNamesEn: Readonly<Record<DataRequestAction, string>> = {
  'check-identity': 'Check identity',
  extend: 'Extend',
  'carry-out': 'Carry out',
  'carry-out-in-part': 'Carry out in part',
  refuse: 'Refuse',
  lift: 'Lift the restriction',
};

/** How it was made sure who asks, in English. */
export const identityMethodNamesEn: Readonly<Record<IdentityMethod, string>> = {
  'case-secret': 'Had the secret of the case',
  'signed-in': 'Signed in, and the case is theirs',
  'identity-card-shown': 'Showed an identity document',
  'called-back': 'Called back at the number in the case',
  representative: 'A lawful representative',
};

/** What is erased after a time, in English. */
export const retentionKindNamesEn: Readonly<Record<RetentionKind, string>> = {
  'case-sender': 'Who sent a report or proposal',
  'case-content': 'Text and files of a report or proposal',
  'data-request': 'Who asked for something about their data',
  'unit-import': 'Tables of units that were taken in',
  'notice-wishes': 'Wishes about notices that nobody has any more',
};

import type { settingsForms as vi } from './vi.ts';

export const settingsForms: typeof vi = {
  change: 'Change',
  inForce: 'The value in force',
  nothingChanged: 'nothing is changed yet',
  by: 'Changed by',
  reason: 'Reason',
  validity: 'In force',
  vietnamese: (name) => `${name} (in Vietnamese)`,
  english: (name) => `${name} (in English)`,
  officeName: 'Name of the receiving office',
  officeNameHint: 'As forms and receipts name it.',
  hotline: 'Hotline',
  noHotline: 'None',
  prefixes: { report: 'Reports', proposal: 'Proposals', model: 'Models' },
  prefixHint: '1 to 4 capital letters, without I, L, O, U. Codes that were given stay.',
  prefixExample: (prefix) => `${prefix}, such as ${prefix}-261130-0001`,
  sources: { tokens: 'The sign-in service of the province', list: 'The list of people here', both: 'Both together' },
  sourceHints: {
    tokens: 'The sign-in service gives the roles; the list here has no effect.',
    list: 'Only the roles of the list count. At least one administrator of the list must have signed in.',
    both: 'Somebody has a role if either gives it to them.',
  },
  source: 'Roles come from',
  consent: 'What the sender agrees to',
  rights: 'Rights of the sender',
  reader: (number) => `Who reads what, line ${number}`,
  addReader: 'Add a line of who reads what',
  removeReader: (number) => `Remove line ${number}`,
  noticeNote:
    'Each change is a new version of the notice; cases that were sent keep the one that the sender agreed to.',
};

import { settingNamesEn } from '@dvk/sdk/settings';
import type { settings as vi } from './vi.ts';

export const settings: typeof vi = {
  title: 'Settings',
  signInFirst: 'Sign in as an administrator to see and change the settings.',
  notAllowed:
    'This account may not see the settings. This page is for administrators, the standing office and supervisors.',
  names: settingNamesEn,
  shortNames: { ...settingNamesEn, topics: 'Topics', 'privacy-notice': 'Personal data' },
  search: 'Find a setting',
  list: 'Settings',
  none: 'No setting matches. Try another word, such as “holiday”.',
  readOnly: 'To read only. An administrator of the province can change the settings.',
  noSetting: 'There is no such setting. The link may be wrong or old. Choose one of the list.',
  words: {
    calendar: 'days off holidays make-up days swapped working days weekend iCalendar',
    terms: 'due dates days extension pause legal basis regulation',
    office: 'authority hotline telephone reception',
    topics: 'subjects kinds examples form reports proposals',
    'privacy-notice': 'consent privacy protection rights sender who reads',
    'code-prefixes': 'prefix letters tracking code PA KN MH',
    'role-source': 'rights sign-in accounts list of people token',
    'house-style': 'spelling tone marks papers Party state form of address',
    thresholds: 'due soon remind days difference reason idle letters',
    notices: 'mail reminders texts told',
  },
};

import type { SettingName } from './values.ts';

/** The settings, in English. */
export const settingNamesEn: Readonly<Record<SettingName, string>> = {
  calendar: 'Working calendar',
  terms: 'Terms',
  office: 'Receiving office',
  topics: 'Topics of reports and proposals',
  'privacy-notice': 'Notice on personal data',
  'code-prefixes': 'First letters of codes',
  'role-source': 'Where roles come from',
  'house-style': 'How the office writes',
  notices: 'Notices that are sent',
  thresholds: 'Limits and reminders',
  retention: 'How long personal data is kept',
  'processing-register': 'Register of processing of personal data',
};

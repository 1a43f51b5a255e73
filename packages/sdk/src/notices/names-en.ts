import type { NoticeTopic } from './occasions.ts';
import type { MailWish } from './mail-wishes.ts';

/** What notices are about, in English. */
export const noticeTopicNamesEn: Readonly<Record<NoticeTopic, string>> = {
  cases: 'Reports and proposals',
  models: 'Models',
  assessments: 'Scoring',
  plans: 'Plans and tasks',
  roles: 'My roles',
  system: 'Running the system',
};

/** How mail comes, in English. */
export const mailWishNamesEn: Readonly<Record<MailWish, string>> = {
  'as-usual': 'As usual',
  daily: 'All in one a day',
  never: 'No mail',
};

import type { personFields } from './events.ts';

/** What is known of somebody of the list, in English. */
export const personFieldNamesEn: Readonly<Record<(typeof personFields)[number], string>> = {
  name: 'Full name',
  title: 'Position',
  unitId: 'Works for',
  invitation: 'Signs in as',
};

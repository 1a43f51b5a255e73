import type { scopeAreas } from './schema.ts';

/** The areas that programs may be let into, in English. */
export const scopeAreaNamesEn: Readonly<Record<(typeof scopeAreas)[number], string>> = {
  assessments: 'Assessments',
  attachments: 'Attachments',
  cases: 'Reports and proposals',
  models: 'Models',
  plans: 'Plans',
  rubrics: 'Rubrics',
  settings: 'Settings',
  units: 'Units',
};

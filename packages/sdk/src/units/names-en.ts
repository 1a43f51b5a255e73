import type { UnitKind } from './schema.ts';

/** The kinds of unit, in English. */
export const unitKindNamesEn: Readonly<Record<UnitKind, string>> = {
  'party-committee': 'Party committee',
  'party-cell': 'Party cell',
  department: 'Department of the province',
  'commune-committee': 'People’s committee of a commune',
  'public-service-unit': 'Public service unit',
  enterprise: 'Enterprise',
  'fatherland-front': 'Fatherland Front',
  'mass-organisation': 'Mass organisation',
  'residential-area': 'Residential area',
  'armed-force': 'Armed force',
  'central-unit': 'Unit of the central government',
};

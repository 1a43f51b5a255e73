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

/** What is known of a unit, in English, by the names of the fields in events. */
export const unitFieldNamesEn: Readonly<Record<string, string>> = {
  name: 'Name',
  code: 'Code',
  kind: 'Kind of unit',
  partyParentId: 'Above it in the Party',
  administrativeParentId: 'Above it in the administration',
  validFrom: 'First day',
  validTo: 'Last day',
  identificationCode: 'Identification code',
  placeCode: 'Area',
  topics: 'Topics',
  externalId: 'Code in another system',
  address: 'Address',
  phone: 'Telephone',
  email: 'Email',
  formerStates: 'Former names and places',
};

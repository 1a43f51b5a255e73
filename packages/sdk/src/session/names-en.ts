import type { Role } from '../contract/roles.ts';

/** The roles, in English. */
export const roleNamesEn: Readonly<Record<Role, string>> = {
  anonymous: 'Visitor',
  citizen: 'Citizen',
  'unit-officer': 'Unit officer',
  'unit-leader': 'Unit leader',
  appraiser: 'Appraiser',
  secretariat: 'Secretariat',
  inspector: 'Inspector',
  administrator: 'Administrator',
};

/** Roles of the people who call the API. One person may hold several roles; a signed-out visitor holds `anonymous` alone. */
export const roles = [
  'anonymous',
  'citizen',
  'unit-officer',
  'unit-leader',
  'appraiser',
  'secretariat',
  'inspector',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** Roles of people who work for the movement. */
export const staff = [
  'unit-officer',
  'unit-leader',
  'appraiser',
  'secretariat',
  'inspector',
  'administrator',
] as const satisfies Role[];
/** Roles of people who work for one unit. */
export const unitStaff = ['unit-officer', 'unit-leader'] as const satisfies Role[];
/** Everybody, signed in or not. */
export const everyone = roles;

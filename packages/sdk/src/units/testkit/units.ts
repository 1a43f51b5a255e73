import type { StoredUnit } from '../stored-unit.ts';

/** A unit whose id and code are its name, of since the middle of 2025. */
export function unit(name: string, changes: Partial<StoredUnit> = {}): StoredUnit {
  return {
    id: name,
    code: name,
    name,
    kind: 'department',
    partyParentId: null,
    administrativeParentId: null,
    placeCode: null,
    topics: [],
    validFrom: '2025-07-01',
    validTo: null,
    externalId: null,
    address: null,
    phone: null,
    email: null,
    identificationCode: null,
    formerStates: [],
    successorIds: [],
    ...changes,
  };
}

/** A unit below another one in the administrative tree. */
export const below = (parent: string, name: string, changes: Partial<StoredUnit> = {}): StoredUnit =>
  unit(name, { administrativeParentId: parent, ...changes });

export {
  applyAddition,
  applyEnding,
  applyFirstSignIn,
  applyGrant,
  applyLeaving,
  applyPersonChange,
  applyReturn,
  endingWith,
  stateOf,
  type Giver,
  type PersonRecord,
} from './apply.ts';
export type { Ending } from './events.ts';
export { personActionNamesEn, personStateNamesEn } from './names-en.ts';
export { personActionNames, personStateNames } from './names.ts';
export {
  grantHolds,
  holdsOn,
  mergeRights,
  itselfAlone,
  reachOn,
  rightsOn,
  unitsOfGrant,
  type GrantTerms,
  type HeldGrant,
  type Reach,
  type UnitPlace,
} from './reach.ts';
export { basisOf, checkGrant, grantingRoles, placeOfRole, type OwnGrant } from './rules.ts';
export { Grant, NewGrant, NewPerson, Person, PersonChange, personStates, type PersonState } from './schema.ts';
export { endpoints as people } from './contract.ts';

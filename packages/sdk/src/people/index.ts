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
export { personFields, type Ending } from './events.ts';
export { personFieldNamesEn } from './field-names-en.ts';
export { personFieldNames } from './field-names.ts';
export { personActionNamesEn, personStandingNamesEn, personStateNamesEn } from './names-en.ts';
export { personActionNames, personStandingNames, personStateNames } from './names.ts';
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
export { leftWithout } from './left-without.ts';
export {
  EndingEffect,
  Grant,
  ListedPerson,
  NewGrant,
  NewPerson,
  Person,
  PersonChange,
  personStates,
  type PersonState,
} from './schema.ts';
export {
  endsSoon,
  isIdle,
  personStandings,
  standingsOf,
  usualIdleDays,
  usualRoleEndsSoonDays,
  type PersonStanding,
} from './standing.ts';
export { endpoints as people } from './contract.ts';

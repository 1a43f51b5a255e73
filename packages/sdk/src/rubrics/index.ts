export * from './schema.ts';
export * from './publication.ts';
export { applyPublication, applyRubricWithdrawal, checkPublication } from './apply.ts';
export {
  rubricInForce,
  rubricStateOn,
  rubricStates,
  servesYear,
  type RubricStanding,
  type RubricState,
} from './standing.ts';
export { MAX_DEPTH, MAX_NODES } from './limits.ts';
export { checkRubric, publishRubric } from './check.ts';
export { type Finding } from './finding.ts';
export { checkFormula, type FormulaFault } from './formula.ts';
export { applyOverlay, forSubject, type VariantSubject } from './overlay.ts';
export { diffRubrics, type RubricDifference } from './diff.ts';
export {
  carryOver,
  changeKinds,
  classifyChange,
  type AssessmentToCheck,
  type ChangeKind,
  type ChangeEffect,
  type RubricChange,
} from './change.ts';
export { message, refuse, refuseTooLarge, type MessageValue } from './message.ts';
export { criteriaOf, maxOf, partsOf, placedNodes, type PlacedNode, type RubricPart } from './tree.ts';
export { freezeRubric } from './frozen.ts';
export * from './names-en.ts';
export * from './names.ts';
export { endpoints as rubrics } from './contract.ts';
export { bacKan2017 } from './data/bac-kan-2017.ts';
export { illustrativeModel } from './data/illustrative-model.ts';
export { illustrativeUnit } from './data/illustrative-unit.ts';
export { tayNinh2022 } from './data/tay-ninh-2022.ts';

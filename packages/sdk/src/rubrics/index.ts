export * from './schema.ts';
export { MAX_DEPTH, MAX_NODES } from './limits.ts';
export { freezeRubric } from './frozen.ts';
export { formatPoints } from './points.ts';
export { rubrics } from './contract.ts';
export { bacKan2017 } from './data/bac-kan-2017.ts';
export { illustrativeModel } from './data/illustrative-model.ts';
export { illustrativeUnit } from './data/illustrative-unit.ts';
export { tayNinh2022 } from './data/tay-ninh-2022.ts';

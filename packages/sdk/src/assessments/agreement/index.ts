export { krippendorffAlpha, type Metric } from './krippendorff.ts';
export { icc, type IccForm, type IccForms } from './icc.ts';
export { kendallW, type Concordance } from './kendall.ts';
export { fleissKappa, weightedKappa, type KappaWeights } from './kappa.ts';
export { aggregate, type Aggregation } from './aggregate.ts';
export { appraiserSeverity, outlierLines, type OutlierLine, type Severity } from './severity.ts';
export { composite, normalise, type Combination, type Normalisation } from './composite.ts';
export { sensitivity, type Robustness, type SensitivitySettings } from './sensitivity.ts';

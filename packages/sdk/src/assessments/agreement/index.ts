export { krippendorffAlpha, type Metric } from './krippendorff.ts';
export { icc, type IccForm, type IccForms } from './icc.ts';
export { kendallW, type Concordance } from './kendall.ts';
export { fleissKappa, weightedKappa, type KappaWeights } from './kappa.ts';

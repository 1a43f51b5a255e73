// What a person sees once the form is filled in; reached only by dynamic import.
export { focusAnswer } from '../parts/check-answers.ts';
export { checkTemplate } from './check.ts';
export { paperStyles } from './paper-styles.ts';
export { Receipt } from './receipt.ts';

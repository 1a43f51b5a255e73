/** Every kind of paper. One more is a file in `defaults` and a line here. */
export { caseReceipt } from './defaults/case-receipt.ts';
export { caseReply } from './defaults/case-reply.ts';
export { heldDataPaper } from './defaults/held-data.ts';
export { modelRegistration } from './defaults/model-registration.ts';
export { modelSheet } from './defaults/model-sheet.ts';
export { processingRegister } from './defaults/processing-register.ts';
export { retentionList } from './defaults/retention-list.ts';
export { scoreSheet } from './defaults/score-sheet.ts';

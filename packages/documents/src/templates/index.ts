/** Papers from templates that an office edits in Word. */
import * as templates from './templates.ts';

/** Every kind of paper by its name in code: `caseReply`. */
export const paperTemplates = templates;
export * from './templates.ts';
export type { CaseReceiptData } from './defaults/case-receipt.ts';
export type { CaseReplyData } from './defaults/case-reply.ts';
export type { HeldDataData } from './defaults/held-data.ts';
export type { ModelPaperData } from './defaults/model-values.ts';
export type { ProcessingRegisterData } from './defaults/processing-register.ts';
export type { RetentionListData } from './defaults/retention-list.ts';
export type { ScoreSheetData } from './defaults/score-sheet.ts';
export { defineTemplate, type PaperData } from './define.ts';
export { checkTemplate, defaultTemplate, fillTemplate, tagsOf, type FillOptions } from './fill-template.ts';
export { dateTag, issuerTags, letterNumber, numberTag, prose, proseValues, type PaperOffice } from './office.ts';
export { TemplateError, type TemplateFault, type TemplateFaultCode } from './template-error.ts';
export { tagName, type PaperTemplate, type Value, type Values } from './template.ts';

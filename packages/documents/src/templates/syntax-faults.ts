import { faultOf, type TemplateFault, type TemplateFaultCode } from './template-error.ts';

/** What docxtemplater calls a tag that it cannot read. */
interface SyntaxError {
  properties?: { id?: string; xtag?: string; openingtag?: string; context?: string; errors?: SyntaxError[] };
}

const codes: Readonly<Record<string, Exclude<TemplateFaultCode, 'refused'>>> = {
  unclosed_tag: 'tag-not-closed',
  unopened_tag: 'tag-not-closed',
  duplicate_open_tag: 'tag-not-closed',
  duplicate_close_tag: 'tag-not-closed',
  unclosed_loop: 'list-not-closed',
  unopened_loop: 'list-not-closed',
  closing_tag_does_not_match_opening_tag: 'list-not-closed',
};

/** The faults in the errors of docxtemplater. Anything else that goes wrong is no fault of the template, and is thrown. */
export function syntaxFaults(error: unknown): TemplateFault[] {
  const { properties } = error as SyntaxError;
  if (!properties?.id) throw error;
  if (properties.errors) return properties.errors.flatMap(syntaxFaults);
  const variable = (properties.xtag ?? properties.openingtag ?? '').replaceAll(/[{}#/^]/g, '').trim();
  const where = (properties.context ?? '').replaceAll(/<[^>]*>/g, '').trim();
  return [faultOf(codes[properties.id] ?? 'damaged-tag', { variable, where: where === variable ? '' : where })];
}

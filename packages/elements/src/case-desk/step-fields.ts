import { html, type TemplateResult } from 'lit';
import { casesTransition as body } from '@dvk/sdk/constraints';
import { contractField } from '../form/contract-field.ts';
import type { Client } from '../internal/connection.ts';
import type { caseDesk } from './vi.ts';

/**
 * The fields of what the steps of a case need.
 * @param answerHint a warning under the answer, or `''`
 */
export function stepFields(
  texts: typeof caseDesk,
  client: Client | undefined,
  answerHint: string,
): Record<string, () => TemplateResult> {
  const field = (name: 'until' | 'answer' | 'reason', rows = 3, hint = '') =>
    contractField({ body, name, label: texts[name], hint, rows, required: true });
  return {
    unitId: () =>
      html`<dvk-unit-field name="unitId" label=${texts.toUnit} required .client=${client}></dvk-unit-field>`,
    until: () => field('until'),
    answer: () => field('answer', 6, answerHint),
    reason: () => field('reason'),
  };
}

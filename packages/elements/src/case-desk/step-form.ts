import { html, nothing, type TemplateResult } from 'lit';
import type { CaseAction } from '@dvk/sdk/cases';
import type { Client } from '../internal/connection.ts';
import type { caseDesk } from './vi.ts';

export interface StepView {
  step: CaseAction;
  needsReason: boolean;
  busy: boolean;
  /** A warning under the answer, or `''`. */
  answerHint: string;
  client: Client | undefined;
  texts: typeof caseDesk;
  onEdit: () => void;
  onSubmit: (event: SubmitEvent) => void;
  onCancel: () => void;
}

/** What a step needs to be told; its first field takes the focus. */
export function stepForm(view: StepView): TemplateResult {
  const { step, needsReason, busy, answerHint, client, texts, onEdit, onSubmit, onCancel } = view;
  return html`<form novalidate @submit=${onSubmit} @input=${onEdit} @change=${onEdit}>
    <div class="sections" ?inert=${busy}>
      ${
        step === 'assign'
          ? html`<dvk-unit-field
              class="first"
              name="unitId"
              label=${texts.toUnit}
              required
              .client=${client}
            ></dvk-unit-field>`
          : nothing
      }
      ${step === 'extend' ? html`<dvk-date-field class="first" name="until" label=${texts.until} required></dvk-date-field>` : nothing}
      ${
        step === 'answer'
          ? html`<dvk-text-field
              class="first"
              name="answer"
              type="multiline"
              rows="6"
              label=${texts.answer}
              hint=${answerHint}
              maxlength="10000"
              required
            ></dvk-text-field>`
          : nothing
      }
      ${
        needsReason
          ? html`<dvk-text-field
              class=${step === 'extend' ? '' : 'first'}
              name="reason"
              type="multiline"
              label=${texts.reason}
              maxlength="2000"
              required
            ></dvk-text-field>`
          : nothing
      }
    </div>
    <div class="actions">
      <button class="button primary" ?disabled=${busy}>${texts.confirm}: ${texts.steps[step]}</button>
      <button class="button plain" type="button" ?disabled=${busy} @click=${onCancel}>${texts.cancel}</button>
    </div>
  </form>`;
}

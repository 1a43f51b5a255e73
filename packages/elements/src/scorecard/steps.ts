import { html, nothing, type TemplateResult } from 'lit';
import type { AssessmentTransition } from '@dvk/sdk/assessments';
import type { scorecard } from './vi.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { Card } from './card.ts';

export interface StepsView {
  card: Card;
  /** The steps open to the person. */
  steps: readonly AssessmentTransition[];
  busy: boolean;
  texts: typeof scorecard;
  onEdit: (act: (card: Card) => void) => void;
  onBegin: (step: AssessmentTransition) => void;
  onConfirm: (event: SubmitEvent) => void;
}

/** The steps a person may take; the one begun asks for its reason and to be confirmed. */
export function stepsTemplate(view: StepsView): TemplateResult | typeof nothing {
  // Around both, so that the focus finds the steps again when one is given up.
  return view.steps.length === 0 ? nothing : html`<div>${stepTemplate(view)}</div>`;
}

function stepTemplate({ card, steps, busy, texts, onEdit, onBegin, onConfirm }: StepsView): TemplateResult {
  const begun = steps.find(({ action }) => action === card.edits.step?.action);
  if (!begun)
    return html`<div class="actions">
      ${steps.map(
        (step) =>
          html`<button class="button" type="button" @click=${() => onBegin(step)}>${texts.steps[step.action]}</button>`,
      )}
    </div>`;
  return html`<form class="confirm" novalidate @submit=${onConfirm}>
    ${
      begun.needs?.includes('reason')
        ? html`<dvk-text-field
            name="step-reason"
            type="multiline"
            label=${texts.stepReason}
            maxlength="2000"
            value=${card.edits.step?.reason ?? ''}
            required
            ?inert=${busy}
            @input=${(event: Event) =>
              onEdit((at) => at.begin({ action: begun.action, reason: (event.target as DvkTextField).value }))}
          ></dvk-text-field>`
        : nothing
    }
    <div class="actions">
      <button class="button primary" ?disabled=${busy}>${texts.confirm}: ${texts.steps[begun.action]}</button>
      <button class="button plain" type="button" @click=${() => onEdit((at) => at.begin(undefined))}>
        ${texts.cancel}
      </button>
    </div>
  </form>`;
}

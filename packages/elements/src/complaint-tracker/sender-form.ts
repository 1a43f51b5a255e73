import { html, type TemplateResult } from 'lit';
import type { PublicCase } from '@dvk/sdk/cases';
import type { complaintTracker } from './vi.ts';

/** A step that only the sender takes. */
export type SenderStep = 'rate' | 'reopen';

const marks = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

/** What a step of the sender needs to be told; its first field takes the focus. */
export function senderForm(
  step: SenderStep,
  { rating }: PublicCase,
  texts: typeof complaintTracker,
  busy: boolean,
  onSubmit: (event: SubmitEvent) => void,
  onCancel: () => void,
): TemplateResult {
  const mark = (name: 'solved' | 'attitude', style: string) =>
    html`<dvk-choice-field
      class="marks ${style}"
      name=${name}
      label=${texts[name]}
      value=${rating?.[name] ?? ''}
      .options=${marks}
      inline
      required
    ></dvk-choice-field>`;
  return html`<form novalidate @submit=${onSubmit}>
    ${
      step === 'rate'
        ? html`<p class="lead">${texts.ratingIntro}</p>
            ${mark('solved', 'first')} ${mark('attitude', '')}
            <dvk-text-field
              name="comment"
              type="multiline"
              label=${texts.comment}
              value=${rating?.comment ?? ''}
              maxlength="2000"
            ></dvk-text-field>`
        : html`<dvk-text-field
            class="first"
            name="reason"
            type="multiline"
            label=${texts.reopenReason}
            maxlength="2000"
            required
          ></dvk-text-field>`
    }
    <div class="actions">
      <button class="button primary" ?disabled=${busy}>${step === 'rate' ? texts.sendRating : texts.sendReopen}</button>
      <button class="button plain" type="button" ?disabled=${busy} @click=${onCancel}>${texts.cancel}</button>
    </div>
  </form>`;
}

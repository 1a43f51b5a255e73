import { html, nothing, type TemplateResult } from 'lit';
import type { Received } from './sent.ts';
import type { caseForm } from './vi.ts';

export interface SentView {
  earlier: readonly Received[];
  shownAgain: Received | undefined;
  texts: typeof caseForm;
  onShowAgain: (received: Received) => void;
}

/** What was sent before, above the next form: code and secret can be shown again. */
export function sentTemplate({ earlier, shownAgain, texts, onShowAgain }: SentView): TemplateResult {
  return html`<div class="notice sent screen-only">
    <p>${texts.sentHere}</p>
    <ul class="bullets">
      ${earlier.map((received) => {
        const isOpen = received === shownAgain;
        return html`<li>
          ${received.title}
          <button
            class="link"
            type="button"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-label=${isOpen ? texts.hideAgain : texts.showAgainOf(received.title)}
            @click=${() => onShowAgain(received)}
          >
            ${isOpen ? texts.hideAgain : texts.showAgain}
          </button>
          ${
            isOpen
              ? html`<p>${texts.code}: <b translate="no">${received.code}</b></p>
                  <p>${texts.secret}: <b translate="no">${received.secret}</b></p>`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </div>`;
}

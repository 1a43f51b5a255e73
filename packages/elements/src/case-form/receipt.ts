import { html, nothing, type TemplateResult } from 'lit';
import type { CaseReceipt, CaseSubmission } from '@dvk/sdk/cases';
import { formatMoment } from '@dvk/sdk/text';
import { dueTemplate } from '../internal/case-templates.ts';
import type { Lang } from '../locale/controller.ts';
import type { caseForm } from './vi.ts';
import type { cases } from '../locale/cases/vi.ts';

/** The receipt of what was sent. */
export interface Received extends CaseReceipt {
  kind: CaseSubmission['kind'];
  title: string;
}

/** What the sender must note. */
export type Key = 'code' | 'secret';

export interface ReceiptView {
  received: Received;
  copied: Key | undefined;
  texts: typeof caseForm;
  names: typeof cases;
  lang: Lang;
  /** Address of the page with the tracker, or `''`. */
  trackerUrl: string;
  onCopy: (key: Key) => void;
}

/** Code and secret, large; then what they stand for. Prints on A4. */
export function receiptTemplate(view: ReceiptView): TemplateResult {
  const { received, texts, names, lang, trackerUrl } = view;
  return html`<div class="head">
      <p class="print-only">${texts.sheet}</p>
      <h2 id="title" tabindex="-1">${texts.done[received.kind]}</h2>
    </div>
    <div class="notice success">
      <p>
        <span class="screen-only"><b>${texts.shownOnce}</b> ${texts.keep} </span>${texts.guard}
      </p>
    </div>
    <dl class="keys" part="keys">${keyTemplate('code', view)}${keyTemplate('secret', view)}</dl>
    <dl class="facts">
      <dt>${texts.subject}</dt>
      <dd>${received.title}</dd>
      <dt>${texts.receivedAt}</dt>
      <dd>${formatMoment(received.receivedAt, lang)}</dd>
      ${dueTemplate(received, '', names, lang)}
      ${
        trackerUrl
          ? html`<dt class="print-only">${texts.followAt}</dt>
              <dd class="print-only">${new URL(trackerUrl, document.baseURI).href}</dd>`
          : nothing
      }
    </dl>`;
}

export interface SentView extends Pick<ReceiptView, 'copied' | 'texts' | 'onCopy'> {
  earlier: readonly Received[];
  shownAgain: Received | undefined;
  onShowAgain: (received: Received) => void;
}

/** What was sent before, above the next form: code and secret can be shown again. */
export function sentTemplate(view: SentView): TemplateResult {
  const { earlier, shownAgain, texts, onShowAgain } = view;
  return html`<div class="notice sent screen-only">
    <p>${texts.sentHere}</p>
    <ul class="bullets">
      ${earlier.map((received) => {
        const isOpen = received === shownAgain;
        return html`<li>
          ${received.title}
          <button
            class="button plain"
            type="button"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-label=${texts.showAgainOf(received.title)}
            @click=${() => onShowAgain(received)}
          >
            ${isOpen ? texts.hideAgain : texts.showAgain}
          </button>
          ${
            isOpen
              ? html`<dl class="keys" part="keys">
                  ${keyTemplate('code', { ...view, received })}${keyTemplate('secret', { ...view, received })}
                </dl>`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </div>`;
}

type KeyView = Pick<ReceiptView, 'received' | 'copied' | 'texts' | 'onCopy'>;

function keyTemplate(key: Key, { received, copied, texts, onCopy }: KeyView): TemplateResult {
  return html`<div class="key">
    <dt>${texts[key]}</dt>
    <dd>
      <span class="code" id=${key} translate="no">${received[key]}</span>
      <button class="button" type="button" aria-label=${texts.copyOf(texts[key])} @click=${() => onCopy(key)}>
        ${copied === key ? texts.copied : texts.copy}
      </button>
    </dd>
  </div>`;
}

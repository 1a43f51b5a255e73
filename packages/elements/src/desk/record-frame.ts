import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '@dvk/sdk/text';
import { backIcon } from '../icons/back.ts';
import { closeIcon } from '../icons/close.ts';
import { copyIcon } from '../icons/copy.ts';
import { downIcon } from '../icons/down.ts';
import { linkIcon } from '../icons/link.ts';
import { upIcon } from '../icons/up.ts';
import type { desk } from '../locale/desk/vi.ts';

export interface RecordFrame {
  texts: typeof desk;
  /** What stands in front of the code: the kind of the record. */
  kind: unknown;
  code: string;
  /** Its place among the records of the list, from 1; `0` if it is not among them. */
  at: number;
  total: number;
  /** Words of the way back: “Việc cần làm (41)”. */
  back: string;
  hasLink: boolean;
  body: unknown;
  foot: unknown;
  /** Head and end of the sheet that it is printed on. */
  paper: readonly [head: unknown, end: unknown];
  onBack: () => void;
  onStep: (by: 1 | -1) => void;
  onCopy: (what: 'code' | 'link', shown: Element) => void;
}

/** The frame of an open record: its head with code and ways to the others, the record, its foot with the steps. */
export function recordFrame(frame: RecordFrame): TemplateResult {
  const { texts, kind, code, at, total, back, hasLink, body, foot, paper, onBack, onStep, onCopy } = frame;
  const copy = (what: 'code' | 'link') => (event: Event) =>
    onCopy(what, (event.currentTarget as Element).parentElement!.querySelector('.code')!);
  return html`<article class="detail on-paper" part="detail" aria-labelledby="record-title">
    <div class="way-back screen-only">
      <button class="link" type="button" @click=${onBack}>${backIcon}${back}</button>
    </div>
    <div class="record">
      ${paper[0]}
      <header class="record-head screen-only">
        <span class="small">${kind}</span>
        <b class="code" translate="no">${code}</b>
        <button class="icon-button screen-only" type="button" aria-label=${texts.copyCode(code)} @click=${copy('code')}>
          ${copyIcon}
        </button>
        ${
          hasLink
            ? html`<button
                class="icon-button screen-only"
                type="button"
                aria-label=${texts.copyLink}
                @click=${copy('link')}
              >
                ${linkIcon}
              </button>`
            : nothing
        }
        <span class="others screen-only">
          ${
            at > 0
              ? html`<span class="small">${texts.position(formatNumber(at), formatNumber(total))}</span>
                  <button
                    class="icon-button"
                    type="button"
                    aria-label=${texts.previous}
                    ?disabled=${at === 1}
                    @click=${() => onStep(-1)}
                  >
                    ${upIcon}
                  </button>
                  <button
                    class="icon-button"
                    type="button"
                    aria-label=${texts.next}
                    ?disabled=${at === total}
                    @click=${() => onStep(1)}
                  >
                    ${downIcon}
                  </button>`
              : nothing
          }
          <button class="icon-button" type="button" aria-label=${texts.close} @click=${onBack}>${closeIcon}</button>
        </span>
      </header>
      <div class="record-body">${body}</div>
      ${foot} ${paper[1]}
    </div>
  </article>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Rubric } from '@dvk/sdk/rubrics';
import { scoringWords, shortPoints } from '../../criteria/scoring-words.ts';
import { textIn } from '../../criteria/text-in.ts';
import { checkedIcon } from '../../icons/checked.ts';
import { nextIcon } from '../../icons/next.ts';
import { previousIcon } from '../../icons/previous.ts';
import type { Lang } from '../../locale/controller.ts';
import type { criteria } from '../../locale/criteria/vi.ts';
import type { rubricImport } from '../../locale/rubric-import/vi.ts';
import { keyOf, nodeAt, placeInFile, type Doubt } from './reading.ts';

export interface DoubtsView {
  doubts: readonly Doubt[];
  /** The one that is shown. */
  at: number;
  seen: readonly string[];
  rubric: Rubric;
  isExcel: boolean;
  texts: typeof rubricImport;
  words: typeof criteria;
  lang: Lang;
  onGo: (at: number) => void;
  onSeen: (doubt: Doubt) => void;
}

/** What the reader was not sure of, one by one: the place in the file, what the draft makes of it, the question. */
export function doubtsTemplate(view: DoubtsView): TemplateResult | typeof nothing {
  const { doubts, seen, isExcel, texts, lang, onGo, onSeen } = view;
  if (doubts.length === 0) return nothing;
  const at = Math.min(view.at, doubts.length - 1);
  const doubt = doubts[at]!;
  const isSeen = (each: Doubt) => seen.includes(keyOf(each));
  const left = doubts.filter((each) => !isSeen(each)).length;
  const place = placeInFile(doubt, texts);
  return html`<section class="card doubts" aria-labelledby="doubts">
    <header>
      <div>
        <h3 id="doubts" tabindex="-1">${texts.doubts(isExcel ? 'Excel' : 'Word', at + 1, doubts.length)}</h3>
        <p class="small" role="status">${left === 0 ? texts.allSeen(doubts.length) : texts.doubtsLeft(left)}</p>
      </div>
      <div class="doubt-steps">
        <span class="dots" aria-hidden="true">
          ${
            doubts.length > 20
              ? nothing
              : doubts.map(
                  (each, index) => html`<i class="${index === at ? 'now' : ''} ${isSeen(each) ? 'seen' : ''}"></i>`,
                )
          }
        </span>
        <button
          class="icon-button"
          type="button"
          aria-label=${texts.previousDoubt}
          ?disabled=${at === 0}
          @click=${() => onGo(at - 1)}
        >
          ${previousIcon}
        </button>
        <button
          class="icon-button"
          type="button"
          aria-label=${texts.nextDoubt}
          ?disabled=${at === doubts.length - 1}
          @click=${() => onGo(at + 1)}
        >
          ${nextIcon}
        </button>
      </div>
    </header>
    <div class="doubt">
      <div class="doubt-place">
        <p class="small">${texts.inFile}</p>
        <p><b>${place || texts.wholeFile}</b></p>
        ${drafted(doubt, view)}
      </div>
      <div class="doubt-question">
        <p>${doubt.text[lang]}</p>
        <div class="actions">
          ${
            isSeen(doubt)
              ? html`<span class="fine">${checkedIcon}${texts.seen}</span>`
              : html`<button class="button" type="button" @click=${() => onSeen(doubt)}>
                  ${at === doubts.length - 1 ? texts.markSeen : texts.markSeenAndNext}
                </button>`
          }
        </div>
      </div>
    </div>
  </section>`;
}

/** What the draft has at the place of a doubt, with the lines around it. */
function drafted({ pointer }: Doubt, { rubric, texts, words, lang }: DoubtsView): TemplateResult | typeof nothing {
  const placed = pointer === undefined ? undefined : nodeAt(rubric, pointer);
  if (!placed) return nothing;
  const { siblings, index, part } = placed;
  return html`<table class="excerpt">
    <caption class="small">
      ${texts.readAs}
    </caption>
    <tbody>
      ${siblings.slice(Math.max(0, index - 1), index + 2).map(
        (node) =>
          html`<tr class=${node === placed.node ? 'asked' : ''}>
            <td>${node.number ?? ''}</td>
            <th scope="row">${textIn(node.title, lang)}</th>
            <td class="points">${node.kind === 'gate' ? '' : shortPoints(node.max)}</td>
            <td>${scoringWords(node, part, words, lang).join('; ')}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

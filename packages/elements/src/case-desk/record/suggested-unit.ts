import { html, nothing, type TemplateResult } from 'lit';
import type { CaseTopic, SuggestedUnit } from '@dvk/sdk/cases';
import { dateInVietnam, formatDate } from '@dvk/sdk/text';
import { assignIcon } from '../../icons/assign.ts';
import { loadingIcon } from '../../icons/loading.ts';
import { routeIcon } from '../../icons/route.ts';
import type { caseRecord } from '../../locale/case-record/vi.ts';
import type { SideRead } from '../../desk/side-read.ts';

export interface SuggestionView {
  suggestion: SideRead<SuggestedUnit | null>;
  topic: CaseTopic;
  topics: Readonly<Record<CaseTopic, string>>;
  texts: typeof caseRecord;
  busy: boolean;
  onPass: (unit: SuggestedUnit) => void;
  onOther: () => void;
  /** Whether `others` is the form of a step, which takes the place of what is suggested. */
  isFilling: boolean;
  /** The other steps that the case waits for. */
  others: TemplateResult;
}

/** What speaks for a unit, in sentences. */
function reasonsFor(unit: SuggestedUnit, { topic, topics, texts }: SuggestionView): string {
  return [
    unit.topic && texts.responsible(topics[topic]),
    unit.place && texts.atPlace,
    unit.answered > 0 && texts.answered(unit.answered, unit.answeredHere, unit.onTime),
    ...unit.sentBackBy.map(({ name, at }) => texts.sentBack(name, formatDate(dateInVietnam(at)).slice(0, 5))),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The unit that a case should be passed to, why, and the button that does it. */
export function suggestionCard(view: SuggestionView): TemplateResult {
  const { suggestion, texts, busy, onPass, onOther, isFilling, others } = view;
  const { value: unit, isFailed } = suggestion;
  const isWaiting = unit === undefined && !isFailed;
  const other = html`<button class="button ${unit ? '' : 'primary'}" type="button" ?disabled=${busy} @click=${onOther}>
    ${unit ? texts.otherUnit : texts.chooseUnit}
  </button>`;
  // One template for both, so that the focus finds the buttons again when a step is given up.
  return html`<section class="card" aria-label=${texts.suggestion} aria-busy=${isWaiting}>
    ${isFilling ? nothing : suggested(view, isWaiting)}
    <div class="card-actions ${isFilling ? 'filling' : ''}">
      ${
        unit && !isFilling
          ? html`<button class="button primary" type="button" ?disabled=${busy} @click=${() => onPass(unit)}>
              ${assignIcon}${texts.passOn}
            </button>`
          : nothing
      }
      ${isWaiting || isFilling ? nothing : other} ${others}
    </div>
  </section>`;
}

/** The unit and what speaks for it, or why there is none. */
function suggested(view: SuggestionView, isWaiting: boolean): TemplateResult {
  const { suggestion, texts } = view;
  const { value: unit, isFailed } = suggestion;
  return html`<div class="card-head">
      <span class="card-label">${routeIcon}${texts.suggestion}</span>
      ${
        unit
          ? html`<details>
              <summary>${texts.why}</summary>
              <p class="small">${texts.howSuggested}</p>
            </details>`
          : nothing
      }
    </div>
    <h4>
      ${unit ? unit.name : isWaiting ? html`<span class="waiting">${loadingIcon}<span class="hidden">${texts.looking}</span></span>` : texts.noSuggestion}
    </h4>
    ${unit ? html`<p class="small">${reasonsFor(unit, view)}</p>` : nothing}
    ${unit === null ? html`<p class="small">${texts.noSuggestionHow}</p>` : nothing}
    ${
      isFailed
        ? html`<p class="small">
            ${texts.notLoaded} <button class="link" type="button" @click=${suggestion.retry}>${texts.retry}</button>
          </p>`
        : nothing
    }`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { assessmentsPutConditions } from '@dvk/sdk/constraints';
import { contractField } from '../form/contract-field.ts';
import type { Lang } from '../locale/controller.ts';
import type { Card } from './card.ts';
import { textIn } from '../criteria/text-in.ts';
import type { SheetTexts } from './texts.ts';

/** The hard stops: the appraiser marks those that happened, each with its grounds; others read them. */
export function conditionsTemplate(
  card: Card,
  texts: SheetTexts,
  lang: Lang,
  onEdit: (act: (card: Card) => void) => void,
): TemplateResult | typeof nothing {
  const { conditions } = card.rubric;
  const recorded = conditions.filter(({ id }) => card.condition(id) !== undefined);
  const shown = card.side === 'appraised' ? conditions : recorded;
  if (shown.length === 0) return nothing;
  if (card.side !== 'appraised') {
    return html`<section>
      <h3>${texts.conditions}</h3>
      <ul class="bullets">
        ${shown.map(({ id, title }) => html`<li>${textIn(title, lang)}: ${card.condition(id)}</li>`)}
      </ul>
    </section>`;
  }
  return html`<section>
    <h3>${texts.conditions}</h3>
    <p class="small">${texts.conditionsIntro}</p>
    <ul class="stops">
      ${shown.map(({ id, title }) => {
        const reason = card.condition(id);
        return html`<li>
          <label class="check"
            ><input
              type="checkbox"
              ?checked=${reason !== undefined}
              .checked=${live(reason !== undefined)}
              @change=${(event: Event) =>
                onEdit((at) => at.editCondition(id, (event.target as HTMLInputElement).checked ? '' : null))}
            />
            ${textIn(title, lang)}</label
          >
          ${
            reason === undefined
              ? nothing
              : contractField({
                  body: assessmentsPutConditions.of,
                  name: `condition/${id}`,
                  pointer: 'reason',
                  label: texts.conditionReason,
                  rows: 2,
                  value: reason,
                  onInput: (text) => onEdit((at) => at.editCondition(id, text)),
                })
          }
        </li>`;
      })}
    </ul>
  </section>`;
}

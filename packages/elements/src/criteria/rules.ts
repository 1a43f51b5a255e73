import { html, nothing, type TemplateResult } from 'lit';
import { placedNodes, type Condition, type Rubric } from '@dvk/sdk/rubrics';
import type { Lang } from '../locale/controller.ts';
import type { criteria } from '../locale/criteria/vi.ts';
import { shortPoints } from './scoring-words.ts';
import { textIn } from './text-in.ts';

/** What a rubric says beside its table: classes, what lowers them, how the total is reached. */
export function rubricRules(rubric: Rubric, texts: typeof criteria, lang: Lang): TemplateResult {
  const { bands, conditions, order, rounding, notApplicable, reasonAbove, unpublished = [] } = rubric;
  const titleOf = (id: string) => {
    const node = placedNodes(rubric).find(({ node }) => node.id === id)?.node;
    return node ? textIn(node.title, lang) : id;
  };
  const bandName = (id: string) => {
    const band = bands.find((each) => each.id === id);
    return band ? textIn(band.title, lang) : id;
  };
  const effectOf = ({ effect, when }: Condition) => {
    const words =
      effect.kind === 'at-most'
        ? texts.atMost(bandName(effect.band))
        : effect.kind === 'lower'
          ? texts.lower(effect.by)
          : texts.ineligible;
    return when ? `${words} (${texts.when(titleOf(when.line), shortPoints(when.below))})` : words;
  };
  return html`<div class="rules">
    <section>
      <h3>${texts.bands}</h3>
      ${
        bands.length === 0
          ? html`<p class="small">${texts.noBands}</p>`
          : html`<ul class="bullets">
              ${[...bands]
                .sort((one, other) => other.from - one.from)
                .map(
                  ({ title, from, below }) =>
                    html`<li>
                      <b>${textIn(title, lang)}</b>:
                      ${texts.band(shortPoints(from), below === undefined ? undefined : shortPoints(below))}
                    </li>`,
                )}
            </ul>`
      }
    </section>
    ${
      conditions.length > 0
        ? html`<section>
            <h3>${texts.conditions}</h3>
            <ul class="bullets">
              ${conditions.map((each) => html`<li><b>${effectOf(each)}</b>: ${textIn(each.title, lang)}</li>`)}
            </ul>
          </section>`
        : nothing
    }
    <section>
      <h3>${texts.computing}</h3>
      <ul class="bullets">
        <li>${texts.order}: ${order.map((step) => texts.steps[step]).join(' → ')}</li>
        <li>${texts.rounding(shortPoints(rounding.to), texts.roundings[rounding.mode])}</li>
        <li>${texts.notApplicable}: ${texts.notApplicables[notApplicable]}</li>
        ${reasonAbove > 0 ? html`<li>${texts.reasonAbove(shortPoints(reasonAbove))}</li>` : nothing}
      </ul>
    </section>
    ${
      unpublished.length > 0
        ? html`<p class="notice">
            ${texts.unpublished(unpublished.map((each) => texts.unpublishedParts[each]).join(', '))}
          </p>`
        : nothing
    }
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { AssessmentResults } from '@dvk/sdk/assessments';
import { formatPoints } from '@dvk/sdk/text';
import type { Lang } from '../locale/controller.ts';
import type { SheetTexts } from './texts.ts';
import type { Card } from './card.ts';
import { textIn } from './text-in.ts';

/** Points of both sides, the band, and – folded away – how each was reached. */
export function totalsTemplate(card: Card, results: AssessmentResults, texts: SheetTexts, lang: Lang): TemplateResult {
  const { rubric } = card;
  const { self, appraised, classification, selfBand } = results;
  const bandName = (id: string | null) => {
    const band = rubric.bands.find((each) => each.id === id);
    return band ? textIn(band.title, lang) : texts.noBand;
  };
  const points = (value: number | null, outOf: number) =>
    value === null
      ? texts.noPoints
      : texts.outOf(formatPoints(value, { trim: true }), formatPoints(outOf, { trim: true }));
  const steps = (summary: string, lines: readonly { vi: string; en: string }[]) =>
    lines.length === 0
      ? nothing
      : html`<details>
          <summary>${summary}</summary>
          <ol>
            ${lines.map((line) => html`<li>${line[lang]}</li>`)}
          </ol>
        </details>`;
  const hasPoints = self.lines.some(({ state }) => state === 'scored');
  const reserved = rubric.total - self.outOf;
  return html`<div class="totals" part="totals">
    ${card.outdated ? html`<p class="small">${texts.asSaved}</p>` : nothing}
    <div class="total">
      ${texts.selfTotal} <b>${points(self.points, self.outOf)}</b>
      ${reserved > 0 ? html`<p class="small">${texts.reserved(formatPoints(reserved, { trim: true }))}</p>` : nothing}
      ${hasPoints && rubric.bands.length > 0 && selfBand ? html`<p class="small">${texts.selfBand}: ${bandName(selfBand)}</p>` : nothing}
      ${steps(texts.how, self.explanation)}
    </div>
    ${
      appraised
        ? html`<div class="total">
            ${texts.appraisedTotal}
            <b>${points(appraised.points, appraised.outOf)}</b> ${steps(texts.how, appraised.explanation)}
          </div>`
        : nothing
    }
    ${
      classification
        ? html`<div class="total">
            ${texts.band}
            <b>${classification.eligible ? bandName(classification.finalBand) : texts.ineligible}</b>
            ${
              classification.candidateBand !== null && classification.candidateBand !== classification.finalBand
                ? html`<p class="small">${texts.bandByPoints}: ${bandName(classification.candidateBand)}</p>`
                : nothing
            }
            ${steps(texts.why, classification.explanation)}
          </div>`
        : nothing
    }
  </div>`;
}

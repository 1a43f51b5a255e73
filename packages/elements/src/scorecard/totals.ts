import { html, nothing, type TemplateResult } from 'lit';
import type { AssessmentResults } from '@dvk/sdk/assessments';
import type { Lang } from '../locale/controller.ts';
import type { Card } from './card.ts';
import { shownPoints } from './figures.ts';
import { textIn } from '../criteria/text-in.ts';
import type { SheetTexts } from './texts.ts';

/** The name of a band. */
export function bandName({ rubric }: Card, id: string | null, texts: SheetTexts, lang: Lang): string {
  const band = rubric.bands.find((each) => each.id === id);
  return band ? textIn(band.title, lang) : texts.noBand;
}

/** Points of both sides and the band. */
export function totalsTemplate(
  card: Card,
  { self, appraised, classification, selfBand }: AssessmentResults,
  texts: SheetTexts,
  lang: Lang,
): TemplateResult {
  const total = (name: string, value: unknown, rest: unknown = nothing) =>
    html`<p class="total"><span class="small">${name}</span> <b>${value}</b>${rest}</p>`;
  const points = (value: number | null, outOf: number): [unknown, unknown?] =>
    value === null ? [texts.noPoints] : [shownPoints(value), html`<span class="of">/${shownPoints(outOf)}</span>`];
  const hasPoints = self.lines.some(({ state }) => state === 'scored');
  return html`<div class="totals ${appraised ? 'both' : ''}" part="totals">
    ${total(texts.selfTotal, ...points(self.points, self.outOf))}
    ${appraised ? total(texts.appraisedTotal, ...points(appraised.points, appraised.outOf)) : nothing}
    ${
      classification
        ? total(
            texts.band,
            classification.eligible ? bandName(card, classification.finalBand, texts, lang) : texts.ineligible,
          )
        : hasPoints && selfBand
          ? total(texts.selfBand, bandName(card, selfBand, texts, lang))
          : nothing
    }
    ${card.outdated ? html`<p class="small">${texts.asSaved}</p>` : nothing}
  </div>`;
}

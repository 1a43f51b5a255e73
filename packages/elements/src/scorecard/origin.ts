import { html, nothing, type TemplateResult } from 'lit';
import type { AssessmentResults } from '@dvk/sdk/assessments';
import type { Lang } from '../locale/controller.ts';
import { disclosure } from '../parts/disclosure.ts';
import type { Card } from './card.ts';
import { shownPoints } from './figures.ts';
import { textIn } from '../criteria/text-in.ts';
import type { SheetTexts } from './texts.ts';
import { bandName } from './totals.ts';

/** How the total arose: its parts, how far the next band is, and – on demand – each step. */
export function originTemplate(card: Card, results: AssessmentResults, texts: SheetTexts, lang: Lang): TemplateResult {
  const { rubric } = card;
  const { self, appraised, classification } = results;
  const result = appraised ?? self;
  const name = appraised ? texts.appraisedTotal : texts.selfTotal;
  const row = (label: string, points: number) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${shownPoints(points)}</dd>
    </div>`;
  const reserved = rubric.total - self.outOf;
  const steps = (summary: string, lines: readonly { vi: string; en: string }[]) =>
    lines.length === 0
      ? nothing
      : disclosure(
          summary,
          html`<ul class="calculation">
            ${lines.map((line) => html`<li>${line[lang]}</li>`)}
          </ul>`,
        );
  // One sentence for each line comes first; the table shows them already.
  const [ofLines, ofSums] = [
    result.explanation.slice(0, card.lines.length),
    result.explanation.slice(card.lines.length),
  ];
  const by = classification?.candidateBand ?? null;
  const next = appraised && nextBand(card, appraised.points);
  return html`<section class="card origin screen-only" aria-labelledby="origin">
    <h3 id="origin">${texts.origin(result.points === null ? undefined : shownPoints(result.points))}</h3>
    <dl>
      ${row(texts.baseSum, result.base)} ${rubric.bonus ? row(texts.bonus, result.bonus) : nothing}
      ${rubric.deduction ? row(texts.deduction, -result.deduction || 0) : nothing}
      <div class="whole">
        <dt>${name}</dt>
        <dd>${result.points === null ? texts.noPoints : shownPoints(result.points)}</dd>
      </div>
    </dl>
    ${
      self.points === null
        ? nothing
        : html`<p class="small">
            ${texts.ofOwn(texts.outOf(shownPoints(self.points), shownPoints(self.outOf)))}
            ${reserved > 0 ? texts.reserved(shownPoints(reserved)) : nothing}
          </p>`
    }
    ${
      by !== null && by !== classification?.finalBand
        ? html`<p class="small">${texts.bandByPoints}: ${bandName(card, by, texts, lang)}</p>`
        : nothing
    }
    ${
      next
        ? html`<p class="small">
            ${texts.below(textIn(next.title, lang), shownPoints(next.from), shownPoints(next.from - appraised.points!))}
          </p>`
        : nothing
    }
    ${steps(texts.how, ofSums)} ${steps(texts.howLines, ofLines)}
    ${classification ? steps(texts.why, classification.explanation) : nothing}
  </section>`;
}

/** The band that a few points more would give. */
function nextBand({ rubric }: Card, points: number | null) {
  if (points === null) return undefined;
  const above = rubric.bands.filter(({ from }) => from > points);
  return above.sort((one, other) => one.from - other.from)[0];
}

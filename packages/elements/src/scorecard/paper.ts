import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from '@dvk/sdk/text';
import type { Lang } from '../locale/controller.ts';
import type { Figures } from './figures.ts';
import { textIn } from './text-in.ts';
import type { SheetTexts } from './texts.ts';
import { bandName } from './totals.ts';

/** Whose paper it is: what stands at its head. */
export type PaperHeading = 'state' | 'party';

/** The head of the printed sheet: the heading, what it is, whom it is about. */
export function paperHead(
  { card, showsAppraised }: Figures,
  heading: PaperHeading,
  texts: SheetTexts,
  lang: Lang,
): TemplateResult {
  const { assessment, rubric } = card;
  const { subject, unitName, period } = assessment;
  const isIllustrative = rubric.legalBasis.confidence === 'illustrative';
  return html`<div class="paper-only paper-head">
    <slot name="paper-heading">
      <div class="heading ${heading}">
        <p><b>${unitName}</b>${heading === 'party' ? html`<br />*` : nothing}</p>
        ${
          heading === 'party'
            ? html`<p><b class="ruled">ĐẢNG CỘNG SẢN VIỆT NAM</b></p>`
            : html`<p>
                <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br /><b class="ruled">Độc lập - Tự do - Hạnh phúc</b>
              </p>`
        }
      </div>
    </slot>
    <p class="paper-title"><b>${showsAppraised ? texts.paperAppraised : texts.paperSelf}</b></p>
    <p class="paper-title"><b>${textIn(rubric.title, lang)}, ${texts.period.toLowerCase()} ${period}</b></p>
    ${isIllustrative ? html`<p class="paper-title"><i>(${texts.illustrative})</i></p>` : nothing}
    <p>${texts.paperSubject}: <b>${subject.name}</b></p>
    ${subject.name === unitName ? nothing : html`<p>${texts.paperUnit}: ${unitName}</p>`}
  </div>`;
}

/** What follows the table on paper: band, conditions, reasons, places to sign. */
export function paperFoot(figures: Figures, texts: SheetTexts, lang: Lang): TemplateResult {
  const { card, results, showsAppraised } = figures;
  const { classification } = results;
  const conditions = card.rubric.conditions.flatMap(({ id, title }) => {
    const reason = card.condition(id);
    return reason === undefined ? [] : [`${textIn(title, lang)}${reason ? ` (${reason})` : ''}`];
  });
  const reasons = figures.lines.flatMap(({ criterion }) => {
    const reason = card.reason(criterion.id);
    return reason ? [{ name: criterion.number ?? textIn(criterion.title, lang), reason }] : [];
  });
  const sign = (role: string) =>
    html`<div>
      <p><b>${role}</b></p>
      <p><i>${texts.signNote}</i></p>
      <div class="room"></div>
    </div>`;
  return html`<div class="paper-only paper-foot">
    ${
      classification
        ? html`<p>
            ${texts.proposedBand}:
            <b>${classification.eligible ? bandName(card, classification.finalBand, texts, lang) : texts.ineligible}</b
            >.
          </p>`
        : nothing
    }
    ${showsAppraised ? html`<p>${texts.conditions}: ${conditions.join('; ') || texts.noConditions}.</p>` : nothing}
    ${
      reasons.length > 0
        ? html`<p>${texts.reasons}:</p>
            <ul>
              ${reasons.map(({ name, reason }) => html`<li>${texts.reasonOf(name, reason)}</li>`)}
            </ul>`
        : nothing
    }
    ${showsAppraised ? html`<p class="opinion">${texts.opinion}: <span></span></p>` : nothing}
    <div class="signatures">${sign(texts.signUnit)} ${sign(texts.signScorer)} ${sign(texts.signChair)}</div>
    <p class="trace">${texts.trace(formatMoment(card.assessment.updatedAt, lang))}</p>
  </div>`;
}

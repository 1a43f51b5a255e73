import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from '@dvk/sdk/text';
import type { WidgetHost } from '../internal/widget-host.ts';
import { headingOf, sheetHead, sheetEnd, type Signer } from '../paper/official-sheet.ts';
import type { Figures } from './figures.ts';
import { textIn } from '../criteria/text-in.ts';
import type { SheetTexts } from './texts.ts';
import { bandName } from './totals.ts';

/** The head of the printed sheet: the heading, what it is, whom it is about. */
export function paperHead(
  { card, showsAppraised }: Figures,
  texts: SheetTexts,
  { element, locale }: WidgetHost,
): TemplateResult {
  const { assessment, rubric } = card;
  const { subject, unitName, period } = assessment;
  const isIllustrative = rubric.legalBasis.confidence === 'illustrative';
  const head = {
    issuer: unitName,
    title: showsAppraised ? texts.paperAppraised : texts.paperSelf,
    about: `${textIn(rubric.title, locale.lang)}, ${texts.period.toLowerCase()} ${period}`,
    ...(isIllustrative && { note: texts.illustrative }),
  };
  return html`${sheetHead(head, element, locale)}
    <div class="paper-only">
      <p>${texts.paperSubject}: <b>${subject.name}</b></p>
      ${subject.name === unitName ? nothing : html`<p>${texts.paperUnit}: ${unitName}</p>`}
    </div>`;
}

/** What follows the table on paper: band, conditions, reasons, places to sign. */
export function paperFoot(
  figures: Figures,
  texts: SheetTexts,
  { element, locale, person }: WidgetHost,
): TemplateResult {
  const { lang } = locale;
  const { card, results, showsAppraised } = figures;
  const { classification } = results;
  const applied = appliedConditions(figures);
  const conditions = card.rubric.conditions.flatMap(({ id, title }) => {
    const reason = card.condition(id);
    return applied.has(id) ? [`${textIn(title, lang)}${reason ? ` (${reason})` : ''}`] : [];
  });
  // Those that nobody has appraised yet are not said to be without one.
  const none = showsAppraised ? texts.noConditions : texts.noConditionsYet;
  const reasons = figures.lines.flatMap(({ criterion }) => {
    const reason = card.reason(criterion.id);
    return reason ? [{ name: criterion.number ?? textIn(criterion.title, lang), reason }] : [];
  });
  // Who is filling it in signs what they have filled in.
  const name = card.side === 'none' ? undefined : (person.session?.name ?? undefined);
  const signers: Signer[] = showsAppraised
    ? [{ role: texts.signUnit }, { role: texts.signScorer, name }, { role: texts.signChair[headingOf(element)] }]
    : [{ role: texts.signSelf, name }, { role: texts.signHead }];
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
    ${
      showsAppraised || card.rubric.conditions.length > 0
        ? html`<p>${texts.conditions}: ${conditions.join('; ') || none}.</p>`
        : nothing
    }
    ${
      reasons.length > 0
        ? html`<p>${texts.reasons}:</p>
            <ul>
              ${reasons.map(({ name, reason }) => html`<li>${texts.reasonOf(name, reason)}</li>`)}
            </ul>`
        : nothing
    }
    ${sheetEnd(signers, locale, {
      above: showsAppraised ? html`<p class="opinion">${texts.opinion}: <span></span></p>` : nothing,
      trace: html`<p class="trace">${texts.trace(formatMoment(card.assessment.updatedAt, lang))}</p>`,
    })}
  </div>`;
}

/** The hard stops that apply: those that the appraiser has recorded, and those that follow from points and unmet lines. */
function appliedConditions({ card, results, column }: Figures): ReadonlySet<string> {
  const recorded = card.recordedConditions.map(({ conditionId }) => conditionId);
  const unmet = card.lines.flatMap(({ criterion }) => {
    if (criterion.kind !== 'gate') return [];
    const value = card.valueOf(criterion, column);
    return value && 'met' in value && !value.met ? [criterion.condition] : [];
  });
  return new Set([...recorded, ...unmet, ...(results.classification?.conditions ?? [])]);
}

import { html, nothing, type TemplateResult } from 'lit';
import { backIcon } from '../icons/back.ts';
import { historyIcon } from '../icons/history.ts';
import { printIcon } from '../icons/print.ts';
import { nameInSentence } from '../locale/name-in-sentence.ts';
import type { Lang } from '../locale/controller.ts';
import { chip } from '../parts/chip.ts';
import { assessmentStatusLooks } from '../status/assessments.ts';
import type { Card } from './card.ts';
import { textIn } from '../criteria/text-in.ts';
import type { SheetTexts } from './texts.ts';

export interface HeadView {
  card: Card;
  texts: SheetTexts;
  lang: Lang;
  /** Its place in the list, from 1; `at` is 0 if it is not there. */
  position: { at: number; total: number };
  onBack: () => void;
  onHistory: () => void;
}

/** Who is scored, by which table and its basis, and how far it is. */
export function headTemplate({
  card: { assessment, rubric },
  texts,
  lang,
  position: { at, total },
  onBack,
  onHistory,
}: HeadView): TemplateResult {
  const { subject, unitName, period, status, statusReason } = assessment;
  const { confidence, number } = rubric.legalBasis;
  const meta = [
    subject.name === unitName ? '' : unitName,
    `${texts.period} ${period}`,
    textIn(rubric.title, lang),
    number,
  ];
  return html`<header class="sheet-head screen-only">
    <div class="way-back">
      <button class="to-list" type="button" @click=${onBack}>${backIcon}<span>${texts.back}</span></button>
      ${at > 0 ? html`<span class="small">· ${texts.position(at, total)}</span>` : nothing}
    </div>
    <div class="named">
      <h2 id="record-title" tabindex="-1">${subject.name}</h2>
      <div class="head-actions">
        <button class="button plain" type="button" @click=${onHistory}>${historyIcon}${texts.history}</button>
        <button class="button" type="button" @click=${() => window.print()}>${printIcon}${texts.print}</button>
      </div>
    </div>
    <p class="small">
      ${meta.filter(Boolean).join(' · ')}
      ${confidence === 'illustrative' ? html`<b class="illustrative">(${nameInSentence(texts.illustrative)})</b>` : nothing}
    </p>
    ${rubric.unpublished?.length ? html`<p class="small">${texts.unpublished}</p>` : nothing}
    <p>${chip(assessmentStatusLooks[status], texts.statuses[status])}</p>
    ${statusReason ? html`<p class="prewrap">${statusReason}</p>` : nothing}
  </header>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Lang } from '../locale/controller.ts';
import type { SheetTexts } from './texts.ts';
import type { Card } from './card.ts';
import { textIn } from './text-in.ts';

/** Who is scored, by which table and its basis, and how far it is. */
export function headTemplate({ assessment, rubric }: Card, texts: SheetTexts, lang: Lang): TemplateResult {
  return html`<div class="head">
    <p class="small">${assessment.subject.name} · ${assessment.period}</p>
    <h2 id="title" tabindex="-1">${textIn(rubric.title, lang)}</h2>
    ${rubric.legalBasis.number ? html`<p class="small">${rubric.legalBasis.number}</p>` : nothing}
    ${rubric.legalBasis.confidence === 'illustrative' ? html`<p class="tag warning">${texts.illustrative}</p>` : nothing}
    ${rubric.unpublished?.length ? html`<p class="small">${texts.unpublished}</p>` : nothing}
    <p><span class="tag">${texts.statuses[assessment.status]}</span></p>
    ${assessment.statusReason ? html`<p class="prewrap">${assessment.statusReason}</p>` : nothing}
  </div>`;
}

/** Places to sign on the printed sheet. */
export function signaturesTemplate(texts: SheetTexts): TemplateResult {
  return html`<div class="signatures">
    <p><b>${texts.signScorer}</b></p>
    <p><b>${texts.signUnit}</b></p>
    <p>${texts.signNote}</p>
    <p>${texts.signNote}</p>
  </div>`;
}

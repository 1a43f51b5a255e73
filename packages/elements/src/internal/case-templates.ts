import { html, nothing, type TemplateResult } from 'lit';
import type { PublicCase } from '@dvk/sdk/cases';
import { formatDue } from '@dvk/sdk/text';
import type { cases } from '../locale/cases/vi.ts';
import type { Lang } from '../locale/controller.ts';
import { disclosure } from '../parts/disclosure.ts';

type Due = Pick<PublicCase, 'dueAt' | 'dueExplanation'> & Partial<Pick<PublicCase, 'dueProvisional'>>;

/** The due date, what it rests on, and – folded away – how it was worked out. */
export function dueTemplate(due: Due, note: string, texts: typeof cases, lang: Lang): TemplateResult {
  return html`<dt>${texts.due}</dt>
    <dd>
      <b>${formatDue(due.dueAt, lang)}</b>${note ? html` · ${note}` : nothing}
      ${due.dueProvisional ? html`<p class="small">${texts.dueProvisional}</p>` : nothing}
      ${
        due.dueExplanation.length > 0
          ? html`<div part="explanation">
              ${disclosure(
                texts.dueHow,
                html`<ol>
                  ${due.dueExplanation.map((line) => html`<li>${line[lang]}</li>`)}
                </ol>`,
              )}
            </div>`
          : nothing
      }
    </dd>`;
}

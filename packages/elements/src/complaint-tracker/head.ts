import { html, nothing, type TemplateResult } from 'lit';
import { chip } from '../parts/chip.ts';
import { publicCaseStatusLooks } from '../status/cases.ts';
import { dueChip } from '../status/due.ts';
import type { CaseView } from './view.ts';

/** Which case it is and how it stands. */
export function headTemplate({ found, names, dueTexts }: CaseView): TemplateResult {
  const { kind, code, title, status, timeliness, extended } = found;
  return html`<div class="head">
    <p class="small case-code">${names.kinds[kind]} <b translate="no">${code}</b></p>
    <h2 id="title" tabindex="-1">${title || names.kinds[kind]}</h2>
    <p class="chips">
      ${chip(publicCaseStatusLooks[status], names.statuses[status])}
      ${
        timeliness === 'on-time' || timeliness === 'late'
          ? html`${dueChip({ class: timeliness }, '', dueTexts)}
            ${extended ? html`<span>${names.extended}</span>` : nothing}`
          : nothing
      }
    </p>
  </div>`;
}

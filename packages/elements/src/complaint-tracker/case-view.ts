import { html, nothing, type TemplateResult } from 'lit';
import type { PublicCase } from '@dvk/sdk/cases';
import { formatMoment } from '@dvk/sdk/text';
import { dueTemplate } from '../internal/case-templates.ts';
import type { Lang } from '../locale/controller.ts';
import type { cases } from '../locale/cases/vi.ts';
import type { complaintTracker } from './vi.ts';

const tones = { 'on-time': 'success', running: '', late: 'warning', overdue: 'danger' } as const;

/** Which case it is and how it stands. */
export function headTemplate(found: PublicCase, names: typeof cases): TemplateResult {
  const { kind, code, title, status, timeliness, extended } = found;
  return html`<div class="head">
    <p class="small">${names.kinds[kind]} · <b translate="no">${code}</b></p>
    <h2 id="title" tabindex="-1">${title}</h2>
    <p>
      <span class="tag">${names.statuses[status]}</span>
      ${timeliness ? html`<span class="tag ${tones[timeliness]}">${names.timeliness[timeliness]}</span>` : nothing}
      ${extended ? names.extended : nothing}
    </p>
  </div>`;
}

/** Dates, unit and answer. */
export function factsTemplate(
  found: PublicCase,
  texts: typeof complaintTracker,
  names: typeof cases,
  lang: Lang,
): TemplateResult {
  const { answer, unitName } = found;
  return html`<dl class="facts">
      <dt>${texts.received}</dt>
      <dd>${formatMoment(found.receivedAt, lang)}</dd>
      ${dueTemplate(found, '', names, lang)}
      <dt>${texts.topic}</dt>
      <dd>${names.topics[found.topic]}</dd>
      ${
        unitName
          ? html`<dt>${names.unit}</dt>
              <dd>${unitName}</dd>`
          : nothing
      }
    </dl>
    <section>
      <h3>${names.answer}</h3>
      ${
        answer
          ? html`<blockquote class="answer" part="answer">
              <p class="prewrap">${answer.text}</p>
              <p class="small">${texts.by(answer.unitName, formatMoment(answer.at, lang))}</p>
            </blockquote>`
          : html`<p class="answer none">${texts.noAnswer}</p>`
      }
    </section>`;
}

/** What has happened so far. */
export function historyTemplate(
  { steps }: PublicCase,
  texts: typeof complaintTracker,
  names: typeof cases,
  lang: Lang,
): TemplateResult {
  return html`<section>
    <h3>${texts.steps}</h3>
    <ol class="steps" part="steps">
      ${steps.map(
        ({ action, unitName, at, note }) =>
          html`<li>
            <b>${names.steps[action]}</b>${unitName ? html` – ${unitName}` : nothing}
            <p class="small">${formatMoment(at, lang)}</p>
            ${note ? html`<p class="prewrap">${note}</p>` : nothing}
          </li>`,
      )}
    </ol>
  </section>`;
}

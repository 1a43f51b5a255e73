import { html, nothing, type TemplateResult } from 'lit';
import { timeliness, type Case } from '@dvk/sdk/cases';
import { formatDateTime } from '@dvk/sdk/text';
import { dueTemplate } from '../internal/case-templates.ts';
import type { Lang } from '../locale/controller.ts';
import type { caseDesk } from '../locale/vi/case-desk.ts';
import type { cases } from '../locale/vi/cases.ts';

/** Everything known about a case that the reader may see. */
export function caseDetail(
  open: Case,
  texts: typeof caseDesk,
  names: typeof cases,
  lang: Lang,
  download: (file: Case['attachments'][number]) => void,
): TemplateResult {
  const standing = names.timeliness[timeliness(open.dueAt, open.answeredAt, new Date().toISOString())];
  const contact = [open.sender?.name, open.sender?.phone, open.sender?.email].filter(Boolean).join(' · ');
  return html`<div>
      <p class="small">${names.kinds[open.kind]} · <b translate="no">${open.code}</b></p>
      <h3 id="case-title" tabindex="-1">${open.title}</h3>
      <p><span class="tag">${names.statuses[open.status]}</span></p>
      ${open.statusReason ? html`<p class="prewrap small">${open.statusReason}</p>` : nothing}
    </div>
    <dl class="facts">
      <dt>${texts.received}</dt>
      <dd>${formatDateTime(open.receivedAt)}</dd>
      ${dueTemplate(open, open.extensions.length > 0 ? `${standing}, ${names.extended}` : standing, names, lang)}
      ${
        open.unitName
          ? html`<dt>${names.unit}</dt>
              <dd>${open.unitName}</dd>`
          : nothing
      }
      ${
        open.address
          ? html`<dt>${texts.place}</dt>
              <dd>${open.address}</dd>`
          : nothing
      }
      ${
        open.sender
          ? html`<dt>${texts.sender}</dt>
              <dd>${contact || texts.anonymous}</dd>`
          : nothing
      }
      ${
        open.rating
          ? html`<dt>${names.steps.rate}</dt>
              <dd>${texts.rating(open.rating.solved, open.rating.attitude)}</dd>`
          : nothing
      }
    </dl>
    <section>
      <h4>${texts.content}</h4>
      <p class="content prewrap">${open.content}</p>
    </section>
    ${
      open.attachments.length > 0
        ? html`<section>
            <h4>${texts.files}</h4>
            <ul class="files">
              ${open.attachments.map(
                (file) =>
                  html`<li>
                    <button class="button plain" type="button" @click=${() => download(file)}>${file.name}</button>
                  </li>`,
              )}
            </ul>
          </section>`
        : nothing
    }
    ${
      open.answer
        ? html`<section>
            <h4>${names.answer}</h4>
            <p class="content prewrap">${open.answer.text}</p>
          </section>`
        : nothing
    }`;
}

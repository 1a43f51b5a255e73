import { html, nothing, type TemplateResult } from 'lit';
import { isExtended, timeliness, type Case, type Timeliness } from '@dvk/sdk/cases';
import { formatMoment, formatPhone } from '@dvk/sdk/text';
import { dueTemplate } from '../internal/case-templates.ts';
import type { Lang } from '../locale/controller.ts';
import type { caseDesk } from './vi.ts';
import type { cases } from '../locale/cases/vi.ts';

/** What the detail of a case is made of. */
export interface DetailView {
  open: Case;
  /** Commune and province in words, once they are known. */
  place: string;
  texts: typeof caseDesk;
  names: typeof cases;
  lang: Lang;
  download: (file: Case['attachments'][number]) => void;
}

/** Whether a case is in time; `undefined` for one that was closed without an answer. */
export function timelinessOf({
  status,
  dueAt,
  answeredAt,
}: Pick<Case, 'status' | 'dueAt' | 'answeredAt'>): Timeliness | undefined {
  const ended = answeredAt === null && (status === 'ineligible' || status === 'closed');
  return ended ? undefined : timeliness(dueAt, answeredAt, new Date().toISOString());
}

/** Everything known about a case that the reader may see. */
export function caseDetail({ open, place, texts, names, lang, download }: DetailView): TemplateResult {
  const inTime = timelinessOf(open);
  const dueNote = [inTime && names.timeliness[inTime], isExtended(open) && names.extended].filter(Boolean).join(', ');
  const where = [open.address, place].filter(Boolean).join(', ');
  const { name, phone, email } = open.sender ?? {};
  const contact = [name, phone && formatPhone(phone, lang), email].filter(Boolean).join(' · ');
  return html`<div class="head">
      <h3 id="record-title" tabindex="-1">${open.title}</h3>
      <p><span class="tag">${names.statuses[open.status]}</span></p>
      ${open.statusReason ? html`<p class="prewrap small">${open.statusReason}</p>` : nothing}
    </div>
    <dl class="facts">
      <dt>${texts.received}</dt>
      <dd>${formatMoment(open.receivedAt, lang)}</dd>
      ${dueTemplate(open, dueNote, names, lang)}
      ${
        open.unitName
          ? html`<dt>${names.unit}</dt>
              <dd>${open.unitName}</dd>`
          : nothing
      }
      ${
        where
          ? html`<dt>${texts.place}</dt>
              <dd>${where}</dd>`
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

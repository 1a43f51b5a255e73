import { html, nothing, type TemplateResult } from 'lit';
import type { Case } from '@dvk/sdk/cases';
import { formatDue, formatPhone, maskTail } from '@dvk/sdk/text';
import type { caseRecord } from '../../locale/case-record/vi.ts';
import type { cases } from '../../locale/cases/vi.ts';
import type { Lang } from '../../locale/controller.ts';
import { sheetFacts } from '../../paper/official-sheet.ts';
import type { caseDesk } from '../vi.ts';

export interface FactsView {
  open: Case;
  /** Commune and province in words, once they are known. */
  place: string;
  /** Whether the person may know who sent it. */
  maySeeSender: boolean;
  /** Whether the contact is shown in full. */
  isContactShown: boolean;
  desk: typeof caseDesk;
  texts: typeof caseRecord;
  names: typeof cases;
  lang: Lang;
  onToggleContact: () => void;
}

/** `0912 345 678` → `09xx xxx 678`: enough to tell two numbers apart. */
function maskedPhone(phone: string): string {
  return phone.slice(0, 2) + phone.slice(2).replace(/\d(?=(?:\D*\d){3})/g, 'x');
}

function due({ dueAt, dueExplanation, dueProvisional }: Case, { texts, names, lang }: FactsView): TemplateResult {
  return html`<b>${formatDue(dueAt, lang)}</b> ${
      dueExplanation.length > 0
        ? html`<details class="inline" part="explanation">
            <summary>${texts.dueHow}</summary>
            <ol>
              ${dueExplanation.map((line) => html`<li>${line[lang]}</li>`)}
            </ol>
          </details>`
        : nothing
    }
    ${dueProvisional ? html`<p class="small">${names.dueProvisional}</p>` : nothing}`;
}

function place({ address, location }: Case, { place: commune, texts }: FactsView): TemplateResult {
  const map =
    location &&
    `https://www.openstreetmap.org/?mlat=${location.lat}&mlon=${location.lon}#map=17/${location.lat}/${location.lon}`;
  return html`${[address, commune].filter(Boolean).join(', ')}
  ${map ? html`<span class="screen-only">· <a href=${map} target="_blank" rel="noopener noreferrer">${texts.map}</a></span>` : nothing}`;
}

function sender(
  { sender }: Case,
  { desk, texts, lang, maySeeSender, isContactShown, onToggleContact }: FactsView,
): unknown {
  if (!maySeeSender) return texts.hiddenSender;
  const { name, phone, email } = sender ?? {};
  if (!name && !phone && !email) return desk.anonymous;
  const number = phone && formatPhone(phone, lang);
  const contact = [
    name,
    number && (isContactShown ? number : maskedPhone(number)),
    email && (isContactShown ? email : maskTail(email)),
  ];
  return html`${contact.filter(Boolean).join(' · ')}
  ${
    phone || email
      ? html`<span class="screen-only">·</span>
          <button class="link screen-only" type="button" aria-pressed=${isContactShown} @click=${onToggleContact}>
            ${isContactShown ? texts.hideContact : texts.showContact}
          </button>`
      : nothing
  }`;
}

/** What is known of a case besides its text. */
export function factsTemplate(view: FactsView): TemplateResult {
  const { open, desk, names } = view;
  return sheetFacts([
    [names.due, due(open, view)],
    [desk.place, place(open, view)],
    [desk.sender, sender(open, view)],
    ...(open.unitName ? [[names.unit, open.unitName] as const] : []),
    ...(open.rating ? [[names.steps.rate, desk.rating(open.rating.solved, open.rating.attitude)] as const] : []),
  ]);
}

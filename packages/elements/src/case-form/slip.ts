import { html, nothing, type TemplateResult } from 'lit';
import { formatDue, formatMoment } from '@dvk/sdk/text';
import type { cases } from '../locale/cases/vi.ts';
import type { LocaleController } from '../locale/controller.ts';
import { sheetFacts, sheetHead } from '../paper/official-sheet.ts';
import type { Received } from './sent.ts';
import type { caseForm } from './vi.ts';

export interface SlipView {
  received: Received;
  texts: typeof caseForm;
  names: typeof cases;
  element: Element;
  locale: LocaleController;
  qr: TemplateResult | typeof nothing | undefined;
  /** Address of the page with the tracker, or `''`. */
  trackerPage: string;
}

/** The receipt on one sheet of A4. */
export function slipTemplate({ received, texts, names, element, locale, qr, trackerPage }: SlipView): TemplateResult {
  const { lang } = locale;
  const { slip, rows, steps } = texts;
  const { code, secret, kind, topic, title, placeName, pictures, otherFiles, receivedAt, dueAt, officeName } = received;
  const files = slip.count(pictures, otherFiles);
  const due = formatDue(dueAt, lang);
  // How long it is; when it began stands above.
  const [, term] = received.dueExplanation;
  const facts = [
    [rows.kind, `${names.kinds[kind]}; ${names.topics[topic].toLocaleLowerCase('vi')}`],
    [texts.subject, title],
    [texts.where, placeName],
    files && [slip.files, files],
    [slip.receivedAt, formatMoment(receivedAt, lang)],
    [names.due, html`<b>${due}</b>${term ? html`. ${term[lang]}` : nothing}`],
  ].filter(Boolean) as [string, string | TemplateResult][];
  return html`<div class="slip paper-only on-paper">
    ${sheetHead({ issuer: officeName, at: receivedAt, title: slip.title, about: slip.about }, element, locale)}
    <div class="slip-box">
      <div>
        <p>${texts.code}</p>
        <p class="slip-code">${code}</p>
        <p>${texts.secret}</p>
        <p class="slip-code">${secret}</p>
        <p><i>${slip.guard}</i></p>
      </div>
      ${
        qr &&
        html`<div class="slip-qr">
          ${qr}
          <p>${slip.scan}</p>
        </div>`
      }
    </div>
    ${sheetFacts(facts)}
    <p class="slip-next"><b>${texts.next}</b></p>
    <ol>
      <li>${steps.sort[1]}</li>
      <li>${steps.handle[1]}</li>
      <li>
        ${steps.answer[0]}: ${steps.answer[1]!.toLocaleLowerCase('vi')}
        ${due.charAt(0).toLocaleLowerCase('vi')}${due.slice(1)}.
      </li>
      <li>${steps.rate[0]}. ${steps.rate[1]}</li>
    </ol>
    <p><b>${slip.result}</b> ${slip.how(trackerPage)}</p>
    <p class="trace">${slip.made}</p>
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from '@dvk/sdk/text';
import type { LocaleController } from '../locale/controller.ts';
import { nameInSentence } from '../locale/name-in-sentence.ts';
import { sheetFacts, sheetHead } from '../paper/official-sheet.ts';
import { publicCaseStatusLooks } from '../status/cases.ts';
import { dueChip, stateBesideDue } from '../status/due.ts';
import type { CaseView } from './view.ts';

/** Which case it is and how it stands. */
export function headTemplate({ found, names, dueTexts }: CaseView): TemplateResult {
  const { kind, code, title, status, timeliness, extended } = found;
  return html`<div class="head screen-only">
    <p class="small case-code">${names.kinds[kind]} <b translate="no">${code}</b></p>
    <h2 id="title" tabindex="-1">${title || names.kinds[kind]}</h2>
    <p class="chips">
      ${stateBesideDue(publicCaseStatusLooks[status], names.statuses[status], found.due)}
      ${
        timeliness === 'on-time' || timeliness === 'late'
          ? html`${dueChip({ class: timeliness }, '', dueTexts)}
            ${extended ? html`<span>${names.extended}</span>` : nothing}`
          : nothing
      }
    </p>
  </div>`;
}

/** The same on paper, where nobody signs: it is what the sender has looked up. */
export function sheetTemplate(view: CaseView, element: Element, locale: LocaleController): TemplateResult {
  const { found, texts, names, lang } = view;
  const { code, kind, title, topic, status, timeliness, extended, unitName, officeName, receivedAt } = found;
  const standing = [
    names.statuses[status],
    timeliness && nameInSentence(names.timeliness[timeliness]),
    extended && names.extended,
  ];
  return html`${sheetHead({ issuer: officeName, number: code, title: texts.paperTitle(nameInSentence(names.kinds[kind])), about: title }, element, locale)}
    <div class="paper-only">
      ${sheetFacts([
        [texts.standing, standing.filter(Boolean).join(', ')],
        [texts.topic, names.topics[topic]],
        [texts.receivedAt, formatMoment(receivedAt, lang)],
        ...(unitName ? [[names.unit, unitName] as const] : []),
      ])}
    </div>`;
}

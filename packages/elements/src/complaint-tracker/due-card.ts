import { html, nothing, type TemplateResult } from 'lit';
import type { PublicCase, PublicCaseStep } from '@dvk/sdk/cases';
import { formatDue, formatMoment } from '@dvk/sdk/text';
import { dueIcon } from '../icons/due.ts';
import { reopenedIcon } from '../icons/reopened.ts';
import { chip } from '../parts/chip.ts';
import { disclosure } from '../parts/disclosure.ts';
import { dueChip, dueChipInFull } from '../status/due.ts';
import { termCalendar } from './term-calendar.ts';
import { isReopened, whoOf, type CaseView } from './view.ts';

/** When an answer is due, what is left until then, and how that was worked out; and why it is handled again. */
export function dueCard(view: CaseView): TemplateResult {
  const { found, texts, names, lang } = view;
  const again = isReopened(found);
  return html`<div class="card due ${again ? 'again' : ''}">
      <div class="due-line">
        <div>
          <p class="due-name">${again ? texts.newDue : names.due}</p>
          <p class="due-day">${formatDue(found.dueAt, lang)}</p>
        </div>
        <p>${leftChip(view)}${found.extended ? html` <span>${names.extended}</span>` : nothing}</p>
      </div>
      ${found.dueProvisional ? html`<p class="small">${names.dueProvisional}</p>` : nothing}
      ${extensionsOf(found).map((step) => extensionTemplate(step, view))}
      ${
        found.dueExplanation.length > 0
          ? html`<div part="explanation">
              ${disclosure(
                names.dueHow,
                html`<div class="how">
                  <ul class="bullets">
                    ${found.dueExplanation.map((line) => html`<li>${line[lang]}</li>`)}
                  </ul>
                  <div>${termCalendar(view)}</div>
                </div>`,
              )}
            </div>`
          : nothing
      }
    </div>
    ${again ? reopeningTemplate(view) : nothing}`;
}

function leftChip({ found: { due, timeliness }, dueTexts }: CaseView): TemplateResult | string {
  if (due?.class === 'in-time') return chip({ icon: dueIcon, tone: 'neutral' }, dueTexts.leftInFull(due.workingDays));
  if (due) return dueChipInFull(due, '', dueTexts);
  return timeliness === 'overdue' ? dueChip({ class: 'overdue' }, '', dueTexts) : '';
}

/** The extensions of the term that runs. */
const extensionsOf = ({ steps, termStartedAt }: PublicCase): PublicCaseStep[] =>
  steps.filter(({ action, at }) => action === 'extend' && Date.parse(at) >= Date.parse(termStartedAt));

function extensionTemplate(step: PublicCaseStep, { found, texts, lang }: CaseView): TemplateResult {
  return html`<p>
    ${texts.extendedBy(whoOf(step, found) || found.officeName, formatMoment(step.at, lang))}${step.note ? html`: ${step.note}` : nothing}
  </p>`;
}

function reopeningTemplate({ found, texts, lang }: CaseView): TemplateResult | typeof nothing {
  const step = found.steps.findLast(({ action }) => action === 'reopen');
  if (!step) return nothing;
  return html`<div class="notice warning with-icon again-why">
    ${reopenedIcon}
    <p><b>${texts.youReported}</b><br /><span class="when">${formatMoment(step.at, lang)}</span></p>
    ${step.note ? html`<p class="prewrap">“${step.note}”</p>` : nothing}
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { stagesOf, type CaseStageView, type PublicCase, type PublicCaseStep } from '@dvk/sdk/cases';
import { dateInVietnam, formatDate, formatDue, formatMoment } from '@dvk/sdk/text';
import { nameInSentence } from '../locale/name-in-sentence.ts';
import { disclosure } from '../parts/disclosure.ts';
import { stepper, type StepperStep } from '../parts/stepper.ts';
import { timeline } from '../parts/timeline.ts';
import { answerTemplate } from './answer-card.ts';
import { isReopened, whoOf, type CaseView } from './view.ts';

/** The stages of a case, what was before each reopening, and – where more was recorded than the stages tell – all steps. */
export function wayTemplate(view: CaseView): TemplateResult {
  const { found, texts, names, partTexts, lang } = view;
  const stages = stagesOf(found);
  const told = new Set(stages.map(({ step }) => step));
  const term = found.steps.filter(({ at }) => Date.parse(at) >= Date.parse(found.termStartedAt));
  const hasMore = term.some((step) => !told.has(step));
  const events = found.steps.map((step) => ({
    title: names.steps[step.action],
    note: [whoOf(step, found), step.action === 'assign' && step.unitName, formatMoment(step.at, lang)]
      .filter(Boolean)
      .join(', '),
    text: step.note,
  }));
  return html`<section class="way">
    <h3 id="way">${texts.steps}</h3>
    <div part="steps">
      ${stepper({
        steps: stages.map((stage) => stepOf(stage, view)),
        label: texts.steps,
        texts: partTexts,
        isHeldUp: found.status === 'reopened' || (isReopened(found) && found.due !== null),
      })}
    </div>
    ${found.earlierTerms.map((earlier) => html`<div class="card fold">${earlierTemplate(earlier, view)}</div>`)}
    ${
      hasMore
        ? disclosure(
            texts.allSteps(events.length),
            timeline({ events: events.reverse(), label: texts.steps, texts: partTexts }),
          )
        : nothing
    }
  </section>`;
}

function stepOf({ stage, state, step }: CaseStageView, view: CaseView): StepperStep {
  const { found, texts } = view;
  const isToCome = state === 'next' && stage === 'answered';
  const name = isToCome ? (isReopened(found) ? texts.toAnswerAgain : texts.toAnswer) : texts.stages[stage];
  return {
    name,
    note: state === 'next' ? noteToCome(stage, view) : step ? noteOf(stage, state, step, view) : '',
    state,
  };
}

function noteToCome(stage: CaseStageView['stage'], { found, texts, lang }: CaseView): string {
  if (stage === 'answered')
    return texts.atTheLatest(nameInSentence(formatDue(found.dueAt, lang).replace(/ \(.*\)$/, '')));
  return stage === 'closed' ? texts.afterRating : '';
}

function noteOf(
  stage: CaseStageView['stage'],
  state: 'done' | 'now',
  step: PublicCaseStep,
  { found, texts, names, lang }: CaseView,
): string {
  const when = formatMoment(step.at, lang);
  // Who got it, rather than who passed it on.
  const who =
    stage === 'in-progress' || stage === 'reopened' ? (found.unitName ?? found.officeName) : whoOf(step, found);
  if (stage === 'answered') {
    const { timeliness } = found;
    return timeliness ? `${when}, ${nameInSentence(names.timeliness[timeliness])}` : when;
  }
  return [who, state === 'now' && who ? texts.since(when) : when].filter(Boolean).join(', ');
}

/** A former round in one line, with its own timeliness; behind it, its answer. */
function earlierTemplate(
  { answer, dueAt, timeliness, extended }: PublicCase['earlierTerms'][number],
  view: CaseView,
): TemplateResult {
  const { texts, names } = view;
  const day = (at: string) => formatDate(dateInVietnam(at));
  const standing = [nameInSentence(names.timeliness[timeliness]), extended && names.extended]
    .filter(Boolean)
    .join(', ');
  return answer
    ? disclosure(
        texts.earlierTerm(day(answer.at), standing),
        answerTemplate(answer, { ...view, sent: view.found.attachments }),
      )
    : html`<p>${texts.earlierWithout(day(dueAt), standing)}</p>`;
}

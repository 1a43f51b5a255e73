import { html, nothing, type TemplateResult } from 'lit';
import type { PublicCase, PublicFile } from '@dvk/sdk/cases';
import { dateInVietnam, formatDate, formatMoment } from '@dvk/sdk/text';
import { answeredIcon } from '../icons/answered.ts';
import { beforeAfter } from '../parts/before-after.ts';
import { isPhoto, type CaseView } from './view.ts';

type Answer = NonNullable<PublicCase['answer']>;

/** What an answer is shown with. */
export interface AnswerView extends Pick<CaseView, 'texts' | 'names' | 'partTexts' | 'lang' | 'files'> {
  /** The files that the sender sent. */
  sent: readonly PublicFile[];
}

/** The answer to the case, first of all. */
export function answerCard(answer: Answer, view: AnswerView): TemplateResult {
  return html`<section class="card answered" aria-labelledby="answer">
    <h3 id="answer" class="icon-24">${answeredIcon}${view.names.answer}</h3>
    ${answerTemplate(answer, view)}
  </section>`;
}

/** Who answered, what, and the place before and after. */
export function answerTemplate(answer: Answer, view: AnswerView): TemplateResult {
  const { texts, lang, files, partTexts } = view;
  const after = answer.attachments.find(isPhoto);
  const before = after && view.sent.find(isPhoto);
  const others = before ? answer.attachments.filter((file) => file !== after) : answer.attachments;
  return html`<div class="answer" part="answer">
    <p class="small">${answer.unitName}, ${formatMoment(answer.at, lang)}</p>
    ${answer.solution === 'part' ? html`<p><b>${texts.solutions.part}</b></p>` : nothing}
    <p class="prewrap">${answer.text}</p>
    ${before ? pair(before, after, answer, view) : nothing} ${files.thumbnails(others, partTexts)}
  </div>`;
}

function pair(
  before: PublicFile,
  after: PublicFile,
  { unitName }: Answer,
  { texts, files, partTexts }: AnswerView,
): TemplateResult {
  const view = { files: [before, after], texts: partTexts };
  const words = (file: typeof before, who: string) => ({
    alt: texts.photoOf(file.name),
    when: formatDate(dateInVietnam(file.uploadedAt)),
    who,
  });
  return beforeAfter(
    files.pairPicture(before, view, words(before, texts.byYou)),
    files.pairPicture(after, view, words(after, texts.byUnit(unitName))),
    partTexts,
  );
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Case, CaseAnswer } from '@dvk/sdk/cases';
import { formatMoment } from '@dvk/sdk/text';
import type { caseRecord } from '../../locale/case-record/vi.ts';
import type { Lang } from '../../locale/controller.ts';

export interface ReplyView {
  open: Case;
  texts: typeof caseRecord;
  lang: Lang;
  /** The files of an answer. */
  files: (answer: CaseAnswer) => unknown;
}

const answerTemplate = (answer: CaseAnswer, { texts, lang, files }: ReplyView): TemplateResult =>
  html`<p class="content prewrap">${answer.text}</p>
    <p class="small">
      ${texts.replied(answer.unitName, formatMoment(answer.at, lang))}${answer.solution ? ` · ${texts.solutions[answer.solution]}` : ''}
    </p>
    ${files(answer)}`;

/** What the sender was answered, also before it was reopened. */
export function replyTemplate(view: ReplyView): TemplateResult {
  const { open, texts } = view;
  const earlier = open.earlierTerms.flatMap(({ answer }) => answer ?? []).reverse();
  return html`${open.answer ? answerTemplate(open.answer, view) : html`<p class="small">${texts.noReply}</p>`}
  ${
    earlier.length > 0
      ? html`<h4>${texts.earlierReply}</h4>
          ${earlier.map((answer) => answerTemplate(answer, view))}`
      : nothing
  }`;
}

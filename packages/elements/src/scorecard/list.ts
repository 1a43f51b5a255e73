import { html, type TemplateResult } from 'lit';
import type { AssessmentSummary } from '@dvk/sdk/assessments';
import type { RubricSummary } from '@dvk/sdk/rubrics';
import { formatPoints } from '@dvk/sdk/text';
import type { Lang } from '../locale/controller.ts';
import { textIn } from './text-in.ts';
import type { scorecard } from './vi.ts';

export interface RowView {
  item: AssessmentSummary;
  rubrics: readonly RubricSummary[];
  texts: typeof scorecard;
  lang: Lang;
  onOpen: () => void;
}

/** One assessment in the list. */
export function rowTemplate({ item, rubrics, texts, lang, onOpen }: RowView): TemplateResult {
  const { subject, period, rubricId, rubricVersion, status, selfPoints, selfOutOf } = item;
  const rubric = rubrics.find(({ id, version }) => id === rubricId && version === rubricVersion);
  const points = (value: number) => formatPoints(value, { trim: true });
  return html`<button class="row" type="button" @click=${onOpen}>
    <b>${subject.name} · ${period}</b>
    <span class="small"
      >${rubric ? textIn(rubric.title, lang) : `${rubricId} ${rubricVersion}`} · ${texts.statuses[status]} ·
      ${texts.selfTotal}
      ${selfPoints === null ? texts.noPoints : texts.outOf(points(selfPoints), points(selfOutOf))}</span
    >
  </button>`;
}

/** The boxes in which a unit opens a new assessment. */
export function openingTemplate(
  rubrics: readonly RubricSummary[],
  texts: typeof scorecard,
  lang: Lang,
  onCreate: (event: SubmitEvent) => void,
): TemplateResult {
  const options = rubrics
    .filter(({ subject }) => subject === 'unit')
    .map(({ id, version, title }) => ({ value: `${id} ${version}`, label: textIn(title, lang) }));
  const year = new Date().getFullYear();
  const years = [year, year - 1].map((each) => ({ value: String(each), label: String(each) }));
  return html`<form novalidate @submit=${onCreate}>
    <h3>${texts.open}</h3>
    <div class="opening">
      <dvk-choice-field
        name="rubric"
        type="select"
        label=${texts.rubric}
        .options=${options}
        required
      ></dvk-choice-field>
      <dvk-choice-field
        name="period"
        type="select"
        label=${texts.period}
        value=${year}
        .options=${years}
        required
      ></dvk-choice-field>
      <div class="actions"><button class="button">${texts.start}</button></div>
    </div>
  </form>`;
}

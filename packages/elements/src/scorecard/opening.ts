import { css, html, type TemplateResult } from 'lit';
import type { RubricSummary } from '@dvk/sdk/rubrics';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import type { TaggedElement } from '../internal/define.ts';
import type { Lang } from '../locale/controller.ts';
import type { scorecardList } from '../locale/scorecard-list/vi.ts';
import { rubricName } from './rubric-name.ts';

/** The fields of {@link openingForm}, to be defined before it is drawn. */
export const openingFields: readonly TaggedElement[] = [DvkChoiceField];

/** The boxes in which a unit opens a new assessment of itself. */
export function openingForm(
  rubrics: readonly RubricSummary[],
  texts: typeof scorecardList,
  lang: Lang,
  onCreate: (event: SubmitEvent) => void,
): TemplateResult {
  const options = rubrics
    .filter(({ subject }) => subject === 'unit')
    .map((rubric) => ({ value: `${rubric.id} ${rubric.version}`, label: rubricName(rubric, texts, lang) }));
  const year = new Date().getFullYear();
  const years = [year, year - 1].map((each) => ({ value: String(each), label: String(each) }));
  return html`<form class="opening" id="opening" novalidate @submit=${onCreate}>
    <dvk-choice-field name="rubric" type="select" label=${texts.rubric} .options=${options} required></dvk-choice-field>
    <dvk-choice-field
      name="period"
      type="select"
      label=${texts.openingPeriod}
      value=${year}
      .options=${years}
      required
    ></dvk-choice-field>
  </form>`;
}

export const openingStyles = css`
  .opening {
    gap: 1em;
    margin-block-start: 0.5em;
  }
`;

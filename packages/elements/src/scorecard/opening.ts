import { css, html, type TemplateResult } from 'lit';
import { servesYear, type RubricSummary } from '@dvk/sdk/rubrics';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import type { TaggedElement } from '../internal/define.ts';
import type { Lang } from '../locale/controller.ts';
import type { scorecardList } from '../locale/scorecard-list/vi.ts';
import { rubricName } from '../criteria/rubric-name.ts';

/** The fields of {@link openingForm}, to be defined before it is drawn. */
export const openingFields: readonly TaggedElement[] = [DvkChoiceField];

interface OpeningView {
  /** Every version of every rubric. */
  rubrics: readonly RubricSummary[];
  /** The year chosen: only the versions in force in it are offered. */
  year: string;
  texts: typeof scorecardList;
  lang: Lang;
  onYear: (year: string) => void;
  onCreate: (event: SubmitEvent) => void;
}

/** The versions with which a unit may be scored in a year. */
function offered(rubrics: readonly RubricSummary[], year: string): readonly RubricSummary[] {
  return rubrics.filter(
    ({ id, version, subject }) =>
      subject === 'unit' &&
      servesYear(
        version,
        rubrics.filter((each) => each.id === id),
        year,
      ),
  );
}

/** The boxes in which a unit opens a new assessment of itself. */
export function openingForm({ rubrics, year, texts, lang, onYear, onCreate }: OpeningView): TemplateResult {
  const options = offered(rubrics, year).map((rubric) => ({
    value: `${rubric.id} ${rubric.version}`,
    label: rubricName(rubric, texts, lang),
  }));
  const thisYear = new Date().getFullYear();
  const years = [thisYear, thisYear - 1].map((each) => ({ value: String(each), label: String(each) }));
  return html`<form class="opening" id="opening" novalidate @submit=${onCreate}>
    <dvk-choice-field name="rubric" type="select" label=${texts.rubric} .options=${options} required></dvk-choice-field>
    <dvk-choice-field
      name="period"
      type="select"
      label=${texts.openingPeriod}
      value=${year}
      .options=${years}
      @change=${({ target }: Event) => onYear((target as DvkChoiceField).value)}
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

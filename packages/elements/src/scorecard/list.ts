import { css, html, type TemplateResult } from 'lit';
import { assessmentStatuses, type AssessmentSummary } from '@dvk/sdk/assessments';
import type { RubricSummary } from '@dvk/sdk/rubrics';
import { dateInVietnam, formatDate, formatPoints } from '@dvk/sdk/text';
import type { ListDefinition } from '../list/definition.ts';
import type { Lang } from '../locale/controller.ts';
import type { scorecardList } from '../locale/scorecard-list/vi.ts';
import { chip, chipStyles } from '../parts/chip.ts';
import { progressBarStyles } from '../parts/progress-bar.ts';
import { assessmentStatusLooks } from '../status/assessments.ts';
import { rubricName } from '../criteria/rubric-name.ts';

/** What the list of scorecards looks like. */
export interface ScorecardListView {
  texts: typeof scorecardList;
  lang: Lang;
  rubrics: readonly RubricSummary[];
  /** The units, as far as the person may choose among them. */
  units: readonly { id: string; name: string }[];
}

const shownPoints = (points: number) => formatPoints(points, { trim: true });

/** How far the side has come whose turn it is, as far as the reader may see it. */
function progressIn({ status, selfScored, selfLines, appraisedScored, appraisedLines }: AssessmentSummary) {
  const isAppraised = status !== 'open' && appraisedScored !== null;
  return isAppraised ? { done: appraisedScored, all: appraisedLines } : { done: selfScored, all: selfLines };
}

function progressCell(row: AssessmentSummary, texts: typeof scorecardList): TemplateResult {
  const { done, all } = progressIn(row);
  return html`<span class="progress-cell">
    <progress class=${done === all ? 'whole' : ''} max=${all} value=${done} aria-hidden="true"></progress>
    ${texts.scored(done, all)}
  </span>`;
}

/** The list of scorecards: last changed first. */
export function scorecardListOf({ texts, lang, rubrics, units }: ScorecardListView): ListDefinition<AssessmentSummary> {
  const find = ({ rubricId, rubricVersion }: AssessmentSummary) =>
    rubrics.find(({ id, version }) => id === rubricId && version === rubricVersion);
  const rubricOf = (row: AssessmentSummary) => {
    const rubric = find(row);
    return rubric ? rubricName(rubric, texts, lang) : `${row.rubricId} ${row.rubricVersion}`;
  };
  /** What tells two sheets of a unit apart in a row: the number of the rubric. Its whole name would take four lines. */
  const shortRubricOf = (row: AssessmentSummary) => find(row)?.legalBasis.number ?? rubricOf(row);
  // One name stands for all versions of a rubric.
  const rubricNames = new Map(rubrics.map((rubric) => [rubric.id, rubricName(rubric, texts, lang)]));
  const year = new Date().getFullYear();
  const years = [year, year - 1, year - 2].map((each) => ({ value: String(each), label: String(each) }));
  return {
    label: texts.list,
    noun: texts.noun,
    nameOf: ({ subject }) => subject.name,
    search: texts.search,
    sort: 'changed',
    tabsBy: 'status',
    tabs: [
      { key: 'all', label: texts.all },
      ...assessmentStatuses.map((status) => ({ key: status, label: texts.statuses[status], values: [status] })),
    ],
    filters: [
      {
        name: 'subjectKind',
        label: texts.kind,
        options: Object.entries(texts.kinds).map(([value, label]) => ({ value, label })),
      },
      { name: 'period', label: texts.period, options: years },
      {
        name: 'rubricId',
        label: texts.rubric,
        several: true,
        options: [...rubricNames].map(([value, label]) => ({ value, label })),
      },
      ...(units.length > 0
        ? [{ name: 'unitId', label: texts.unit, options: units.map(({ id, name }) => ({ value: id, label: name })) }]
        : []),
    ],
    cellsDependOn: [rubrics],
    columns: [
      {
        key: 'name',
        label: texts.name,
        opens: {
          meta: (row) => [row.period, row.subject.kind === 'unit' ? shortRubricOf(row) : row.unitName].join(' · '),
        },
        render: ({ subject }) => subject.name,
        value: ({ subject }) => subject.name,
      },
      {
        key: 'unit',
        label: texts.unit,
        width: 12,
        optional: 'hidden',
        render: ({ unitName }) => unitName,
        value: ({ unitName }) => unitName,
      },
      { key: 'rubric', label: texts.rubric, width: 18, optional: 'hidden', render: rubricOf, value: rubricOf },
      {
        key: 'progress',
        label: texts.progress,
        width: 7,
        render: (row) => progressCell(row, texts),
        value: (row) => texts.scored(progressIn(row).done, progressIn(row).all),
      },
      {
        key: 'self',
        label: texts.selfPoints,
        width: 8.25,
        align: 'end',
        sort: { descending: 'self-points' },
        render: ({ selfPoints, selfOutOf }) =>
          selfPoints === null ? '–' : texts.outOf(shownPoints(selfPoints), shownPoints(selfOutOf)),
        value: ({ selfPoints }) => (selfPoints === null ? null : selfPoints / 100),
      },
      {
        key: 'appraised',
        label: texts.appraisedPoints,
        width: 9.75,
        align: 'end',
        sort: { descending: 'appraised-points' },
        render: ({ appraisedPoints }) =>
          appraisedPoints === null ? '–' : html`<b>${shownPoints(appraisedPoints)}</b>`,
        value: ({ appraisedPoints }) => (appraisedPoints === null ? null : appraisedPoints / 100),
      },
      {
        key: 'changed',
        label: texts.changed,
        width: 7,
        optional: 'wide',
        sort: { descending: 'changed' },
        render: ({ updatedAt }) => formatDate(dateInVietnam(updatedAt)),
        value: ({ updatedAt }) => dateInVietnam(updatedAt),
      },
      {
        key: 'status',
        label: texts.status,
        width: 12,
        render: ({ status }) => chip(assessmentStatusLooks[status], texts.statuses[status]),
        value: ({ status }) => texts.statuses[status],
      },
    ],
  };
}

/** Look of the cells of the list. */
export const scorecardListStyles = [
  chipStyles,
  progressBarStyles,
  css`
    .progress-cell {
      display: flex;
      align-items: center;
      gap: 0.6em;
      font-variant-numeric: tabular-nums;
    }
    .progress-cell progress {
      flex: 0 1 4em;
      min-inline-size: 2.5em;
    }
    .progress-cell .whole::-webkit-progress-value {
      background: var(--_success);
    }
    .progress-cell .whole::-moz-progress-bar {
      background: var(--_success);
    }
    @media (forced-colors: active) {
      .progress-cell .whole::-webkit-progress-value {
        background: Highlight;
      }
      .progress-cell .whole::-moz-progress-bar {
        background: Highlight;
      }
    }
    @media print {
      .progress-cell progress {
        display: none;
      }
    }
  `,
];

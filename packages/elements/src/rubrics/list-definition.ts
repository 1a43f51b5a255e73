import { html } from 'lit';
import { rubricStates } from '@dvk/sdk/rubrics';
import { formatDate } from '@dvk/sdk/text';
import { shortPoints } from '../criteria/scoring-words.ts';
import { textIn } from '../criteria/text-in.ts';
import type { ListDefinition } from '../list/definition.ts';
import type { Lang } from '../locale/controller.ts';
import { chip } from '../parts/chip.ts';
import { rubricStateLooks } from '../status/rubrics.ts';
import type { RubricVersion } from './rubric-version.ts';
import { rubricValidity } from './validity.ts';
import type { rubrics } from './vi.ts';

/** What the list of rubrics looks like: every version a row. */
export function rubricListOf(texts: typeof rubrics, lang: Lang): ListDefinition<RubricVersion> {
  const nameOf = ({ title }: RubricVersion) => textIn(title, lang);
  const basisOf = ({ legalBasis }: RubricVersion) =>
    legalBasis.confidence === 'illustrative' ? texts.illustrative : (legalBasis.number ?? '–');
  return {
    label: texts.list,
    noun: texts.noun,
    nameOf: (row) => `${nameOf(row)} ${row.version}`,
    search: texts.search,
    tabsBy: 'state',
    tabs: [
      { key: 'all', label: texts.all },
      ...rubricStates.map((state) => ({ key: state, label: texts.states[state], values: [state] })),
    ],
    filters: [
      {
        name: 'subject',
        label: texts.subject,
        options: Object.entries(texts.subjects).map(([value, label]) => ({ value, label })),
      },
    ],
    columns: [
      {
        key: 'name',
        label: texts.name,
        opens: { meta: ({ subject, version }) => `${texts.subjects[subject]} · ${texts.version(version)}` },
        render: nameOf,
        value: nameOf,
      },
      {
        key: 'subject',
        label: texts.subject,
        width: 8,
        optional: 'hidden',
        render: ({ subject }) => texts.subjects[subject],
        value: ({ subject }) => texts.subjects[subject],
      },
      {
        key: 'version',
        label: texts.versionColumn,
        width: 7,
        optional: 'hidden',
        render: ({ version }) => html`<span translate="no">${version}</span>`,
        value: ({ version }) => version,
      },
      {
        key: 'standing',
        label: texts.state,
        width: 12.5,
        render: ({ state }) => chip(rubricStateLooks[state], texts.states[state]),
        value: ({ state }) => texts.states[state],
      },
      {
        key: 'validity',
        label: texts.validity,
        width: 14,
        render: (row) => rubricValidity(row, texts),
        value: ({ validFrom, validTo }) => [validFrom, validTo].map((day) => (day ? formatDate(day) : '')).join(' – '),
      },
      {
        key: 'basis',
        label: texts.basis,
        width: 10,
        optional: 'wide',
        render: basisOf,
        value: basisOf,
      },
      {
        key: 'total',
        label: texts.total,
        width: 6,
        align: 'end',
        optional: 'shown',
        render: ({ total }) => shortPoints(total),
        value: ({ total }) => total / 100,
      },
    ],
  };
}

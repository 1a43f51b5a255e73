import { html, type TemplateResult } from 'lit';
import type { DueClass } from '@dvk/sdk/calendar';
import type { CaseStatus, CaseSummary, CaseTopic } from '@dvk/sdk/cases';
import { dateInVietnam, formatDate, formatDateWithWeekday } from '@dvk/sdk/text';
import { administrativeProcedureIcon } from '../icons/administrative-procedure.ts';
import { dateIcon } from '../icons/date.ts';
import { dueIcon } from '../icons/due.ts';
import { environmentIcon } from '../icons/environment.ts';
import { infrastructureIcon } from '../icons/infrastructure.ts';
import { otherTopicIcon } from '../icons/other-topic.ts';
import { publicUtilitiesIcon } from '../icons/public-utilities.ts';
import { telecomIcon } from '../icons/telecom.ts';
import { tourismIcon } from '../icons/tourism.ts';
import { urbanOrderIcon } from '../icons/urban-order.ts';
import { warningIcon } from '../icons/warning.ts';
import type { BulkStep, Group, ListDefinition } from '../list/definition.ts';
import type { cases } from '../locale/cases/vi.ts';
import type { Lang } from '../locale/controller.ts';
import type { due } from '../locale/due/vi.ts';
import { caseStatusLooks } from '../status/cases.ts';
import { dueChip, stateBesideDue } from '../status/due.ts';
import type { caseDesk } from './vi.ts';

const topicIcons: Readonly<Record<CaseTopic, TemplateResult>> = {
  'urban-order': urbanOrderIcon,
  environment: environmentIcon,
  infrastructure: infrastructureIcon,
  telecom: telecomIcon,
  'public-utilities': publicUtilitiesIcon,
  tourism: tourismIcon,
  'administrative-procedure': administrativeProcedureIcon,
  other: otherTopicIcon,
};

/** What the list of cases looks like. */
export interface CaseListView {
  texts: typeof caseDesk;
  names: typeof cases;
  dueTexts: typeof due;
  dueClasses: Readonly<Record<DueClass, string>>;
  lang: Lang;
  /** How many there are by how near they are due, if that is known. */
  dueCounts: Readonly<Partial<Record<DueClass, number>>> | undefined;
  /** Names of communes, by their codes, as far as they are known. */
  communes: ReadonlyMap<string, string>;
  /** The units, as far as the person may choose among them. */
  units: readonly { id: string; name: string }[];
  /** The states that the person sees, in the order of the way of a case. */
  statuses: readonly CaseStatus[];
  /** Those of what waits for the person. */
  toDo: readonly CaseStatus[];
  bulk: readonly BulkStep<CaseSummary>[];
}

/** The list of cases: those due first, in groups by how near that is. */
export function caseList(view: CaseListView): ListDefinition<CaseSummary> {
  const { texts, names, dueTexts, lang, communes } = view;
  const place = ({ communeCode }: CaseSummary) => communes.get(communeCode) ?? communeCode;
  return {
    label: texts.list,
    noun: texts.noun,
    nameOf: ({ code }) => code,
    search: texts.search,
    sort: 'due',
    tabsBy: 'status',
    tabs: [
      { key: 'open', label: texts.open, values: view.toDo },
      ...view.statuses.map((status) => ({ key: status, label: texts.statuses[status], values: [status] })),
      { key: 'all', label: texts.all },
    ],
    filters: [
      { name: 'topic', label: texts.topic, several: true, options: optionsOf(names.topics) },
      {
        name: 'communeCode',
        label: texts.commune,
        several: true,
        options: [...communes].map(([value, label]) => ({ value, label })),
      },
      ...(view.units.length > 0
        ? [
            {
              name: 'unitId',
              label: names.unit,
              options: view.units.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]
        : []),
      { name: 'due', label: names.due, several: true, options: optionsOf(view.dueClasses) },
    ],
    groupOf: (row) => groupOf(row, view),
    cellsDependOn: [communes],
    bulk: view.bulk,
    columns: [
      {
        key: 'due',
        label: names.due,
        width: 11,
        sort: { ascending: 'due' },
        render: (row) => dueCell(row, dueTexts, lang),
        value: ({ dueAt }) => dateInVietnam(dueAt),
      },
      {
        key: 'title',
        label: texts.what,
        opens: {
          icon: ({ topic }) => topicIcons[topic],
          meta: (row) => html`${place(row)}<span class="on-wide"> · <span translate="no">${row.code}</span></span>`,
        },
        render: ({ title }) => title,
        value: ({ title }) => title,
      },
      {
        key: 'code',
        label: texts.code,
        width: 11,
        optional: 'hidden',
        render: ({ code }) => code,
        value: ({ code }) => code,
      },
      {
        key: 'topic',
        label: texts.topic,
        width: 11,
        optional: 'wide',
        render: ({ topic }) => names.topics[topic],
        value: ({ topic }) => names.topics[topic],
      },
      { key: 'place', label: texts.place, width: 11, optional: 'hidden', render: place, value: place },
      {
        key: 'unit',
        label: names.unit,
        width: 13,
        optional: 'hidden',
        render: ({ unitName }) => unitName ?? '–',
        value: ({ unitName }) => unitName,
      },
      {
        key: 'received',
        label: texts.received,
        width: 8,
        optional: 'hidden',
        sort: { descending: 'newest' },
        render: ({ receivedAt }) => formatDate(dateInVietnam(receivedAt)),
        value: ({ receivedAt }) => dateInVietnam(receivedAt),
      },
      {
        key: 'status',
        label: texts.status,
        width: 11.5,
        render: ({ status, due }) => stateBesideDue(caseStatusLooks[status], texts.statuses[status], due),
        value: ({ status }) => texts.statuses[status],
      },
    ],
  };
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** How urgent a case is, or its due date as long as that is far away; a dash where no answer is due any more. */
function dueCell({ due: left, dueAt }: CaseSummary, texts: typeof due, lang: Lang): unknown {
  if (!left) return '–';
  const day = formatDateWithWeekday(dateInVietnam(dueAt), lang, { year: false });
  return dueChip(left, day, texts);
}

function groupOf({ due: left }: CaseSummary, { dueClasses: labels, dueCounts, texts }: CaseListView): Group {
  if (!left) return { key: 'none', label: texts.notDue };
  const key = left.class;
  const group = { key, label: labels[key], count: dueCounts?.[key] };
  if (key === 'overdue') return { ...group, icon: warningIcon, tone: 'danger' };
  return key === 'soon' ? { ...group, icon: dueIcon, tone: 'warning' } : { ...group, icon: dateIcon };
}

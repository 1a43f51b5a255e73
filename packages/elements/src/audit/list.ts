import { css, html, type TemplateResult } from 'lit';
import { eventNames, type AuditEvent } from '@dvk/sdk/audit';
import { dateInVietnam, formatDateWithWeekday, formatMoment } from '@dvk/sdk/text';
import { privateIcon } from '../icons/private.ts';
import type { Column, Filter, Group, ListDefinition, ListView } from '../list/definition.ts';
import type { Lang } from '../locale/controller.ts';
import { areaName, areaOf, capacityOf, recordOf, whatOf, whoOf } from './words.ts';
import type { audit } from './vi.ts';

/** A line of the list: an event, known by its place in the ledger. */
export type AuditRow = AuditEvent & { id: string };

export const rowOf = (event: AuditEvent): AuditRow => ({ ...event, id: String(event.position) });

/** Reading of what is sealed: who sent a case, who asked about their personal data. */
const sealedReading = ['case.sender-read', 'data-request.subject-read', 'data-request.file-read'];

const kinds = Object.keys(eventNames).filter((kind) => kind.includes('.'));
const ofAreas = (...areas: string[]) => kinds.filter((kind) => areas.includes(kind.slice(0, kind.indexOf('.'))));

/** The kinds of each tab: what inspectors look for first. */
const tabs = {
  sealed: sealedReading,
  rights: ofAreas('person', 'grant', 'account'),
  settings: ofAreas('setting', 'rubric'),
  running: ofAreas('audit', 'ledger', 'job', 'import', 'webhook'),
} as const;

/** The first day that the ledger can have. */
const firstDay = '2020-01-01';

export interface AuditListView {
  texts: typeof audit;
  lang: Lang;
  view: ListView;
  /** The day that it is. */
  day: string;
  /** What records and people are called that the list is narrowed to. */
  named: ReadonlyMap<string, string>;
}

/** The list of what was done, the newest first, a group each day. */
export function auditList({ texts, lang, view, day, named }: AuditListView): ListDefinition<AuditRow> {
  return {
    label: texts.list,
    noun: texts.noun,
    nameOf: ({ id }) => texts.number(id),
    search: texts.search,
    tabsBy: 'tab',
    tabs: [
      { key: 'all', label: texts.tabs.all },
      ...(Object.keys(tabs) as (keyof typeof tabs)[]).map((key) => ({
        key,
        label: texts.tabs[key],
        values: tabs[key],
      })),
    ],
    filters: filtersOf({ texts, view, day, named }),
    groupOf: ({ at }) => dayGroup(dateInVietnam(at), day, texts, lang),
    cellsDependOn: [day],
    columns: columnsOf(texts, lang),
  };
}

function filtersOf({ texts, view, day, named }: Omit<AuditListView, 'lang'>): Filter[] {
  const [area] = view.filters['area'] ?? [];
  const [from] = view.filters['from'] ?? [];
  const [to] = view.filters['to'] ?? [];
  const only = (name: 'subject' | 'actor', label: string): Filter[] =>
    (view.filters[name] ?? []).map((value) => ({
      name,
      label,
      options: [{ value, label: named.get(value) ?? value }],
    }));
  return [
    {
      name: 'area',
      label: texts.area,
      options: Object.entries(texts.areas).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'kind',
      label: texts.act,
      options: kinds
        .filter((kind) => area === undefined || areaOf(kind.replace('.', '/')) === area)
        .map((kind) => ({ value: kind, label: texts.events[kind]! })),
    },
    { name: 'from', label: texts.from, options: [], day: { min: firstDay, max: to ?? day } },
    { name: 'to', label: texts.to, options: [], day: { min: from ?? firstDay, max: day } },
    ...only('subject', texts.record),
    ...only('actor', texts.actor),
  ];
}

const dayBefore = (day: string) => dateInVietnam(Date.parse(day) - 86_400_000);

function dayGroup(of: string, day: string, texts: typeof audit, lang: Lang): Group {
  const name = formatDateWithWeekday(of, lang);
  const label = of === day ? texts.today(name) : of === dayBefore(day) ? texts.yesterday(name) : name;
  return { key: of, label };
}

/**
 * What the server is asked for. A tab stands for the kinds that it shows, and the filter of kinds narrows them.
 *
 * @returns `undefined` where nothing can match
 */
export function auditQuery({ tab, kind, ...query }: Readonly<Record<string, unknown>>): object | undefined {
  const ofTab = tab as readonly string[] | undefined;
  if (kind === undefined) return { ...query, ...(ofTab && { kind: ofTab }), ...areaIn(query) };
  if (ofTab && !ofTab.includes(kind as string)) return undefined;
  return { ...query, kind: [kind], ...areaIn(query) };
}

const areaIn = ({ area }: Readonly<Record<string, unknown>>) => (area === undefined ? {} : { area: [area] });

const twoLines = (first: unknown, second: unknown): TemplateResult =>
  html`<span class="two-lines"><span>${first}</span>${second ? html`<span class="small">${second}</span>` : ''}</span>`;

function columnsOf(texts: typeof audit, lang: Lang): Column<AuditRow>[] {
  const record = (row: AuditRow) => [areaName(row.subject, texts), recordOf(row, texts)].filter(Boolean).join(': ');
  return [
    {
      key: 'at',
      label: texts.at,
      width: 5,
      render: ({ at }) => html`<time datetime=${at}>${formatMoment(at, lang).slice(0, 5)}</time>`,
      value: ({ at }) => formatMoment(at, lang),
    },
    {
      key: 'what',
      label: texts.what,
      opens: {},
      render: (row) =>
        sealedReading.includes(row.kind) ? html`${privateIcon} ${whatOf(row, texts)}` : whatOf(row, texts),
      value: (row) => whatOf(row, texts),
    },
    {
      key: 'about',
      label: texts.record,
      width: 16,
      render: (row) => {
        const name = recordOf(row, texts);
        return name ? twoLines(name, areaName(row.subject, texts)) : areaName(row.subject, texts);
      },
      value: record,
    },
    {
      key: 'who',
      label: texts.who,
      width: 17,
      render: (row) => twoLines(whoOf(row, texts), capacityOf(row, texts)),
      value: (row) => [whoOf(row, texts), capacityOf(row, texts)].filter(Boolean).join(' · '),
    },
    {
      key: 'account',
      label: texts.account,
      width: 12,
      optional: 'hidden',
      render: ({ by }) => html`<span translate="no">${by.subject ?? '–'}</span>`,
      value: ({ by }) => by.subject,
    },
    {
      key: 'position',
      label: texts.serial,
      width: 6,
      align: 'end',
      optional: 'hidden',
      render: ({ position }) => position,
      value: ({ position }) => position,
    },
  ];
}

/** Look of the cells of the list. */
export const auditListStyles = css`
  .two-lines {
    display: grid;
    justify-items: start;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  /* On a phone a line each. */
  @container list (width <= 30em) {
    .two-lines,
    .two-lines > span {
      display: inline;
    }
    .two-lines > .small::before {
      content: ' · ';
    }
  }
  /* What was done is short; the code of a record stays in one line. */
  @media print {
    .base .table th.name {
      inline-size: 32%;
    }
    .two-lines > span:first-child {
      min-inline-size: 10.5em;
    }
  }
`;

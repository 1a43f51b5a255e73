import { html, type TemplateResult } from 'lit';
import type { CaseStatus, CaseSummary } from '@dvk/sdk/cases';
import { formatDateTime } from '@dvk/sdk/text';
import type { caseDesk } from './vi.ts';
import type { cases } from '../locale/cases/vi.ts';
import { timelinessOf } from './case-detail.ts';

/** What the list is narrowed to. */
export interface Filters {
  q?: string;
  status?: CaseStatus;
  overdue?: readonly string[];
}

/** The part of a query that narrows the list. */
export function queryOf({ q, status, overdue }: Filters) {
  return {
    ...(q ? { q } : {}),
    ...(status ? { status } : {}),
    ...(overdue?.includes('true') ? { overdue: 'true' as const } : {}),
  };
}

/** The boxes that narrow the list. */
export function filtersTemplate(
  texts: typeof caseDesk,
  { statuses }: typeof cases,
  onFind: (event: SubmitEvent) => void,
): TemplateResult {
  const options = Object.entries(statuses).map(([value, label]) => ({ value, label }));
  return html`<form class="screen-only" novalidate role="search" @submit=${onFind}>
    <div class="filters">
      <dvk-text-field name="q" label=${texts.search} autocomplete="off"></dvk-text-field>
      <dvk-choice-field
        name="status"
        type="select"
        label=${texts.status}
        placeholder=${texts.anyStatus}
        .options=${options}
      ></dvk-choice-field>
      <dvk-choice-field
        name="overdue"
        type="checkbox"
        label=${texts.onlyOverdue}
        label-hidden
        .options=${[{ value: 'true', label: texts.onlyOverdue }]}
      ></dvk-choice-field>
      <div class="actions"><button class="button">${texts.find}</button></div>
    </div>
  </form>`;
}

/** One case in the list. */
export function rowTemplate(
  item: CaseSummary,
  isOpen: boolean,
  names: typeof cases,
  onShow: () => void,
): TemplateResult {
  const isOverdue = timelinessOf(item) === 'overdue';
  return html`<button class="row" type="button" aria-current=${isOpen ? 'true' : 'false'} @click=${onShow}>
    <span class="title">${item.title}</span>
    <span class="meta small">
      <span translate="no">${item.code}</span>
      <span>${names.statuses[item.status]}</span>
      ${isOverdue ? html`<b class="late">${names.timeliness.overdue}</b>` : ''}
      <span>${names.due} ${formatDateTime(item.dueAt)}</span>
    </span>
  </button>`;
}

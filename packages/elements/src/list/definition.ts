import type { TemplateResult } from 'lit';

/** What a column has in an exported file. */
export type CellValue = string | number | null;

/** One column of a list. */
export interface Column<Row> {
  /** Name by which the choice of columns is kept. */
  key: string;
  label: string;
  /** What stands in the cell; in the column that opens the record, the text of its link. */
  render: (row: Row) => unknown;
  /** What an exported file has in its place; `null` for nothing. */
  value: (row: Row) => CellValue;
  /** Numbers end at the same edge, so that they can be compared. */
  align?: 'end';
  /** Width in `em`. The one column without takes the room that is left. */
  width?: number;
  /** The values of `sort` with which the server sorts by it. */
  sort?: { ascending?: string; descending?: string };
  /**
   * A column that the person may leave out: `shown` unless they do, `wide` only where there is room for it, `hidden` until
   * they choose it.
   */
  optional?: 'shown' | 'wide' | 'hidden';
  /** The column by which a record is known: its cell opens the record. One column does. */
  opens?: {
    icon?: (row: Row) => TemplateResult;
    /** The second line: where it is, its code. */
    meta?: (row: Row) => unknown;
  };
}

/** One of the states by which a list is divided; the first is shown at the beginning. */
export interface Tab {
  key: string;
  label: string;
  /** The values of `tabsBy` that it shows; without them, the whole list. */
  values?: readonly string[];
  /** How many records it has, if the server says so. */
  count?: number | undefined;
}

/** One way to narrow a list. The first stays beside the search box where there is little room; the others go into a sheet. */
export interface Filter {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** Whether several values may be chosen at once. */
  several?: boolean;
  /** A day is chosen instead of an option, `YYYY-MM-DD`, within these bounds. */
  day?: { min: string; max: string };
}

/** Rows that follow each other and belong together, under a heading. */
export interface Group {
  key: string;
  label: string;
  icon?: TemplateResult;
  tone?: 'danger' | 'warning';
  /** How many there are in all, if the server says so. */
  count?: number | undefined;
  /** Whether it is the person's own, and stays off the paper. */
  isPrivate?: boolean;
}

/** How a step went for one of the selected records. */
export interface BulkResult {
  id: string;
  ok: boolean;
  /** What was done, or why not. */
  text: string;
}

/** A step that can be taken for several records at once. */
export interface BulkStep<Row> {
  key: string;
  label: string;
  icon?: TemplateResult;
  /** The fields of what it needs, asked for once; `change` and `submit` are the list's business. */
  fields?: () => TemplateResult;
  /** Takes it; says after each record how many are done. When the signal is aborted, no further record is begun. */
  run: (
    rows: readonly Row[],
    values: Record<string, unknown>,
    onProgress?: (done: number) => void,
    signal?: AbortSignal,
  ) => Promise<readonly BulkResult[]>;
  /** Takes it back for those with which it went well. */
  undo?: (
    rows: readonly Row[],
    onProgress?: (done: number) => void,
    signal?: AbortSignal,
  ) => Promise<readonly BulkResult[]>;
}

/** What a list looks like, as data. */
export interface ListDefinition<Row> {
  /** What the list holds, for screen readers. */
  label: string;
  /** What a record is called: “hồ sơ”. */
  noun: string;
  /** What stands in the empty search box. */
  search: string;
  columns: readonly Column<Row>[];
  /** Value of `sort` for the order in which the server gives the rows if it is not asked for another. */
  sort?: string;
  tabs?: readonly Tab[];
  /** Name of the filter that the tabs choose from: `status`. */
  tabsBy?: string;
  filters?: readonly Filter[];
  groupOf?: (row: Row) => Group;
  /** What stands below a row over its whole width. */
  below?: (row: Row) => TemplateResult | undefined;
  /** What the cells depend on beside their row; when one of these is another, all rows are drawn again. */
  cellsDependOn?: readonly unknown[];
  bulk?: readonly BulkStep<Row>[];
  /** What a record is called in short: its code. */
  nameOf: (row: Row) => string;
}

/** The part of a list that a person has asked for. */
export interface ListView {
  /** Key of the tab; `''` for the first. */
  tab: string;
  /** The words they look for. */
  q: string;
  /** Chosen values by the name of the filter. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** Value of `sort`; `''` for the order in which the server gives them. */
  sort: string;
}

/** The whole list, as it is at the beginning. */
export const wholeList: ListView = { tab: '', q: '', filters: {}, sort: '' };

/** The tab that is shown. */
export function tabOf({ tabs = [] }: Pick<ListDefinition<never>, 'tabs'>, { tab }: ListView): Tab | undefined {
  return tabs.find(({ key }) => key === tab) ?? tabs[0];
}

/** A list whose tabs say how many records each has, if that is known: the sum of its values, or of all. */
export function withCounts<Row>(
  definition: ListDefinition<Row>,
  counts: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined,
): ListDefinition<Row> {
  const by = counts?.[definition.tabsBy ?? ''];
  const countOf = ({ values }: Tab) =>
    by && (values ?? Object.keys(by)).reduce((sum, value) => sum + (by[value] ?? 0), 0);
  const tabs = definition.tabs?.map((tab) => ({ ...tab, count: countOf(tab) }));
  return { ...definition, ...(tabs && { tabs }) };
}

/** The part of the query for a view: its tab, what is looked for, the filters, the order. */
export function queryOf(
  definition: Pick<ListDefinition<never>, 'tabs' | 'tabsBy' | 'filters'>,
  view: ListView,
): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  const { values } = tabOf(definition, view) ?? {};
  if (definition.tabsBy && values) query[definition.tabsBy] = values;
  if (view.q) query['q'] = view.q;
  for (const { name, several } of definition.filters ?? []) {
    const chosen = view.filters[name];
    if (chosen) query[name] = several ? chosen : chosen[0];
  }
  if (view.sort) query['sort'] = view.sort;
  return query;
}

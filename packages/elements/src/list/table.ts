import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { ascendingIcon } from '../icons/ascending.ts';
import { descendingIcon } from '../icons/descending.ts';
import { nextIcon } from '../icons/next.ts';
import type { list } from '../locale/list/vi.ts';
import { leastWide, stepFor } from './table-steps.ts';
import type { Column, Group, ListDefinition } from './definition.ts';

export interface TableView<Row> {
  definition: ListDefinition<Row>;
  rows: readonly Row[];
  /** Whether the server has more, so that the last group may go on. */
  hasMore: boolean;
  /** The columns that are shown, in the order of the definition. */
  columns: readonly Column<Row>[];
  /** What the cells depend on beside their row: a row is only drawn again when it, its state or one of these has changed. */
  cellsDependOn: readonly unknown[];
  /** Id of the record that is open beside the list. */
  openId: string;
  selected: { has: (id: string) => boolean; size: number };
  sort: string;
  texts: typeof list;
  /** Address of a record, if it has one: then its name is a link. */
  addressOf: ((row: Row) => string) | undefined;
  onOpen: (row: Row) => void;
  onSelect: (row: Row, range: boolean) => void;
  onSelectLoaded: (on: boolean) => void;
  onSort: (sort: string) => void;
}

/** What the type of rows must have. */
type Identified = { id: string };

/** The width of a column of check boxes, and the least of the column that takes the room that is left, in em. */
const [checkWidth, leastWidth] = [2.75, 14];

/**
 * The rows as a real table. On screen its rows are grids in blocks, so that browsers leave out the blocks far away (`content-visibility`,
 * which does nothing for parts of a table) and so that narrow lists show them as cards; the roles are written out because a table that
 * is no table for CSS has none in some browsers. On paper it is a table.
 *
 * A row has one link or button, in the cell of its name, and a check box. They are in the order of Tab as they stand: a roving
 * `tabindex` would hide all rows but one from those who use Tab, and screen readers, which keep the arrow keys of a table for
 * reading it, would find no other way to the next.
 */
export function tableTemplate<Row extends Identified>(view: TableView<Row>): TemplateResult {
  const { definition, columns } = view;
  const checks = selectable(definition) ? `${checkWidth}em ` : '';
  const widths = (shown: readonly Column<Row>[]) =>
    checks + shown.map(({ width }) => (width ? `${width}em` : `minmax(${leastWidth}em, 1fr)`)).join(' ');
  const roomFor = (shown: readonly Column<Row>[]) =>
    shown.reduce((sum, { width }) => sum + (width ?? leastWidth), checks ? checkWidth : 0);
  const narrow = columns.filter(({ optional }) => optional !== 'wide');
  const setWidths = (table: Element | undefined) => {
    const { style } = (table as HTMLElement | undefined) ?? {};
    style?.setProperty('--_columns-wide', widths(columns));
    style?.setProperty('--_columns', widths(narrow));
    style?.setProperty('--_least', `${roomFor(narrow)}em`);
  };
  const hasIcons = columns.some(({ opens }) => opens?.icon);
  return html`<table
    class="table ${hasIcons ? 'with-icons' : ''} fits-${stepFor(roomFor(narrow))} wide-${stepFor(roomFor(columns), leastWide)}"
    role="table"
    aria-label=${definition.label}
    ${ref(setWidths)}
  >
    <thead role="rowgroup">
      <tr class="heads" role="row">
        ${checks ? html`<th class="check" role="columnheader" scope="col">${checkAllTemplate(view)}</th>` : nothing}
        ${columns.map((column) => headTemplate(column, view))}
      </tr>
    </thead>
    ${blocksOf(view).map((block, at) => bodyTemplate(block, at, view))}
  </table>`;
}

/** Whether rows can be selected: there is something to be done with them. */
export function selectable<Row>({ bulk = [] }: ListDefinition<Row>): boolean {
  return bulk.length > 0;
}

function checkAllTemplate<Row extends Identified>({
  rows,
  selected,
  texts,
  onSelectLoaded,
}: TableView<Row>): TemplateResult {
  const all = rows.length > 0 && selected.size === rows.length;
  return html`<label class="tick">
    <input
      type="checkbox"
      aria-label=${texts.selectLoaded}
      .checked=${all}
      .indeterminate=${selected.size > 0 && !all}
      @change=${(event: Event) => onSelectLoaded((event.target as HTMLInputElement).checked)}
    />
  </label>`;
}

const classes = (column: Column<never>, ...more: string[]) =>
  [column.opens ? 'name' : column.key, column.align ?? '', column.optional === 'wide' ? 'wide' : '', ...more].join(' ');

function headTemplate<Row>(column: Column<Row>, { sort, texts, onSort }: TableView<Row & Identified>): TemplateResult {
  const { ascending, descending } = column.sort ?? {};
  const now =
    sort === '' ? undefined : sort === ascending ? 'ascending' : sort === descending ? 'descending' : undefined;
  const next = now === 'ascending' ? descending : (ascending ?? descending);
  const icon = now === 'descending' ? descendingIcon : now ? ascendingIcon : nothing;
  return html`<th class=${classes(column)} role="columnheader" scope="col" aria-sort=${now ?? nothing}>
    ${
      next === undefined || next === sort
        ? html`${column.label} ${icon}`
        : html`<button class="sort" type="button" title=${texts.sortedBy(column.label)} @click=${() => onSort(next)}>
            ${column.label} ${icon}
          </button>`
    }
  </th>`;
}

/** How many rows stand in one block: few to draw when it comes near, and few blocks to watch. */
const blockSize = 10;

/** A part of the table's body: rows of one group, the first block of a group with the group's heading. */
interface Block<Row> {
  group: Group | undefined;
  /** How many rows the group has; `undefined` where it may go on in what is not loaded. */
  count: number | undefined;
  isFirst: boolean;
  rows: readonly Row[];
}

/** The rows in their groups – rows of one group follow each other –, and these in blocks. */
function blocksOf<Row extends Identified>({ definition: { groupOf }, rows, hasMore }: TableView<Row>): Block<Row>[] {
  const groups: { group: Group | undefined; rows: Row[] }[] = [];
  for (const row of rows) {
    const group = groupOf?.(row);
    const last = groups.at(-1);
    if (last && last.group?.key === group?.key) last.rows.push(row);
    else groups.push({ group, rows: [row] });
  }
  return groups.flatMap(({ group, rows: all }, at) => {
    const isWhole = !hasMore || at < groups.length - 1;
    const count = group?.count ?? (isWhole ? all.length : undefined);
    return Array.from({ length: Math.ceil(all.length / blockSize) }, (_, index) => ({
      group,
      count,
      isFirst: index === 0,
      rows: all.slice(index * blockSize, (index + 1) * blockSize),
    }));
  });
}

function bodyTemplate<Row extends Identified>(
  { group, count, isFirst, rows }: Block<Row>,
  at: number,
  view: TableView<Row>,
): TemplateResult {
  const { columns, definition, texts } = view;
  const isHeaded = group !== undefined && isFirst;
  const span = columns.length + (selectable(definition) ? 1 : 0);
  return html`<tbody
    role="rowgroup"
    class="${rows.length === blockSize ? 'full' : ''} ${group?.isPrivate ? 'screen-only' : ''}"
    aria-labelledby=${isHeaded ? `group-${at}` : nothing}
  >
    ${
      isHeaded
        ? html`<tr class="group ${group.tone ?? ''}" role="row">
            <th id="group-${at}" role="rowheader" scope="rowgroup" colspan=${span}>
              ${group.icon ?? nothing} ${count === undefined ? group.label : texts.group(group.label, count)}
            </th>
          </tr>`
        : nothing
    }
    ${rows.map((row) => {
      const [isOpen, isSelected] = [row.id === view.openId, view.selected.has(row.id)];
      return guard([row, isOpen, isSelected, ...view.cellsDependOn], () => {
        const below = definition.below?.(row);
        return html`${rowTemplate(row, isOpen, isSelected, view)}
        ${
          below
            ? html`<tr class="below" role="row">
                <td role="cell" colspan=${span}>${below}</td>
              </tr>`
            : nothing
        }`;
      });
    })}
  </tbody>`;
}

function rowTemplate<Row extends Identified>(
  row: Row,
  isOpen: boolean,
  isSelected: boolean,
  { columns, definition, texts, addressOf, onOpen, onSelect }: TableView<Row>,
): TemplateResult {
  const open = (event: Event) => {
    // A link opened in another tab is the browser's business.
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    onOpen(row);
  };
  const openByRow = (event: Event) => {
    const isControl = (event.target as Element).closest('a, button, label, input, summary');
    // Text of the row can be marked to be copied.
    if (!isControl && !getSelection()?.toString()) open(event);
  };
  const name = columns.find(({ opens }) => opens)!;
  const opener = addressOf
    ? html`<a class="opener" href=${addressOf(row)} aria-current=${isOpen} @click=${open}>${name.render(row)}</a>`
    : html`<button class="opener" type="button" aria-current=${isOpen} @click=${open}>${name.render(row)}</button>`;
  return html`<tr
    class="row ${isOpen ? 'current' : ''} ${isSelected ? 'selected' : ''}"
    role="row"
    id="row-${row.id}"
    data-id=${row.id}
    @click=${openByRow}
  >
    ${
      selectable(definition)
        ? html`<td class="check" role="cell">
            <label class="tick">
              <input
                type="checkbox"
                aria-label=${texts.select(String(name.value(row) ?? ''))}
                .checked=${isSelected}
                @click=${(event: MouseEvent) => onSelect(row, event.shiftKey)}
              />
            </label>
          </td>`
        : nothing
    }
    ${columns.map((column) => {
      if (!column.opens)
        return html`<td class=${classes(column)} role="cell" data-label=${column.label}>${column.render(row)}</td>`;
      const { icon, meta } = column.opens;
      return html`<td class=${classes(column)} role="cell">
        ${icon ? icon(row) : nothing}
        <span class="words">${opener}${meta ? html`<span class="meta">${meta(row)}</span>` : nothing}</span>
        <span class="chevron">${nextIcon}</span>
      </td>`;
    })}
  </tr>`;
}

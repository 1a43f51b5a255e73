import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ListedUnit } from '@dvk/sdk/units';
import { checkedIcon } from '../icons/checked.ts';
import { loadingIcon } from '../icons/loading.ts';
import { nextIcon } from '../icons/next.ts';
import type { MoreRow, TreeRow } from './unit-levels.ts';
import type { units } from './vi.ts';
import { validityOf } from './validity.ts';

/** What a row of the tree stands for: the id of a unit, or `more` and the id of the unit whose level goes on. */
export const keyOf = (row: TreeRow | MoreRow): string => ('unit' in row ? row.unit.id : `more ${row.moreBelow}`);

export interface TreeView {
  rows: readonly (TreeRow | MoreRow)[];
  /** The row that Tab reaches. */
  current: string;
  openId: string;
  checked: ReadonlyMap<string, ListedUnit>;
  /** Whether units can be ticked. */
  isSelectable: boolean;
  /** The day the tree is of. */
  on: string;
  texts: typeof units;
  kinds: Readonly<Record<ListedUnit['kind'], string>>;
  /** Where a unit stands, in words: in results of a search. */
  placeOf?: ((unit: ListedUnit) => string) | undefined;
  label: string;
  onClick: (event: MouseEvent) => void;
  onKey: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
}

/**
 * Units as a tree of the keyboard (the ARIA tree pattern): one Tab stop, arrows move in it. What can be clicked inside a row is a
 * picture of what keys do with the row, so that a screen reader meets one thing for each unit.
 */
export function treeTemplate(view: TreeView): TemplateResult {
  const { rows, label, isSelectable, onClick, onKey, onFocus } = view;
  return html`<div
    class="tree"
    role="tree"
    part="tree"
    aria-label=${label}
    aria-multiselectable=${isSelectable ? 'true' : nothing}
    @click=${onClick}
    @keydown=${onKey}
    @focusin=${onFocus}
  >
    ${repeat(rows, keyOf, (row) => ('unit' in row ? unitRow(row, view) : moreRow(row, view)))}
  </div>`;
}

/** The deepest level that is indented further. */
const deepest = 8;
const indent = (level: number) => `level-${Math.min(level, deepest)}`;

/** Drawn anew only where something of the row has changed: a tree may have thousands. */
function unitRow(row: TreeRow, view: TreeView): unknown {
  const { unit, level, at, of, isOpen } = row;
  const { current, openId, checked, isSelectable, texts, kinds, placeOf, on } = view;
  const isCurrent = current === unit.id;
  const isShown = openId === unit.id;
  const isChecked = checked.has(unit.id);
  const place = placeOf?.(unit);
  const parts = [unit, level, at, of, isOpen, isCurrent, isShown, isChecked, isSelectable, place, texts, on];
  return guard(parts, () => {
    const validity = validityOf(unit, on, texts);
    return html`<div
      class="row ${isShown ? 'current' : ''} ${isChecked ? 'selected' : ''} ${unit.childCount ? 'branch' : ''} ${indent(level)}"
      id="row-${unit.id}"
      role="treeitem"
      data-key=${unit.id}
      aria-level=${level}
      aria-posinset=${at}
      aria-setsize=${of}
      aria-expanded=${isOpen ?? nothing}
      aria-checked=${isSelectable ? isChecked : nothing}
      aria-current=${isShown ? 'true' : nothing}
      tabindex=${isCurrent ? 0 : -1}
    >
      <span class="twist" aria-hidden="true">${isOpen === undefined ? nothing : nextIcon}</span>
      ${isSelectable ? html`<span class="tick" aria-hidden="true">${isChecked ? checkedIcon : nothing}</span>` : nothing}
      <span class="words">
        <span class="name">${unit.name}</span>
        ${place ? html`<span class="path">${place}</span>` : nothing}
      </span>
      ${validity ? html`<span class="validity">${validity}</span>` : nothing}
      <span class="kind"><span class="chip">${kinds[unit.kind]}</span></span>
    </div>`;
  });
}

function moreRow(row: MoreRow, { current, texts }: TreeView): TemplateResult {
  const key = keyOf(row);
  const { level, left, isLoading } = row;
  return html`<div
    class="row more ${indent(level)}"
    role="treeitem"
    data-key=${key}
    aria-level=${level}
    tabindex=${current === key ? 0 : -1}
  >
    <span class="twist" aria-hidden="true">${isLoading ? loadingIcon : nothing}</span>
    <span class="words">${isLoading ? texts.loadingUnits : texts.moreUnits(left)}</span>
  </div>`;
}

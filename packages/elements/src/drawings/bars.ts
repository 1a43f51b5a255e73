import { html, svg, type TemplateResult } from 'lit';
import { formatNumber } from '@dvk/sdk/text';
import { frame, percent, type DrawingView } from './frame.ts';
import { hatched } from './hatch.ts';
import { marked, type Mark } from './mark.ts';

/** One row of two bars: what a unit gave itself, and what it was given. */
export interface PairedRow {
  label: string;
  /** The most there can be. Each row has its own scale. */
  max: number;
  first: number | null;
  second: number | null;
}

export interface PairedBarsView extends DrawingView {
  rows: readonly PairedRow[];
  /** What the two bars are. */
  names: readonly [first: string, second: string];
}

/** Of a part below it something is still seen. */
const least = 0.012;

const shareOf = (value: number, max: number): number =>
  value <= 0 || max <= 0 ? 0 : Math.min(1, Math.max(least, value / max));

const shown = (value: number | null): string => (value === null ? '–' : formatNumber(value, { decimals: 2 }));

/** The two bars of a row alone: for a strip of small ones. */
export function pairOfBars({ first, second, max }: Omit<PairedRow, 'label'>): TemplateResult {
  const bar = (value: number | null, mark: Mark, y: string) =>
    value === null
      ? hatched({ y, width: '100%', height: '42%' })
      : svg`<rect class="track" width="100%" height="42%" y=${y} rx="5" />
          ${marked(mark, { y, width: percent(shareOf(value, max)), height: '42%', rx: 5 })}`;
  return html`<svg class="bars two" aria-hidden="true">
    ${bar(first, 'second', '0')}${bar(second, 'first', '58%')}
  </svg>`;
}

/** Two bars in each row, one below the other: self-assessed and appraised, before and after. */
export function pairedBars(view: PairedBarsView): TemplateResult {
  const { rows, names, texts } = view;
  const lower = rows.filter(({ first, second }) => first !== null && second !== null && second < first).length;
  return frame(
    view,
    texts.paired(rows.length, ...names, lower),
    rows.length === 0
      ? undefined
      : html`<div class="rows">
          ${rows.map(
            ({ label, max, first, second }) =>
              html`<div class="row">
                <span class="label">${label}</span>
                ${pairOfBars({ max, first, second })}
                <span class="value">${shown(first)} → <b>${shown(second)}</b></span>
              </div>`,
          )}
        </div>`,
    {
      legend: [
        { mark: 'second', name: names[0] },
        { mark: 'first', name: names[1] },
      ],
      table: {
        head: [texts.name, ...names],
        rows: rows.map(({ label, first, second }) => [label, shown(first), shown(second)]),
      },
    },
  );
}

export interface StackedRow {
  label: string;
  /** Counts, one for each part. */
  values: readonly number[];
}

export interface StackedBarsView extends DrawingView {
  rows: readonly StackedRow[];
  parts: readonly { name: string; mark: Mark }[];
  /** `row`: every bar is as long as the others and shows shares. `all`: bars are as long as their totals. */
  scale: 'row' | 'all';
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A part smaller than this has less of a gap, so that something of it is left. */
const small = 0.03;

/** `x` and width of each part, a gap of 2 px between them; a part that is there at all is seen. */
function parts({ values }: StackedRow, { parts }: StackedBarsView, full: number): TemplateResult[] {
  let at = 0;
  return values.map((value, index) => {
    const share = shareOf(value, full);
    const x = at;
    at += share;
    return svg`<g class="part ${share < small ? 'small' : ''}">${marked(parts[index]!.mark, { x: percent(x), width: percent(share), height: '100%', rx: 4 })}</g>`;
  });
}

function stacked(
  view: StackedBarsView,
  sentence: string,
  valueOf: (row: StackedRow) => TemplateResult,
): TemplateResult {
  const { rows, parts: names, scale, texts } = view;
  const largest = Math.max(0, ...rows.map(({ values }) => sum(values)));
  return frame(
    view,
    sentence,
    largest === 0
      ? undefined
      : html`<div class="rows">
          ${rows.map(
            (row) =>
              html`<div class="row">
                <span class="label">${row.label}</span>
                <svg class="bars">${parts(row, view, scale === 'row' ? sum(row.values) : largest)}</svg>
                <span class="value">${valueOf(row)}</span>
              </div>`,
          )}
        </div>`,
    {
      legend: names,
      table: {
        head: [texts.name, ...names.map(({ name }) => name), texts.total],
        rows: rows.map(({ label, values }) => [label, ...[...values, sum(values)].map((value) => formatNumber(value))]),
      },
    },
  );
}

const rate = (part: number, total: number): string =>
  total === 0 ? '–' : `${formatNumber((100 * part) / total, { decimals: 0 })}%`;

/** A bar in parts for each row: how many were in time, extended, late. Beside it the share of the first part, and the total. */
export function stackedBars(view: StackedBarsView): TemplateResult {
  const { rows, parts: names, texts } = view;
  const shareOfFirst = ({ values }: StackedRow) => (values[0] ?? 0) / (sum(values) || 1);
  const highest = [...rows].sort((one, other) => shareOfFirst(other) - shareOfFirst(one))[0];
  const sentence = highest
    ? texts.stacked(rows.length, highest.label, rate(highest.values[0] ?? 0, sum(highest.values)), names[0]!.name)
    : texts.none;
  return stacked(
    view,
    sentence,
    ({ values }) => html`<b>${rate(values[0] ?? 0, sum(values))}</b> ${formatNumber(sum(values))}`,
  );
}

/** What is left after each step: registered, recognised, outstanding, replicated. Beside each bar its total and its parts. */
export function funnel(view: Omit<StackedBarsView, 'scale'>): TemplateResult {
  const { rows, texts } = view;
  const [first, last] = [rows[0], rows.at(-1)];
  const total = (row: StackedRow) => formatNumber(sum(row.values));
  const sentence =
    first && last
      ? texts.funnel(total(first), first.label.toLowerCase(), total(last), last.label.toLowerCase())
      : texts.none;
  return stacked(
    { ...view, scale: 'all' },
    sentence,
    (row) => html`<b>${total(row)}</b> ${row.values.map((value) => formatNumber(value)).join(' · ')}`,
  );
}

import { html, nothing, svg, type TemplateResult } from 'lit';
// Of d3-scale a drawing would need only these two, which it takes from d3-array; the whole weighs 13 KB.
import { nice, ticks } from 'd3-array';
import { area, line } from 'd3-shape';
import { formatNumber } from '@dvk/sdk/text';
import { frame, percent, type DrawingView } from './frame.ts';

/** One period of a series. */
export interface LinePoint {
  /** The period, in full: “23–29/11/2026”. */
  label: string;
  /** What stands under the drawing: the first of a month, the last period. */
  tick?: string;
  /** `null` where there is no figure. */
  value: number | null;
  expected?: number | null;
  /** From where on it is unusual. */
  bound?: number | null;
}

export interface LineView extends DrawingView {
  points: readonly LinePoint[];
  /** Of the axis: “hồ sơ/tuần”. */
  unit: string;
  names: { value: string; expected: string; bound: string };
}

const isAbove = ({ value, bound }: LinePoint): boolean => value !== null && bound != null && value > bound;

/** Moves labels apart that would stand on each other: shares of the height, from above. */
export function moveApart(positions: readonly number[], distance: number): number[] {
  const order = positions.map((_, index) => index).sort((one, other) => positions[one]! - positions[other]!);
  const result = [...positions];
  order.forEach((index, rank) => {
    if (rank > 0) result[index] = Math.max(result[index]!, result[order[rank - 1]!]! + distance);
  });
  // If the last one fell out below, they move up together.
  [...order].reverse().forEach((index, rank, all) => {
    const limit = rank === 0 ? 1 : result[all[rank - 1]!]! - distance;
    result[index] = Math.min(result[index]!, limit);
  });
  return result;
}

/** A series with what was expected and the bound above which it is unusual. What is above the bound is a triangle. */
export function lineDrawing(view: LineView): TemplateResult {
  const { points, unit, names, texts } = view;
  const known = points.filter(({ value }) => value !== null);
  const last = known.at(-1);
  if (!last) return frame(view, texts.none, undefined);
  const highest = Math.max(...points.flatMap(({ value, expected, bound }) => [value ?? 0, expected ?? 0, bound ?? 0]));
  const [, top] = nice(0, highest || 1, 5);
  const values = ticks(0, top, 5);
  const x = (index: number) => (points.length === 1 ? 0.5 : index / (points.length - 1));
  const y = (value: number) => 1 - value / top;
  const path = (of: (point: LinePoint) => number | null | undefined) =>
    line<LinePoint>()
      .defined((point) => of(point) != null)
      .x((_, index) => 100 * x(index))
      .y((point) => 100 * y(of(point)!))(points);
  const band = area<LinePoint>()
    .defined(({ bound }) => bound != null)
    .x((_, index) => 100 * x(index))
    .y0(100)
    .y1(({ bound }) => 100 * y(bound!))(points);
  const mark = (point: LinePoint, index: number) =>
    point.value === null
      ? nothing
      : svg`<svg class="dot" x=${percent(x(index))} y=${percent(y(point.value))}>${
          isAbove(point) ? svg`<path class="above" d="M0-7 6.5 5h-13z" />` : svg`<circle r="2.5" />`
        }</svg>`;
  const ends = [
    { name: names.value, value: last.value, line: isAbove(last) ? 'above' : '' },
    { name: names.bound, value: points.at(-1)!.bound, line: 'bound' },
    { name: names.expected, value: points.at(-1)!.expected, line: 'expected' },
  ].filter(({ value }) => value != null);
  const at = moveApart(
    ends.map(({ value }) => y(value!)),
    0.12,
  );
  const shown = (value: number | null | undefined) => (value == null ? '–' : formatNumber(value, { decimals: 1 }));
  const above = points.filter(isAbove).length;
  return frame(
    view,
    texts.line(points.length, points[0]!.label, points.at(-1)!.label, shown(last.value), above),
    html`<div class="chart">
      <span class="unit">${unit}</span>
      <svg class="axis">
        ${values.map((tick) => svg`<text x="100%" dx="-8" y=${percent(y(tick))} dy=".35em">${formatNumber(tick)}</text>`)}
      </svg>
      <svg class="plot">
        ${values.map((tick) => svg`<line class="gridline" x2="100%" y1=${percent(y(tick))} y2=${percent(y(tick))} />`)}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          ${band ? svg`<path class="band" d=${band} />` : nothing}
          <path class="bound" d=${path(({ bound }) => bound) ?? ''} />
          <path class="expected" d=${path(({ expected }) => expected) ?? ''} />
          <path class="series" d=${path(({ value }) => value) ?? ''} />
        </svg>
        ${points.map(mark)}
      </svg>
      <svg class="ends">
        ${ends.map(({ name, value, line }, index) => svg`<text class=${line} x="8" y=${percent(at[index]!)} dy=".35em">${name} ${shown(value)}</text>`)}
      </svg>
      <svg class="ticks">
        ${points.map(({ tick }, index) =>
          tick
            ? svg`<text class=${index === 0 ? 'start' : index === points.length - 1 ? 'end' : ''} x=${percent(x(index))} y="1.2em">${tick}</text>`
            : nothing,
        )}
      </svg>
    </div>`,
    {
      table: {
        head: [texts.name, names.value, names.expected, names.bound],
        rows: points.map(({ label, value, expected, bound }) => [label, shown(value), shown(expected), shown(bound)]),
      },
    },
  );
}

/** A small series beside a number: the target is dashed, the last period has a dot. The number beside it says the same. */
export function sparkline({
  values,
  target,
  isWorse = false,
}: {
  values: readonly number[];
  target?: number;
  /** Whether it got worse: then, and only then, it is red. */
  isWorse?: boolean;
}): TemplateResult {
  const all = target === undefined ? values : [...values, target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = (value: number) => (high === low ? 0.5 : 0.1 + (0.8 * (high - value)) / (high - low));
  const path = line<number>()
    .x((_, index) => (values.length === 1 ? 50 : (94 * index) / (values.length - 1)))
    .y((value) => 100 * y(value))(values);
  return html`<svg class="spark ${isWorse ? 'worse' : ''}" aria-hidden="true">
    ${target === undefined ? nothing : svg`<line class="target" x2="100%" y1=${percent(y(target))} y2=${percent(y(target))} />`}
    <svg viewBox="0 0 100 100" preserveAspectRatio="none"><path class="series" d=${path ?? ''} /></svg>
    ${values.length === 0 ? nothing : svg`<circle r="3.5" cx="94%" cy=${percent(y(values.at(-1)!))} />`}
  </svg>`;
}

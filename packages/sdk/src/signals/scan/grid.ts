import { countAt, listOf, numberIn, refuse, tableOf } from '../../statistics/check.ts';
import type { Cells, PoissonScanSettings } from './settings.ts';

/** The data as places × periods, place by place. */
export interface Grid {
  places: number;
  periods: number;
  cases: Float64Array;
  /** Scaled to the total of the cases. */
  expected: Float64Array;
  total: number;
}

/** Reads counts and expectations in any of the three shapes; refuses what does not fit together. */
export function readGrid({ cases, expected, population, coordinates, distance }: PoissonScanSettings): Grid {
  const table = typeof listOf(cases as readonly unknown[], '/settings/cases')[0] === 'object';
  const rowsOf = (values: Cells): readonly (readonly number[])[] =>
    table || coordinates
      ? Array.from(values as ArrayLike<number | readonly number[]>, (row) => (typeof row === 'number' ? [row] : row))
      : [values as readonly number[]];
  const counts = rowsOf(cases);
  const periods = tableOf(counts, '/settings/cases');
  const places = counts.length;
  if (coordinates) {
    // Catches latitude and longitude the wrong way round, east of 90°.
    const highest = distance === 'great-circle' ? 90 : Infinity;
    listOf(coordinates, '/settings/coordinates', places).forEach((point, i) => {
      const at = `/settings/coordinates/${i}`;
      listOf(point, at, 2);
      numberIn(point[0], `${at}/0`);
      numberIn(point[1], `${at}/1`, -highest, highest);
    });
  }

  const given = expected ?? population;
  const pointer = `/settings/${expected ? 'expected' : 'population'}`;
  const weights = given && listOf(rowsOf(listOf<never>(given as never[], pointer)), pointer, places);
  if (weights && tableOf(weights, pointer) !== 1) listOf(weights[0]!, pointer, periods);

  const grid: Grid = {
    places,
    periods,
    cases: new Float64Array(places * periods),
    expected: new Float64Array(places * periods),
    total: 0,
  };
  let weight = 0;
  for (let place = 0; place < places; place++)
    for (let period = 0; period < periods; period++) {
      // With one place or one period, the data came as a list.
      const path = table ? `${place}/${period}` : place + period;
      const cell = place * periods + period;
      const count = countAt(counts[place]![period], `/settings/cases/${path}`);
      const share = weights ? numberIn(weights[place]![period] ?? weights[place]![0], `${pointer}/${path}`, 0) : 1;
      if (count > 0 && share === 0)
        refuse(
          'nothing-expected',
          `${pointer}/${path}`,
          'Có số vụ ở nơi số dự kiến bằng 0.',
          'There are cases where none are expected.',
        );
      grid.cases[cell] = count;
      grid.expected[cell] = share;
      grid.total += count;
      weight += share;
    }
  grid.expected.forEach((share, cell) => (grid.expected[cell] = (share * grid.total) / weight));
  return grid;
}

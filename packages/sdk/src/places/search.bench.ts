import { searchKey } from '../text/index.ts';
import { formatAddress, loadPlaces, prepareSearch, searchPlaces } from './index.ts';
import type { BenchLine } from '../../../../scripts/bench.ts';

const queries = ['dak lak', 'Đắk Lắk', 'hoà bình', 'phúc xá', 'phuong ba dinh ha noi', 'quận 1', 'a', 'Hồ'];

function median(run: (query: string) => unknown, rounds: number): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const query of queries) {
      const started = performance.now();
      run(query);
      times.push(performance.now() - started);
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Search over 14,000 current and old names, against folding all of them for every query. */
export async function bench(report: (line: BenchLine) => void): Promise<void> {
  const places = await loadPlaces();
  const started = performance.now();
  prepareSearch(places);
  report({ name: 'places: index, cold', value: performance.now() - started, unit: 'ms' });
  const ours = median((query) => searchPlaces(places, query), 50);
  const everything = [...places.provinces, ...places.communes, ...places.former];
  const naive = median((query) => {
    const asked = searchKey(query);
    return everything.filter((place) => searchKey(formatAddress(places, place)).includes(asked));
  }, 3);
  report({
    name: 'places: search',
    value: ours,
    unit: 'ms',
    baseline: `folding ${everything.length} names each time (${naive.toFixed(1)} ms)`,
    ratio: ours / naive,
  });
}

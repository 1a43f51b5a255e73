import { checkIsPoints } from './check-criterion.ts';
import type { Report } from './finding.ts';
import type { Band, Rubric } from './schema.ts';

function checkNeighbours(report: Report, better: Band, worse: Band, pointer: string, gap: 'error' | 'info'): void {
  const below = worse.below ?? Number.POSITIVE_INFINITY;
  if (below > better.from) {
    report('error', 'band-overlap', pointer, '“$0” chồng lên “$1”', '“$0” overlaps “$1”', worse.title, better.title);
  } else if (below < better.from) {
    report(
      gap,
      'band-gap',
      pointer,
      'Từ $0 đến dưới $1 không thuộc mức nào',
      '$0 to below $1 is in no band',
      below,
      better.from,
    );
  }
}

/** Bands are half-open, meet without gap or overlap, cover the scale, and each can be reached. */
export function checkBands(report: Report, { bands, total, ceiling = total, unpublished = [] }: Rubric): void {
  const isUnpublished = unpublished.includes('bands');
  const gap = isUnpublished ? 'info' : 'error';
  if (bands.length === 0) {
    report(isUnpublished ? 'info' : 'error', 'no-bands', '/bands', 'Chưa có mức xếp loại', 'There are no bands');
    return;
  }
  let valid = true;
  for (const [at, { id, title, from, below }] of bands.entries()) {
    const here = `/bands/${at}`;
    if (bands.findIndex((each) => each.id === id) < at)
      report('error', 'duplicate-id', `${here}/id`, 'Mã “$0” dùng hai lần', 'The id “$0” is used twice', id);
    valid = checkIsPoints(report, from, `${here}/from`) && valid;
    if (below !== undefined) valid = checkIsPoints(report, below, `${here}/below`) && valid;
    if (below !== undefined && below <= from)
      report('error', 'band-empty', `${here}/below`, '“$0” không chứa điểm nào', '“$0” holds no points', title);
    if (from > ceiling)
      report(
        'error',
        'unreachable',
        `${here}/from`,
        'Không ai đạt được “$0”: thang chỉ đến $1',
        'Nobody can reach “$0”: the scale ends at $1',
        title,
        ceiling,
      );
  }
  if (!valid) return;
  const best = bands.map((band, at) => ({ band, at })).sort((a, b) => b.band.from - a.band.from);
  for (const [position, { band, at }] of best.entries()) {
    const better = best[position - 1];
    if (better) checkNeighbours(report, better.band, band, `/bands/${at}/below`, gap);
    else if (band.below !== undefined && band.below <= ceiling) {
      report(
        gap,
        'band-gap',
        `/bands/${at}/below`,
        'Từ $0 trở lên không thuộc mức nào',
        '$0 and above is in no band',
        band.below,
      );
    }
  }
  const last = best.at(-1)!;
  if (last.band.from > 0)
    report(
      gap,
      'band-gap',
      `/bands/${last.at}/from`,
      'Dưới $0 không thuộc mức nào',
      'Below $0 is in no band',
      last.band.from,
    );
}

import type { Report } from './finding.ts';
import type { Rubric } from './schema.ts';
import { maxOf, type PlacedNode } from './tree.ts';

/** Conditions point to bands and lines that exist, and can make a difference. */
export function checkConditions(report: Report, { conditions, bands }: Rubric, placed: readonly PlacedNode[]): void {
  const best = [...bands].sort((a, b) => b.from - a.from)[0];
  for (const [at, { id, effect, when }] of conditions.entries()) {
    const here = `/conditions/${at}`;
    if (conditions.findIndex((each) => each.id === id) < at)
      report('error', 'duplicate-id', `${here}/id`, 'Mã “$0” dùng hai lần', 'The id “$0” is used twice', id);
    if (effect.kind === 'at-most') {
      if (!bands.some((band) => band.id === effect.band))
        report(
          'error',
          'unknown-band',
          `${here}/effect/band`,
          'Không có mức “$0”',
          'There is no band “$0”',
          effect.band,
        );
      else if (effect.band === best?.id)
        report(
          'warning',
          'no-effect',
          `${here}/effect/band`,
          'Không hạ gì: đây là mức cao nhất',
          'Lowers nothing: this is the best band',
        );
    }
    if (!when) continue;
    const node = placed.find((each) => each.node.id === when.line)?.node;
    if (!node)
      report(
        'error',
        'unknown-line',
        `${here}/when/line`,
        'Không có dòng hay nhóm “$0”',
        'There is no line or group “$0”',
        when.line,
      );
    else if (when.below > maxOf(node))
      report(
        'error',
        'always-applies',
        `${here}/when/below`,
        'Luôn áp dụng: “$0” tối đa chỉ $1',
        'Always applies: “$0” gives $1 at most',
        node.title,
        maxOf(node),
      );
  }
}

/** Quotas point to bands that exist and only lower; tie-breaks to lines. */
export function checkQuota(
  report: Report,
  { quota, bands, tieBreak = [] }: Rubric,
  placed: readonly PlacedNode[],
): void {
  const from = new Map(bands.map((band) => [band.id, band.from]));
  for (const [at, { band, lowerTo, of, share }] of (quota?.limits ?? []).entries()) {
    const here = `/quota/limits/${at}`;
    for (const [pointer, name] of [
      ['band', band],
      ['lowerTo', lowerTo],
      ...(of === 'all' ? [] : of.map((each, index) => [`of/${index}`, each] as const)),
    ] as const) {
      if (!from.has(name))
        report('error', 'unknown-band', `${here}/${pointer}`, 'Không có mức “$0”', 'There is no band “$0”', name);
    }
    if (from.has(band) && from.has(lowerTo) && from.get(lowerTo)! >= from.get(band)!) {
      report(
        'error',
        'not-lower',
        `${here}/lowerTo`,
        'Chỉ được hạ xuống mức thấp hơn',
        'It can only go to a lower band',
      );
    }
    if (share.numerator > share.denominator)
      report('warning', 'above-100-percent', `${here}/share`, 'Tỷ lệ trên 100%', 'A share above 100%');
  }
  for (const [at, line] of tieBreak.entries()) {
    if (!placed.some(({ node }) => node.id === line && node.kind !== 'group')) {
      report('error', 'unknown-line', `/tieBreak/${at}`, 'Không có dòng “$0”', 'There is no line “$0”', line);
    }
  }
}

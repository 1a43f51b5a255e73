import type { drawings as vi } from './vi.ts';

export const drawings: typeof vi = {
  table: 'Show the figures',
  name: 'Name',
  total: 'Total',
  noData: 'No data yet',
  target: 'Target',
  none: 'There are no figures to draw.',
  paired: (count, first, second, lower) =>
    `Compares ${first.toLowerCase()} and ${second.toLowerCase()} of ${count} rows; ${second.toLowerCase()} is lower in ${lower}.`,
  stacked: (count, highest, share, part) =>
    `${count} rows, each divided into parts; ${part.toLowerCase()} is highest for ${highest}: ${share}.`,
  funnel: (from, first, to, last) => `From ${from} ${first} to ${to} ${last}.`,
  line: (count, from, to, last, above) =>
    `${count} periods, from ${from} to ${to}; the last is ${last}${above > 0 ? `; ${above} are above the limit` : ''}.`,
  grid: (rows, columns, highest, value) => `${rows} rows, ${columns} columns; the highest is ${value} for ${highest}.`,
  map: (count, flagged) => `${count} places, ${flagged} need attention.`,
  missing: (count) => `${count} places without enough data`,
  others: (count, word) => `and ${count} places ${word}`,
};

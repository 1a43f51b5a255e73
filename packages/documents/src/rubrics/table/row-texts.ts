/** The cells of a row apart from its title and its points. */
import type { Doubts } from '../doubt.ts';
import { joinTexts, type Cell } from '../grid.ts';
import { bareNumber, labelNumber } from './numbers.ts';
import { cellPoints } from './points.ts';
import { placeOf, type Reading } from './reading.ts';
import type { SortedRow } from './sorted-row.ts';

export interface RowTexts {
  scoring: string;
  evidence: string;
  note: string;
}

/** The texts of the line apart from its title. */
export function readTexts(line: SortedRow, reading: Reading): RowTexts {
  for (const column of ['scoring', 'evidence', 'note'] as const) reading.use(line.cells(column));
  const levelPoints = line.cells('level-max')[0];
  const worth = levelPoints && cellPoints(levelPoints);
  let scoring = line.text('scoring');
  if (levelPoints) {
    reading.use([levelPoints]);
    scoring = worth
      ? `${scoring.replaceAll('\n', ' ')}: ${levelPoints.text} điểm`.replace(/điểm điểm$/u, 'điểm')
      : joinTexts(scoring, levelPoints.text);
  }
  return { scoring, evidence: line.text('evidence'), note: line.text('note') };
}

/** The number of the line: of the column of numbers if there is one, else `inTitle`. */
export function readNumber(
  line: SortedRow,
  shown: readonly Cell[],
  inTitle: string | undefined,
  reading: Reading,
  doubts: Doubts,
): string | undefined {
  const cell = line.cells('number').find((each) => !shown.includes(each));
  if (!cell) return inTitle;
  reading.use([cell]);
  const label = cell.lines[0]?.label;
  const typed = cell.number ?? (label ? labelNumber(label) : bareNumber(cell.text));
  if (cell.remark === 'date')
    doubts.add(
      'number-became-a-date',
      placeOf(line.row, cell),
      'Số thứ tự bị Excel đổi thành ngày, đã đọc là “$0”',
      'The number had become a date; read as “$0”',
      typed ?? cell.text,
    );
  return typed ?? (cell.text || inTitle);
}

import type { Doubts } from '../doubt.ts';
import { cellPoints, shareOf } from './points.ts';
import { placeOf, type Reading } from './reading.ts';
import type { SortedRow } from './sorted-row.ts';

export interface RowPoints {
  /** In hundredths. */
  points: number;
  /** They were written with a minus. */
  negative: boolean;
}

/** Points of the line, as the column states them; what cannot be read is a doubt. */
export function readRowPoints(line: SortedRow, reading: Reading, doubts: Doubts): RowPoints | undefined {
  const [cell, ...others] = line.cells('max');
  if (!cell || line.across) return undefined;
  const share = shareOf(cell);
  const found = cellPoints(cell) ?? share;
  const place = placeOf(line.row, cell);
  if (!found) {
    reading.use([cell]);
    // A formula without a result has its own doubt.
    if (!cell.text) return undefined;
    doubts.add(
      cell.remark === 'date' ? 'points-became-a-date' : 'unreadable-points',
      place,
      'Không đọc được điểm “$0”',
      'The points “$0” cannot be read',
      cell.text,
    );
    return undefined;
  }
  if (others.length === 0) reading.use([cell]);
  if (share ?? cell.remark === 'percent')
    doubts.add(
      'percent-as-points',
      place,
      'Ô ghi “$0”; bản nháp hiểu là $1 điểm',
      'The cell says “$0”, read as $1 points',
      cell.text,
      found.points,
    );
  if (cell.remark === 'rounded')
    doubts.add(
      'shown-rounded',
      place,
      'Ô lưu nhiều chữ số hơn số hiện ra “$0”; bản nháp lấy số hiện ra',
      'The cell stores more digits than the “$0” it shows; what is shown was read',
      cell.text,
    );
  if (found.from !== undefined)
    doubts.add(
      'lower-bound-dropped',
      place,
      'Ô ghi “$0”; bản nháp chỉ giữ mức cao nhất $1',
      'The cell says “$0”; the draft keeps only the highest, $1',
      cell.text,
      found.points,
    );
  return { points: found.points, negative: found.negative === true };
}

import type { Place } from '../doubt.ts';
import type { NumberStyle } from './numbers.ts';

/** A line of the table as read, before it is known what kind of criterion it is. */
export interface Item {
  number: string;
  style: NumberStyle;
  title: string;
  /** In hundredths. */
  max: number | undefined;
  /** Surely a line, though it has no points: they could not be read, or stand with its levels in the rows below. */
  isLine: boolean;
  /** The points were written with a minus. */
  negative: boolean;
  scoring: string;
  evidence: string;
  note: string;
  /** Table and row (1-based) where it was found. */
  table: string;
  row: number;
  bold: boolean;
  /** Position among the items as read. */
  order: number;
  children: Item[];
}

/** A row that states a sum. */
export interface Total {
  points: number;
  /** Empty where the points stand alone in their row. */
  label: string;
  /** Numbers of the sections it sums up, as far as it names them: “Cộng mục I”, “I + II”. */
  scope: string[];
  place: Place;
  /** How many items were read above it. */
  after: number;
}

/** The parts of a cell that contains a title. */
import { fold } from '@dvk/sdk/text';
import type { Line } from '../grid.ts';
import { readBands } from './bands.ts';
import { labelNumber, splitNumber } from './numbers.ts';
import { isPart } from './parts.ts';
import { splitPoints } from './points.ts';
import { readPair, readScoring } from './scoring.ts';

/** The contents of a title cell: number, title, points, and the lines below the title. */
interface TitleCell {
  number: string | undefined;
  title: string;
  points: number | undefined;
  /** The points in the title have a minus. */
  negative: boolean;
  /** The points are a number in brackets without a word. */
  bare: boolean;
  /** Paragraphs that are lines or levels of their own. */
  below: Line[];
}

/** The first paragraphs up to one with a mark or a level of its own are the title. */
export function readTitle(lines: readonly Line[]): TitleCell {
  const [first = { label: '', text: '' }, ...others] = lines;
  const typed = first.label ? { number: labelNumber(first.label), rest: first.text } : splitNumber(first.text);
  const end = others.findIndex(
    ({ label, text }) =>
      label !== '' ||
      splitNumber(text) !== undefined ||
      readPair(text) !== undefined ||
      readScoring(text) !== undefined,
  );
  const more = end < 0 ? others : others.slice(0, end);
  const whole = [typed?.rest ?? first.text, ...more.map(({ text }) => text)].filter(Boolean).join(' ');
  const { title, points, negative = false, bare = false } = splitPoints(whole);
  return { number: typed?.number, title, points, negative, bare, below: end < 0 ? [] : others.slice(end) };
}

/** A blank to fill in, or a remark on the row above: never a line of its own. */
export const isRemark = (text: string, points: number | undefined) =>
  /^[(*\s]*(?:ghi chu|luu y|notes?:)/.test(fold(text.slice(0, 40))) ||
  (points === undefined && /…{3}|\.{6}|_{5}|^\*/.test(text));

/** A text across the table that is no line of it: a note, or what follows the total. */
export function isNote(text: string): boolean {
  if (isPart(text)) return false;
  return (
    /^\(?(?:ghi chu|luu y|notes?:|xep loai|cach xep loai|ket qua xep loai|noi nhan)/.test(fold(text.slice(0, 60))) ||
    readBands([text]).bands.length > 0
  );
}

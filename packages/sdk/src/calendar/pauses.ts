import { fail } from './fail.ts';
import { toMs, type Instant } from './instants.ts';

/**
 * A time during which the term does not run, with its reason. For terms in days the two ends may also be
 * dates, `YYYY-MM-DD`.
 */
export interface Pause {
  readonly from: Instant;
  /** Resumption; absent while the pause lasts. */
  readonly to?: Instant;
  /** Why, as a stable code of the matter's own list: `waiting-for-related-result`, `waiting-for-sender`. */
  readonly reason: string;
}

/** A half-open stretch: of time in milliseconds, or of day numbers. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Pauses as stretches in order of their starts; they may overlap.
 *
 * @param at pointer to the list
 * @param read turns an end of a pause into a number on the axis of the term
 * @throws InputError `not-an-instant`, `bad-pause` (no reason code, or resumed before it was paused)
 */
export function pausedSpans(
  pauses: readonly Pause[] = [],
  at: string,
  read: (end: Instant, pointer: string) => number = toMs,
): Span[] {
  return pauses
    .map(({ from, to, reason }, index): Span => {
      const start = read(from, `${at}/${index}/from`);
      const end = to === undefined ? Infinity : read(to, `${at}/${index}/to`);
      if (reason && start <= end) return { start, end };
      fail(
        'bad-pause',
        `${at}/${index}`,
        reason,
        'Mỗi lần tạm dừng cần có lý do và không kết thúc trước khi bắt đầu',
        'A pause needs a reason and must not end before it begins',
      );
    })
    .sort((a, b) => a.start - b.start);
}

/** Where the first pause without end begins; nothing counts after it. `Infinity` when every pause has an end. */
export function openSince(paused: readonly Span[]): number {
  return paused.find(({ end }) => end === Infinity)?.start ?? Infinity;
}

/** The parts of `span` outside `gaps`, which are in order of their starts; where gaps overlap, time is left out once. */
export function without({ start, end }: Span, gaps: readonly Span[]): Span[] {
  const parts: Span[] = [];
  for (const gap of gaps) {
    if (gap.end <= start || gap.start >= end) continue;
    if (gap.start > start) parts.push({ start, end: gap.start });
    start = gap.end;
  }
  if (start < end) parts.push({ start, end });
  return parts;
}

import type { scorecardSheet } from '../locale/scorecard-sheet/vi.ts';
import type { scorecard } from './vi.ts';

/** Texts of an open sheet, and those that it has in common with the list. */
export type SheetTexts = typeof scorecard & typeof scorecardSheet;

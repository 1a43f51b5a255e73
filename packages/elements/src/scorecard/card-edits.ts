import type { CardEdits } from './card.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether a draft holds edits: see {@link Draft.open}. */
export const areCardEdits = (state: unknown): state is CardEdits =>
  isRecord(state) &&
  isRecord(state['lines']) &&
  Object.values(state['lines']).every(isRecord) &&
  isRecord(state['conditions']);

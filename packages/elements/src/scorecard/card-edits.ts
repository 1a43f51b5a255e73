import { isRecord } from '../internal/is-record.ts';
import type { CardEdits } from './card.ts';

/** Whether a draft holds edits: see {@link Draft.open}. */
export const areCardEdits = (state: unknown): state is CardEdits =>
  isRecord(state) &&
  isRecord(state['lines']) &&
  Object.values(state['lines']).every(isRecord) &&
  isRecord(state['conditions']);

import type { CaseAction, CaseStatus } from './lifecycle.ts';
import type { CaseStepTaker } from './schema.ts';

/** One entry of a case's history, as stored by the server. */
export interface CaseHistoryEntry {
  action: CaseAction | 'receive';
  status: CaseStatus;
  at: string;
  /** Absent in histories of before it was recorded. */
  by?: CaseStepTaker | null;
  unitName: string | null;
  /** Meant for the sender: the reason of a refusal, extension or reopening. */
  note: string | null;
  /** A reason meant for the offices alone. */
  innerNote?: string | null;
}

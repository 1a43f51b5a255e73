import type { Bilingual } from '../../errors/input-error.ts';
import type { RowOutcome } from './outcomes.ts';

/** What becomes of a row, in words. */
export const rowOutcomeNames: Readonly<Record<RowOutcome, Bilingual>> = {
  added: { vi: 'Thêm mới', en: 'Added' },
  changed: { vi: 'Thay đổi', en: 'Changed' },
  unchanged: { vi: 'Không đổi', en: 'Unchanged' },
  refused: { vi: 'Chưa nhập được', en: 'Refused' },
};

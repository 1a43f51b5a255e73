import type { RubricState } from '@dvk/sdk/rubrics';
import { dateIcon } from '../icons/date.ts';
import { historyIcon } from '../icons/history.ts';
import { lawIcon } from '../icons/law.ts';
import { withdrawnIcon } from '../icons/withdrawn.ts';
import type { StatusLook } from '../parts/chip.ts';

/** Where a version of a rubric stands. */
export const rubricStateLooks: Readonly<Record<RubricState, StatusLook>> = {
  upcoming: { icon: dateIcon, tone: 'info' },
  'in-force': { icon: lawIcon, tone: 'success' },
  superseded: { icon: historyIcon, tone: 'neutral' },
  ended: { icon: dateIcon, tone: 'neutral' },
  withdrawn: { icon: withdrawnIcon, tone: 'danger' },
};

import type { due as vi } from './vi.ts';

export const due: typeof vi = {
  classes: {
    overdue: 'Overdue',
    soon: 'Nearly due',
    running: 'Within the term',
    paused: 'Term paused',
    'on-time': 'On time',
    late: 'Late',
    'late-extended': 'Late, extended',
  },
  overdue: (days) => (days === 0 ? 'Overdue today' : days === 1 ? '1 day over' : `${days} days over`),
  today: 'Today',
  left: (days) => (days === 1 ? '1 day left' : `${days} days left`),
};

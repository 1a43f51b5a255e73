import type { due as vi } from './vi.ts';

export const due: typeof vi = {
  standings: {
    overdue: 'Overdue',
    soon: 'Nearly due',
    'in-time': 'Within the term',
    paused: 'Term paused',
    'on-time': 'On time',
    late: 'Late',
    'late-extended': 'Late, extended',
  },
  overdue: (days) => (days === 1 ? '1 day over' : `${days} days over`),
  today: 'Today',
  left: (days) => (days === 1 ? '1 day left' : `${days} days left`),
  overdueInFull: (days) => (days === 1 ? '1 working day over' : `${days} working days over`),
  leftInFull: (days) => (days === 1 ? '1 working day left' : `${days} working days left`),
};

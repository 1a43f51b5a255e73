/** How urgent something is. */
export const due = {
  standings: {
    overdue: 'Quá hạn',
    soon: 'Gần hạn',
    'in-time': 'Trong hạn',
    paused: 'Tạm dừng tính hạn',
    'on-time': 'Đúng hạn',
    late: 'Trễ hạn',
    'late-extended': 'Trễ, có gia hạn',
  },
  overdue: (days: number) => `Quá ${days} ngày`,
  today: 'Hôm nay',
  left: (days: number) => `Còn ${days} ngày`,
  /** In full, where there is room to say what kind of day is counted. */
  overdueInFull: (days: number) => `Quá ${days} ngày làm việc`,
  leftInFull: (days: number) => `Còn ${days} ngày làm việc`,
};

/** How urgent something is. */
export const due = {
  classes: {
    overdue: 'Quá hạn',
    soon: 'Gần hạn',
    running: 'Trong hạn',
    paused: 'Tạm dừng tính hạn',
    'on-time': 'Đúng hạn',
    late: 'Trễ hạn',
    'late-extended': 'Trễ, có gia hạn',
  },
  overdue: (days: number) => (days === 0 ? 'Quá hạn hôm nay' : `Quá ${days} ngày`),
  today: 'Hôm nay',
  left: (days: number) => `Còn ${days} ngày`,
};

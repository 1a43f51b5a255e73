/** How near a due date is, most urgent first. `soon`: few working days are left, two or fewer unless a province says otherwise. */
export const dueClasses = ['overdue', 'soon', 'in-time'] as const;
export type DueClass = (typeof dueClasses)[number];

/** So many working days before the due date, and fewer, are `soon`, where nobody says otherwise. */
export const usualSoonDays = 2;

/** The classes of due dates, in Vietnamese. */
export const dueClassNames = (soonDays = usualSoonDays): Readonly<Record<DueClass, string>> => ({
  overdue: 'Quá hạn',
  soon: soonDays === 0 ? 'Đến hạn hôm nay' : `Còn ≤ ${soonDays} ngày làm việc`,
  'in-time': 'Trong hạn',
});

/** The classes of due dates, in English. */
export const dueClassNamesEn = (soonDays = usualSoonDays): Readonly<Record<DueClass, string>> => ({
  overdue: 'Overdue',
  soon: soonDays === 0 ? 'Due today' : `≤ ${soonDays} working ${soonDays === 1 ? 'day' : 'days'} left`,
  'in-time': 'In time',
});

/** How near a due date is, most urgent first. `soon`: two working days or fewer are left. */
export const dueClasses = ['overdue', 'soon', 'in-time'] as const;
export type DueClass = (typeof dueClasses)[number];

/** So many working days before the due date, and fewer, are `soon`. */
export const soonDays = 2;

/** The classes of due dates, in Vietnamese. */
export const dueClassNames: Readonly<Record<DueClass, string>> = {
  overdue: 'Quá hạn',
  soon: `Còn ≤ ${soonDays} ngày làm việc`,
  'in-time': 'Trong hạn',
};

/** The classes of due dates, in English. */
export const dueClassNamesEn: Readonly<Record<DueClass, string>> = {
  overdue: 'Overdue',
  soon: `≤ ${soonDays} working days left`,
  'in-time': 'In time',
};

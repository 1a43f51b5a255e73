/** How a case stands against its due date. */
export const timelinesses = ['on-time', 'late', 'running', 'overdue'] as const;
export type Timeliness = (typeof timelinesses)[number];

/** The working days of a calendar as pages know them: the week, and the days near today that depart from it, `YYYY-MM-DD`. */
export interface WorkWeek {
  /** ISO: 1 = Monday … 7 = Sunday. */
  weekdays: number[];
  off: string[];
  /** Made up for a day off. */
  worked: string[];
}

/** Whether people work on a day. */
export function isWorkedIn({ weekdays, off, worked }: Readonly<WorkWeek>, day: string): boolean {
  return worked.includes(day) || (weekdays.includes(new Date(day).getUTCDay() || 7) && !off.includes(day));
}

const isoDate = /^(\d{4})-(\d\d)-(\d\d)$/;

/** True for a date that exists, written `YYYY-MM-DD`, from the year 1000 on. */
export function isDate(date: string): boolean {
  const [, year, month, day] = isoDate.exec(date) ?? [];
  if (!year || Number(year) < 1000) return false;
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day);
}

/** What a person typed, made storable: well-formed Unicode, NFC, no outer white space. */
export function tidy(text: string): string {
  return text.toWellFormed().normalize('NFC').trim();
}

/** Whether a `YYYY-MM-DD` names a day that exists. */
export function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

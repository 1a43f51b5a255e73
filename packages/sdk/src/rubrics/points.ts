/** Points in hundredths as people write them: 8750 → `87,5` (vi) or `87.5` (en), 9000 → `90`. */
export function formatPoints(hundredths: number, locale: 'vi' | 'en' = 'vi'): string {
  const text = String(hundredths / 100);
  return locale === 'vi' ? text.replace('.', ',') : text;
}

/** The place of a body, as it stands before a date: “Ủy ban nhân dân phường Tân Ninh” → “Tân Ninh”; empty where its name has none. */
export function placeOf(issuer: string): string {
  return /(?:^|\s)(?:tỉnh|thành phố|xã|phường|đặc khu)\s+(\p{Lu}.*)$/u.exec(issuer)?.[1] ?? '';
}

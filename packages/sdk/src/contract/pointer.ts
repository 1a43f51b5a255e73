/** One token of a JSON pointer (RFC 6901), with its slash. */
export function pointerToken(part: PropertyKey): string {
  return `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

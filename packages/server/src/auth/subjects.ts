/**
 * The subject of somebody, as it stands in records: never that of somebody else whom another issuer calls by the same name.
 * People of the one issuer whose subjects stay as they are keep theirs; those of the others begin with `~` and the issuer's key.
 * What could be taken for one of these, or for a program, is marked as well.
 *
 * @param key the key of an issuer whose subjects are told apart by it; without it they stay as they are
 */
export function subjectOf(key: string | undefined, sub: string): string {
  if (key !== undefined) return `~${key}~${sub}`;
  return /^(?:~|service:)/.test(sub) ? `~~${sub}` : sub;
}

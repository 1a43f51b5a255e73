import canonicalize from 'canonicalize';

/** JSON in its one canonical form (RFC 8785): the same value always gives the same text, however it was stored. */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

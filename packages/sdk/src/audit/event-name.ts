/** The name of a kind of event among these, or the kind itself where a newer server has sent one that is not known. */
export function eventName(kind: string, names: Readonly<Record<string, string>>): string {
  const known = names[kind];
  if (known !== undefined) return known;
  return kind.endsWith('.sealed') ? names['sealed']! : kind;
}

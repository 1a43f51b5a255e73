/** The name of a field as it reads inside a sentence: “1. Họ và tên” → “họ và tên”, “UBND tỉnh” stays. `''` for none. */
export function nameInSentence(displayName: string): string {
  const name = displayName.replace(/^\d+\p{Ll}?\.\s*|(?<![\s:*])[\s:*]+$/gu, '');
  return /^\p{Lu}\P{Lu}/u.test(name) ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name;
}

/** What is looked for of what was typed or pasted: without characters that nobody sees and no search takes. */
export function searchWords(typed: string): string {
  return typed
    .replaceAll(/\p{Cf}+/gu, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

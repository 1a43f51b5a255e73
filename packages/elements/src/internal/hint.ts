/** What is wrong with how a page uses the elements: each hint once, on the console, for developers only. */
const said = new Set<string>();

export function hint(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  console.warn(text);
}

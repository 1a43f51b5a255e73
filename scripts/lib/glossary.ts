/**
 * The rows of the first table under a heading of `docs/glossary.md`, cell by cell.
 * @param glossary the text of the file
 * @throws {Error} if there is no such heading
 */
export function tableUnder(glossary: string, heading: string): string[][] {
  const part = glossary.split(/^#+ /m).find((each) => each.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`docs/glossary.md has no part “${heading}”.`);
  return part
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

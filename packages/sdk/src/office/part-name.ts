/**
 * The one form of a part's name, so that names of the archive and targets of relationships meet: `/` between folders and
 * none in front, no steps that lead nowhere, characters instead of their percent codes. Names that differ only in case
 * are the same.
 */
export function partName(written: string): string {
  return decoded(written)
    .replaceAll('\\', '/')
    .split('/')
    .filter((step, at, steps) => step !== '.' && (step !== '' || (at === steps.length - 1 && at > 0)))
    .join('/');
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** The name of the part that a relationship of `source` leads to: `../styles.xml` seen from `word/document.xml`. */
export function resolvePart(source: string, target: string): string {
  const path = /^[/\\]/.test(target) ? [] : source.split('/').slice(0, -1);
  for (const step of partName(target).split('/')) {
    if (step === '..') path.pop();
    else path.push(step);
  }
  return path.join('/');
}

interface Chunk {
  fileName: string;
  imports: string[];
}

/** A chunk and all that it imports, directly or not, but for what it loads on demand. */
export function withImports<C extends Chunk>(chunk: C, chunks: readonly C[]): C[] {
  const all = new Set([chunk]);
  for (const { imports } of all) for (const each of chunks) if (imports.includes(each.fileName)) all.add(each);
  return [...all];
}

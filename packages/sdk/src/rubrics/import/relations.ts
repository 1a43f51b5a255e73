import type { Parts } from './package.ts';
import { children, readXml } from './xml.ts';

/** What one part of an Office file says about another. */
export interface Relation {
  id: string;
  /** The last word of its type: `officeDocument`, `worksheet`, `styles` … the same in both editions of the standard. */
  type: string;
  /** Name of the part it leads to. */
  target: string;
}

/** `../styles.xml` seen from `word/document.xml`. */
function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The relations of a part; of the file itself for `''`. Those that lead outside are left out. */
export async function relationsOf(parts: Parts, part: string): Promise<Relation[]> {
  const at = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
  const bytes = parts.get(name);
  if (!bytes) return [];
  return children(await readXml(bytes, name), 'Relationship').flatMap(({ attributes }) => {
    const { Id, Type = '', Target = '', TargetMode } = attributes;
    if (TargetMode === 'External') return [];
    return [{ id: Id ?? '', type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(part, Target) }];
  });
}

/** The part that holds the document itself, wherever its writer put it; the usual names when the file does not say. */
export async function mainPart(parts: Parts): Promise<string | undefined> {
  const told = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (told !== undefined && parts.has(told)) return told;
  return ['word/document.xml', 'xl/workbook.xml'].find((name) => parts.has(name));
}

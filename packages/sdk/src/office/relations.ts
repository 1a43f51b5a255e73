import { resolvePart } from './part-name.ts';
import { readTags, type Pieces } from './tags.ts';

/** What one part of an Office file says about another, or about something outside. */
export interface Relation {
  id: string;
  /** The last word of its type: `officeDocument`, `worksheet`, `styles` …; the same in both editions of the standard. */
  type: string;
  /** Name of the part it leads to; of what lies outside, the address as it is written. */
  target: string;
  external: boolean;
}

/** The part that holds the relations of `part`; of the file itself for `''`. */
export function relationsPartOf(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

export function isRelationsPart(name: string): boolean {
  return /(?:^|\/)_rels\/[^/]*\.rels$/i.test(name);
}

/**
 * The relations that a part lists.
 *
 * @param name - of that part, `word/_rels/document.xml.rels`
 * @throws OfficeError `damaged`
 */
export async function readRelations(pieces: Pieces, name: string): Promise<Relation[]> {
  const source = name.replace(/_rels\/([^/]*)\.rels$/i, '$1');
  const relations: Relation[] = [];
  await readTags(pieces, {
    open(tag, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (tag !== 'Relationship') return;
      const external = TargetMode.trim().toLowerCase() === 'external';
      const target = Target.trim();
      relations.push({
        id: Id,
        type: Type.trim().replace(/^.*\//, ''),
        target: external ? target : resolvePart(source, target),
        external,
      });
    },
  });
  return relations;
}

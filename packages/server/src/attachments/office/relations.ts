import { UnfitFile, type UnfitReason } from '../unfit-file.ts';
import { readTags } from './tags.ts';

/** What one part says about another part or about something outside. */
export interface Relation {
  /** The last word of its type in small letters: `officedocument`, `hyperlink`, `vbaproject`. */
  type: string;
  /** Name of a part, or the address of what lies outside. */
  target: string;
  external: boolean;
}

/** Relations that only something active has. */
const refused: Readonly<Record<string, UnfitReason>> = {
  vbaproject: 'macros',
  vbaprojectsignature: 'macros',
  wordvbadata: 'macros',
  xlmacrosheet: 'macros',
  xlintlmacrosheet: 'macros',
  control: 'macros',
  activexcontrol: 'macros',
  activexcontrolbinary: 'macros',
  // Buttons of the program’s own bar, which name the code to run.
  extensibility: 'macros',
  oleobject: 'embedded',
  afchunk: 'embedded',
  subdocument: 'embedded',
  webextension: 'embedded',
  webextensiontaskpanes: 'embedded',
};

/** Addresses that run something when they are clicked. */
const dangerous = /^(?:javascript|vbscript|data|mhtml|mk|res|shell|search-ms|search|ms-[a-z-]+):/i;

export function isRelationsPart(name: string): boolean {
  return /(?:^|\/)_rels\/[^/]*\.rels$/i.test(name);
}

/** `../styles.xml` seen from `word/document.xml`. */
function resolve(from: string, target: string): string {
  const steps = target.replaceAll('\\', '/').split('/');
  const path = steps[0] === '' ? [] : from.split('/').slice(0, -1);
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The relations that a `.rels` part lists. */
export function relationsIn(bytes: Uint8Array, name: string): Relation[] {
  const from = name.replace(/_rels\/([^/]*)\.rels$/i, '$1');
  const relations: Relation[] = [];
  readTags(bytes, {
    open(tag, { Type = '', Target = '', TargetMode = '' }) {
      if (tag !== 'Relationship') return;
      const external = TargetMode.trim().toLowerCase() === 'external';
      const target = Target.trim();
      relations.push({
        type: Type.trim().replace(/^.*\//, '').toLowerCase(),
        target: external ? target : decoded(resolve(from, target)),
        external,
      });
    },
  });
  return relations;
}

function decoded(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}

/**
 * Whether an address lies on the reader's own computer: there is nothing to fetch, and nobody learns that the file was
 * opened. Word notes the template of every document that way. An address of another computer (`\\server`, `file://server`)
 * is none.
 */
function isLocal(address: string): boolean {
  const path = address.replaceAll('\\', '/').replace(/^file:\/*(?=[a-z]:|[a-z]\|)/i, '');
  if (/^[a-z][:|]\//i.test(path)) return true;
  return !path.startsWith('//') && !/^[a-z][a-z0-9+.-]*:/i.test(path);
}

/** @throws UnfitFile for what brings code, another file, or content from elsewhere; links that one clicks are taken */
export function judgeRelation({ type, target, external }: Relation): void {
  const reason = refused[type];
  if (reason) throw new UnfitFile(reason);
  if (type === 'hyperlink') {
    // eslint-disable-next-line no-control-regex
    if (dangerous.test(target.replace(/[\u0000-\u0020]/g, ''))) throw new UnfitFile('remote');
    return;
  }
  if (external && !isLocal(target)) throw new UnfitFile('remote');
}

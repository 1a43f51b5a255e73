import type { Relation } from '@dvk/sdk/office';
import { UnfitFile, type UnfitReason } from '../unfit-file.ts';

/** Relations that only something active has, by type in small letters. */
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

/**
 * Addresses that start a program of the reader’s computer when they are clicked. Office programs do nothing at
 * `javascript:`, which stands in much that was copied from web pages.
 */
const dangerous = /^(?:mhtml|mk|its|shell|search|search-ms|ms-(?!help:)[a-z-]+):/i;

/** What programs do to an address before they follow it: percent codes and characters that are not seen are gone. */
function plain(address: string): string {
  let decoded = address;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    // Not percent-encoded: it is taken as it stands.
  }
  return decoded
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replaceAll('\\', '/');
}

/** Folders at the root of a Mac, which Word writes there with four slashes: `file:////Users/…`. */
const macFolder = /^\/\/(?:Users|Applications|Library|Volumes|private)\//;

/**
 * Whether an address lies on the writer’s own computer: there is nothing to fetch, and nobody learns that the file was
 * opened. Word notes the template of every document that way. An address of another computer (`\\server`,
 * `file://server`) is none.
 */
export function isLocal(address: string): boolean {
  const written = plain(address);
  // After the two slashes of the scheme come the host, which may be empty, and the path.
  const path = written.replace(/^file:(?:\/\/(?:localhost(?=\/)|(?=\/)|(?=[a-z][:|]\/)))?/i, '');
  if (/^\/*[a-z][:|]\//i.test(path) || macFolder.test(path)) return true;
  return !path.startsWith('//') && !/^[a-z][a-z0-9+.-]*:/i.test(path);
}

/** @throws UnfitFile for what brings code, another file, or content from elsewhere; links that one clicks are taken */
export function judgeRelation({ type, target, external }: Relation): void {
  const kind = type.toLowerCase();
  const reason = refused[kind];
  if (reason) throw new UnfitFile(reason);
  if (kind === 'hyperlink') {
    if (dangerous.test(plain(target))) throw new UnfitFile('remote');
    return;
  }
  if (external && !isLocal(target)) throw new UnfitFile('remote');
}

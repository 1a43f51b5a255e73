import type { Relation } from '@dvk/sdk/office';
import { UnfitOfficeFile, type OfficeRefusal } from './unfit-office-file.ts';

/** Relations that only active content has, by type in lower case. */
const refused: Readonly<Record<string, OfficeRefusal>> = {
  vbaproject: 'macros',
  vbaprojectsignature: 'macros',
  wordvbadata: 'macros',
  xlmacrosheet: 'macros',
  xlintlmacrosheet: 'macros',
  control: 'macros',
  activexcontrol: 'macros',
  activexcontrolbinary: 'macros',
  // Buttons in the ribbon, which name the code to run.
  extensibility: 'macros',
  oleobject: 'embedded',
  afchunk: 'embedded',
  subdocument: 'embedded',
  webextension: 'embedded',
  webextensiontaskpanes: 'embedded',
};

/**
 * Addresses that start a program on the reader’s computer when they are clicked. `javascript:` is not among them: it is
 * common in text copied from web pages, and office programs ignore it.
 */
const dangerous = /^(?:mhtml|mk|its|shell|search|search-ms|ms-(?!help:)[a-z-]+):/i;

/** An address as programs follow it: with percent codes decoded and without invisible characters. */
function plain(address: string): string {
  let decoded = address;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    // Not percent-encoded: used as it is.
  }
  return decoded
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replaceAll('\\', '/');
}

/** Top-level folders of a Mac, which Word writes with four slashes: `file:////Users/…`. */
const macFolder = /^\/\/(?:Users|Applications|Library|Volumes|private)\//;

/**
 * Whether an address is on the author’s own computer: nothing is loaded from elsewhere, and nobody learns that the file was
 * opened. Word stores the template of every document this way. Addresses of other computers (`\\server`, `file://server`)
 * are not local.
 */
export function isLocal(address: string): boolean {
  const written = plain(address);
  // The two slashes of the scheme are followed by the host, which may be empty, and the path.
  const path = written.replace(/^file:(?:\/\/(?:localhost(?=\/)|(?=\/)|(?=[a-z][:|]\/)))?/i, '');
  if (/^\/*[a-z][:|]\//i.test(path) || macFolder.test(path)) return true;
  return !path.startsWith('//') && !/^[a-z][a-z0-9+.-]*:/i.test(path);
}

/** @throws UnfitOfficeFile for code, an embedded file or content from elsewhere; links to be clicked are allowed */
export function judgeRelation({ type, target, external }: Relation): void {
  const kind = type.toLowerCase();
  const reason = refused[kind];
  if (reason) throw new UnfitOfficeFile(reason);
  if (kind === 'hyperlink') {
    if (dangerous.test(plain(target))) throw new UnfitOfficeFile('remote');
    return;
  }
  if (external && !isLocal(target)) throw new UnfitOfficeFile('remote');
}

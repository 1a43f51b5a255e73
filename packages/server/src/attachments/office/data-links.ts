import { UnfitFile } from '../unfit-file.ts';
import { readTags } from './tags.ts';

/**
 * The part for a workbook that another refers to. Its address is judged with the relations; what it must not be is a
 * link to a program.
 *
 * @throws UnfitFile `commands`
 */
export function checkExternalLink(bytes: Uint8Array): void {
  readTags(bytes, {
    open(tag) {
      if (tag === 'ddeLink' || tag === 'oleLink') throw new UnfitFile('commands');
    },
  });
}

/**
 * The connections of a workbook. Where text was imported from is noted and does no harm; databases and web pages are
 * asked again when the workbook is opened.
 *
 * @throws UnfitFile `commands`
 */
export function checkConnections(bytes: Uint8Array): void {
  readTags(bytes, {
    open(tag) {
      if (['dbPr', 'olapPr', 'webPr'].includes(tag)) throw new UnfitFile('commands');
    },
  });
}

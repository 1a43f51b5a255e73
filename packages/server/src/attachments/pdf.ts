import { UnfitFile } from './unfit-file.ts';

const tailLength = 1024;
const endOfZip = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const endOfZipLength = 22;
const longestZipComment = 0xffff;

/**
 * Checks that a PDF begins and ends like one and is not at the same time a ZIP archive. What is inside – scripts, forms,
 * links – is not judged: files are handed out as downloads, never shown inside a page.
 *
 * @throws UnfitFile `damaged` or `kind`
 */
export function checkPdf(bytes: Buffer): void {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) throw new UnfitFile('kind');
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - tailLength));
  if (!tail.includes('startxref') || !tail.includes('%%EOF')) throw new UnfitFile('damaged');
  if (endsAsZip(bytes)) throw new UnfitFile('kind');
}

/** Whether an archive's end record reaches exactly to the end of the file: such a file opens as an archive as well. */
function endsAsZip(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.length - endOfZipLength - longestZipComment);
  for (let at = bytes.length - endOfZipLength; at >= first; at -= 1) {
    at = bytes.lastIndexOf(endOfZip, at);
    if (at < first) return false;
    if (at + endOfZipLength + bytes.readUInt16LE(at + 20) === bytes.length) return true;
  }
  return false;
}

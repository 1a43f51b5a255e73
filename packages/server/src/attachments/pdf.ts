import { UnfitFile } from './unfit-file.ts';

/** Readers look for the header in the first kilobyte and for the end in the last. */
const reach = 1024;
const endOfZip = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const endOfZipLength = 22;
const longestZipComment = 0xffff;

/**
 * Where the header of a PDF begins, which may have a byte-order mark, line ends or what a program put in front of it;
 * -1 when there is none, or when what stands before it could be read as a page.
 */
export function pdfHeader(bytes: Buffer): number {
  const head = bytes.toString('latin1', 0, reach + 8);
  const at = head.search(/%PDF-[12]\.\d/);
  return at <= reach && !head.slice(0, Math.max(at, 0)).includes('<') ? at : -1;
}

/**
 * Checks that a PDF ends like one and is not at the same time a ZIP archive. Padding may follow its end. What is inside –
 * scripts, forms, links – is not checked: files are handed out as downloads, never shown inside a page.
 *
 * @throws UnfitFile `damaged` or `kind`
 */
export function checkPdf(bytes: Buffer): void {
  const end = endOf(bytes);
  const tail = bytes.toString('latin1', Math.max(0, end - reach), end);
  // The very last letter is lost where a program counted the bytes without those before the header.
  if (!/startxref[^]*%%EO/.test(tail)) throw new UnfitFile('damaged');
  if (endsAsZip(bytes, end)) throw new UnfitFile('kind');
}

/** The length without the zeros, empty flash, spaces and line ends (and the end mark of old systems) with which disks and mailers pad. */
function endOf(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && [0, 9, 10, 12, 13, 26, 32, 0xff].includes(bytes[end - 1]!)) end -= 1;
  return end;
}

/** Whether an archive's end record reaches to the end of the file or its padding: such a file opens as an archive as well. */
function endsAsZip(bytes: Buffer, end: number): boolean {
  const first = Math.max(0, end - endOfZipLength - longestZipComment);
  for (let at = bytes.length - endOfZipLength; at >= first; at -= 1) {
    at = bytes.lastIndexOf(endOfZip, at);
    if (at < first) return false;
    const zipEnd = at + endOfZipLength + bytes.readUInt16LE(at + 20);
    if (zipEnd >= end && zipEnd <= bytes.length) return true;
  }
  return false;
}

import type { MediaType } from '@dvk/sdk/attachments';
import { toNfc } from '@dvk/sdk/text';

/** Usual extensions of each type, the preferred one first. */
const endings: Readonly<Record<MediaType, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jfif', '.jpe', '.jif', '.pjpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
};

const maxLength = 150;
/** Control and direction characters, which make a name look like another one. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
const reserved = /[<>:"/\\|?*]/g;

/**
 * The name of a stored file: the sender's in NFC, without path, invisible characters and characters that some system refuses,
 * and with the extension of its content – a picture called `thu.exe` becomes `thu.exe.jpg`.
 * @param disposition - `Content-Disposition` of the upload
 */
export function fileName(disposition: string, mediaType: MediaType): string {
  const last = givenFileName(disposition);
  const known = endings[mediaType];
  const ending = known.find((candidate) => last.toLowerCase().endsWith(candidate));
  const stem = (ending ? last.slice(0, -ending.length) : last).replace(/^[\s.]+|[\s.]+$/g, '');
  return (Array.from(stem).slice(0, maxLength).join('').trimEnd() || 'tệp') + (ending ?? known[0]!);
}

/** The sender's name of a file, without path, invisible characters and characters that some system refuses. */
export function givenFileName(disposition: string): string {
  const given = toNfc(nameIn(disposition).toWellFormed()).replace(unseen, '');
  return given.split(/[/\\]/).at(-1)!.replace(reserved, '_').trim();
}

/** RFC 6266: `filename*` before `filename`. */
function nameIn(disposition: string): string {
  const extended = /(?:^|;)\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended);
    } catch {
      // Not percent-encoded UTF-8: as good as no name.
    }
  }
  const plain = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition);
  return plain?.[1]?.replaceAll(/\\(.)/g, '$1') ?? plain?.[2] ?? '';
}

import { toWellFormed } from '../text/well-formed.ts';

/**
 * The headers of `attachments.upload`: the name of the file, in the notation of RFC 6266 and 8187.
 *
 * @example
 * await client.attachments.upload({headers: fileHeaders(file.name), body: file}, {onProgress: ({sent, total}) => …});
 */
export function fileHeaders(name: string): { 'content-disposition': string } {
  const encoded = encodeURIComponent(toWellFormed(name)).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return { 'content-disposition': `attachment; filename*=UTF-8''${encoded}` };
}

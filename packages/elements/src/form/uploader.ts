import { fileHeaders } from '@dvk/sdk/client';
import type { Upload } from '../file-field/upload.ts';
import type { Client } from '../internal/connection.ts';

/**
 * The kinds of file the server takes, as file choosers know them; it looks at the content itself. HEIC stands for all formats
 * of phones: the server makes a JPEG of what the browser cannot draw.
 */
export const acceptedFiles = '.jpg,.png,.webp,.heic,.pdf,.docx,.xlsx';

/** How the widgets' file fields send a file. */
export function uploadWith(client: Client): Upload {
  return (file, { signal, onProgress }) =>
    client.attachments.upload(
      { headers: fileHeaders(file.name), body: file },
      { signal, onProgress: ({ sent }) => onProgress(sent) },
    );
}

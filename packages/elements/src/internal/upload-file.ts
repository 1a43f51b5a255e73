import { fileHeaders } from '@dvk/sdk/client';
import type { Upload } from '../file-field/upload.ts';
import type { Client } from './connection.ts';

/** Sends a file of a file field to the API. */
export function uploadFile(client: Client, ...[file, { signal, onProgress }]: Parameters<Upload>): ReturnType<Upload> {
  return client.attachments.upload(
    { headers: fileHeaders(file.name), body: file },
    { signal, onProgress: ({ sent }) => onProgress(sent) },
  );
}

import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { checkName, type FileStorage } from './file-storage.ts';

/** A bucket of anything that speaks the S3 API. */
export interface S3Options {
  /** Address of the service, e.g. `https://s3.example.gov.vn`; the bucket is put into the path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Put before every name, e.g. `dvk/`. */
  prefix?: string;
}

const timeout = 30_000;

/** Files as objects of an S3 bucket. Requests are signed, bodies too, and retried when the service is overloaded. */
export function s3Storage(options: S3Options): FileStorage {
  const { accessKeyId, secretAccessKey, region, prefix = '' } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const base = `${options.endpoint.replace(/\/+$/, '')}/${options.bucket}/`;

  async function send(method: string, name: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
    return client.fetch(base + encodeURI(prefix + checkName(name)), {
      method,
      signal: AbortSignal.timeout(timeout),
      ...(body && {
        body,
        headers: {
          'content-type': 'application/octet-stream',
          'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
        },
      }),
    });
  }

  async function expect(response: Response, ...statuses: number[]): Promise<void> {
    if (statuses.includes(response.status)) return;
    await response.body?.cancel();
    throw new Error(`The file storage answered ${response.status}`);
  }

  return {
    async write(name, bytes) {
      const response = await send('PUT', name, new Uint8Array(bytes));
      await expect(response, 200, 201, 204);
      await response.body?.cancel();
    },
    async read(name) {
      const response = await send('GET', name);
      await expect(response, 200, 404);
      if (response.status === 200) return response.blob();
      await response.body?.cancel();
      return undefined;
    },
    async remove(name) {
      const response = await send('DELETE', name);
      await expect(response, 200, 204, 404);
      await response.body?.cancel();
    },
  };
}

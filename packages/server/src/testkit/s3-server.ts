import { createRequire } from 'node:module';

interface S3rver {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}

// The package has no types of its own.
const S3rverClass = createRequire(import.meta.url)('s3rver') as new (options: object) => S3rver;

/** The access key and secret that the test server knows. */
export const s3Keys = { region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

/** A real HTTP server that speaks the S3 API, with one empty bucket, storing into a directory. */
export async function startS3Server(
  directory: string,
  bucket: string,
): Promise<{ endpoint: string; close(): Promise<void> }> {
  const server = new S3rverClass({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  return { endpoint: `http://127.0.0.1:${port}`, close: () => server.close() };
}

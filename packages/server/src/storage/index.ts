export { directoryStorage } from './directory-storage.ts';
export type { FileStorage } from './file-storage.ts';
export { memoryStorage } from './memory-storage.ts';
export { openStorage } from './open-storage.ts';
export { s3Storage, type S3Options } from './s3-storage.ts';

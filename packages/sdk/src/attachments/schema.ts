import * as z from 'zod/mini';
import { id, instant } from '../contract/shapes.ts';

/** Kinds of file that are taken, found from the content and not from the name. */
export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** Largest file taken, in bytes (15 MiB). */
export const maxFileSize = 15 * 1024 * 1024;
/** Most files one record may carry. */
export const maxFiles = 10;

/**
 * A stored file. A fresh upload is attached once, by its uploader; one that a visitor sent, by whoever knows its id. What
 * nobody attaches is removed after a day.
 */
export const Attachment = z.object({
  id,
  name: z.string(),
  mediaType: z.enum(mediaTypes),
  /** Bytes as stored: images are re-encoded without their metadata. */
  size: z.int(),
  /** SHA-256 of the stored bytes, lower-case hex. */
  sha256: z.string(),
  uploadedAt: instant,
});
export type Attachment = z.infer<typeof Attachment>;

/** Ids of files uploaded before. */
export const attachmentIds = z.array(id).check(z.maxLength(maxFiles));

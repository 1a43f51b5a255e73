import * as z from 'zod/mini';
import { id, instant } from '../contract/shapes.ts';

/** Kinds of file that are accepted, recognised by their content and not by their name. */
export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** The kinds of file that may be uploaded. */
export const acceptedTypes: readonly string[] = mediaTypes;

/** Largest file accepted, in bytes (15 MiB). */
export const maxFileSize = 15 * 1024 * 1024;
/** Most files that may be attached to one record. */
export const maxFiles = 10;

/**
 * A stored file. An upload can be attached once: by the person who uploaded it, or, where a signed-out visitor did, by
 * anyone who knows its id. An upload that is not attached is removed after a day.
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

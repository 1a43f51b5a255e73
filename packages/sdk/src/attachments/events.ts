import * as z from 'zod/mini';
import { mediaTypes } from './schema.ts';

/** The events of an attachment. */
export const attachmentEvents = {
  'attachment.uploaded': z.object({ mediaType: z.enum(mediaTypes), size: z.int(), sha256: z.string() }),
  /** It was not attached in time, or erased with its record. */
  'attachment.removed': z.object({}),
} as const;

import * as z from 'zod/mini';
import { mediaTypes } from './schema.ts';

/** What is written down of a file. */
export const attachmentEvents = {
  'attachment.uploaded': z.object({ mediaType: z.enum(mediaTypes), size: z.int(), sha256: z.string() }),
  /** Nobody attached it in time. */
  'attachment.removed': z.object({}),
} as const;

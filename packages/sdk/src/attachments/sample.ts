import type { Attachment } from './schema.ts';

/** A letter that somebody sent along. */
export const attachment: Attachment = {
  id: '01890000-0000-7000-8000-0000000000f1',
  name: 'tờ trình.pdf',
  mediaType: 'application/pdf',
  size: 48_120,
  sha256: '0'.repeat(64),
  uploadedAt: '2026-11-16T01:15:00Z',
};

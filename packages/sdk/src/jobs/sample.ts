import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import type { Job } from './schema.ts';

/** A job that failed for good. */
export const job: Job = {
  id: '01890000-0000-7000-8000-0000000000f1',
  name: 'attachments.remove-unattached',
  state: 'failed',
  attempts: 9,
  lastError: 'Error ECONNREFUSED',
  nextTryAt: null,
  createdAt: '2026-11-27T09:00:00Z',
  startedAt: '2026-11-27T12:14:00Z',
  finishedAt: '2026-11-27T12:14:02Z',
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = {
  giveUp: { reason: 'Kho tệp cũ đã ngừng hoạt động (mẫu)' },
};

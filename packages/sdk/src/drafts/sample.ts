import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import type { Draft, DraftBody } from './schema.ts';

const body: DraftBody = {
  form: 'model-registration',
  title: 'Bếp ăn không đồng',
  content: '{"name":"Bếp ăn không đồng"}',
};

/** A registration that somebody has begun. */
export const draft: Draft = {
  ...body,
  title: 'Bếp ăn không đồng',
  id: '01890000-0000-7000-8000-0000000000d1',
  createdAt: '2026-11-27T09:30:00Z',
  updatedAt: '2026-11-27T09:32:00Z',
  deletedAt: '2027-02-25T09:32:00Z',
  etag: '"v2"',
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = { create: body, update: body };

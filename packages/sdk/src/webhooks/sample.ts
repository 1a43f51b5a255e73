import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import type { NewWebhook, Webhook, WebhookDelivery } from './schema.ts';

const addition: NewWebhook = {
  name: 'Trung tâm điều hành (mẫu)',
  url: 'https://webhook.example/dvk',
  kinds: ['case.received', 'case.answered'],
};

/** A system that is told of two kinds of events. */
export const webhook: Webhook = {
  ...addition,
  id: '01890000-0000-7000-8000-0000000000a5',
  state: 'enabled',
  overlapUntil: null,
  createdAt: '2026-11-27T02:00:00Z',
};

/** Something that has arrived. */
export const webhookDelivery: WebhookDelivery = {
  id: '01890000-0000-7000-8000-0000000000a6',
  kind: 'case.received',
  subject: 'case/01890000-0000-7000-8000-000000000051',
  state: 'delivered',
  attempts: 1,
  lastStatus: 204,
  lastError: null,
  createdAt: '2026-11-27T02:00:00Z',
  endedAt: '2026-11-27T02:00:01Z',
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = { create: addition, rotate: { overlapHours: 24 } };

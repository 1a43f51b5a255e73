import * as z from 'zod/mini';
import { withSameShape, type EventOf } from '../lifecycle/events.ts';

/** What administrators do with systems that are told of events. Addresses may hold secrets and stand in no event. */
export const webhookEvents = {
  'webhook.added': z.object({ kinds: z.array(z.string()) }),
  'webhook.secret-rotated': z.object({ overlapHours: z.int() }),
  ...withSameShape(['webhook.disabled', 'webhook.enabled'], z.object({})),
} as const;

export type WebhookEvent = EventOf<typeof webhookEvents>;

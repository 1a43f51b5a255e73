import * as z from 'zod/mini';
import { id, instant, text } from '../contract/shapes.ts';
import { pingKind, webhookKinds } from './kinds.ts';

const kinds = z.array(z.enum(webhookKinds)).check(z.minLength(1), z.maxLength(webhookKinds.length));

/** A system that is to be told of events. */
export const NewWebhook = z.object({
  name: text(200),
  /** An https address without a name and a password in it. */
  url: z.string().check(z.maxLength(2000), z.regex(/^https?:\/\/[^\s]+$/)),
  kinds,
});
export type NewWebhook = z.infer<typeof NewWebhook>;

/** How long the secret of before is signed with too, while the receiver is changed over. */
export const SecretRotation = z.object({ overlapHours: z.int().check(z.gte(0), z.lte(168)) });
export type SecretRotation = z.infer<typeof SecretRotation>;

/** A system that is told of events. */
export const Webhook = z.object({
  id,
  ...NewWebhook.shape,
  state: z.enum(['enabled', 'disabled']),
  /** Until when the secret of before is signed with too; `null` where there is one alone. */
  overlapUntil: z.nullable(instant),
  createdAt: instant,
});
export type Webhook = z.infer<typeof Webhook>;

/** A system with a secret that was just made. */
export const WebhookWithSecret = z.object({
  ...Webhook.shape,
  /** `whsec_…`, by which the receiver checks what it gets. It cannot be read again. */
  secret: z.string(),
});
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What a system was told, or is to be. */
export const WebhookDelivery = z.object({
  /** The same at every attempt, as `webhook-id`. */
  id,
  kind: z.enum([...webhookKinds, pingKind]),
  /** What it is about, `case/<id>`. */
  subject: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  /** What the receiver answered last; `null` where it gave none. */
  lastStatus: z.nullable(z.int()),
  /** Why the last attempt failed. */
  lastError: z.nullable(z.string()),
  createdAt: instant,
  /** When it was delivered or given up. */
  endedAt: z.nullable(instant),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

/** What a receiver gets: which event it was and what it is about, for the receiver to read through the API what it may read. */
export const WebhookMessage = z.object({
  type: z.string(),
  timestamp: instant,
  data: z.object({
    subject: z.string(),
    /** The place of the event in the ledger, 1, 2, 3 …; `null` for a ping. */
    position: z.nullable(z.int()),
  }),
});
export type WebhookMessage = z.infer<typeof WebhookMessage>;

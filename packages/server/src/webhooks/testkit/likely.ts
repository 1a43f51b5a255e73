import { sampleBodies } from '@dvk/sdk/testing';
import type { Webhook, WebhookDelivery } from '@dvk/sdk/webhooks';
import type { LikelyRequests } from '../../testkit/fuzz/known.ts';

/** Messages by the webhook that they were for. */
const sent = new Map<string, string>();

export const likely: LikelyRequests = {
  bodies: { create: () => sampleBodies.webhooks.create },
  params: {
    replay(_known, roll): Readonly<Record<string, string>> {
      const pairs = [...sent];
      const [deliveryId, id] = pairs[Math.floor(roll() * pairs.length)] ?? [];
      return deliveryId !== undefined && id !== undefined ? { id, deliveryId } : {};
    },
  },
  /** Systems that a message was sent to. */
  async history(ask) {
    for (let index = 0; index < 4; index += 1) {
      const { id } = await ask<Webhook>(
        'administrator',
        'webhooks.create',
        '/v1/webhooks',
        sampleBodies.webhooks.create,
      );
      const delivery = await ask<WebhookDelivery>('administrator', 'webhooks.ping', `/v1/webhooks/${id}/ping`);
      sent.set(delivery.id, id);
    }
  },
};

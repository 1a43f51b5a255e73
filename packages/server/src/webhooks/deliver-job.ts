import type { WebhookMessage } from '@dvk/sdk/webhooks';
import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { defineJob, JobFailure, PermanentFailure } from '../queue/job.ts';
import { findRow } from '../records/rows.ts';
import { post } from './post.ts';
import { AddressRefused } from './public-address.ts';
import { signedHeaders } from './secrets.ts';
import { deliveries, webhooks, type DeliveryRow } from './table.ts';

/** For about a day it is tried again. */
const retry = { limit: 28, delay: 10 };

/** Tells a system of an event. A process that is killed tells it again, under the same `webhook-id`. */
export const deliverJob = defineJob({
  name: 'webhooks.deliver',
  schema: z.object({ id: z.string() }),
  retry,
  timeout: 60,
  concurrency: 4,
  storedFor: 7 * 24 * 60 * 60,
  async run({ database, services, tenant, now, signal }, { id }) {
    if (tenant === null) return;
    const { queries } = database;
    const delivery = await findRow(queries, deliveries, { tenant, id });
    const hook = delivery && (await findRow(queries, webhooks, { tenant, id: delivery.webhookId }));
    if (!hook || delivery.state !== 'waiting') return;
    const note = (changes: Partial<DeliveryRow>) =>
      database.transaction((db) =>
        db
          .update(deliveries)
          .set({ ...changes, attempts: sql`${deliveries.attempts} + 1` as never })
          .where(and(eq(deliveries.tenant, tenant), eq(deliveries.id, id))),
      );
    const endedAt = now.toISOString();
    if (hook.disabledAt !== null) return void (await note({ state: 'failed', lastError: 'disabled', endedAt }));

    const { kind, subject, position, occurredAt } = delivery;
    const message: WebhookMessage = { type: kind, timestamp: occurredAt, data: { subject, position } };
    const body = JSON.stringify(message);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'dvk-server',
      ...signedHeaders(services.keyring, hook, id, body, now),
    };
    let status: number;
    try {
      status = await post({ url: new URL(hook.url), body, headers, hosts: services.webhookHosts, signal });
    } catch (error) {
      const { name, code, message: words } = error as NodeJS.ErrnoException;
      if (error instanceof AddressRefused) {
        await note({ state: 'failed', lastStatus: null, lastError: words, endedAt });
        throw new PermanentFailure(words);
      }
      const reason = `The receiver could not be reached (${code ?? name})`;
      await note({ lastStatus: null, lastError: reason, ...givenUp(delivery, endedAt) });
      throw new JobFailure(reason);
    }
    if (status >= 200 && status < 300) {
      await note({ state: 'delivered', lastStatus: status, lastError: null, endedAt });
      return;
    }
    const reason = `The receiver answered ${status}`;
    // A receiver that is gone says so; another address is not followed, whatever it is.
    if (status === 410 || (status >= 300 && status < 400)) {
      await note({ state: 'failed', lastStatus: status, lastError: reason, endedAt });
      throw new PermanentFailure(reason);
    }
    await note({ lastStatus: status, lastError: reason, ...givenUp(delivery, endedAt) });
    throw new JobFailure(reason);
  },
});

/** What the last attempt leaves. */
function givenUp({ attempts }: DeliveryRow, endedAt: string): Partial<DeliveryRow> {
  return attempts >= retry.limit ? { state: 'failed', endedAt } : {};
}

import { pingKind, webhooks, type Webhook, type WebhookDelivery } from '@dvk/sdk/webhooks';
import { and, eq } from 'drizzle-orm';
import { isIP } from 'node:net';
import { newId } from '../database/index.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { find } from '../records/find.ts';
import { listRows } from '../records/rows.ts';
import { insert, update } from '../records/write.ts';
import { enqueueDelivery } from './of-events.ts';
import { hostOf, isPublicAddress } from './public-address.ts';
import { newSecret, openSecrets, sealSecrets } from './secrets.ts';
import { deliveries, webhookRecords, webhooks as table, type DeliveryRow, type WebhookRow } from './table.ts';

function present({ id, name, url, kinds, overlapUntil, disabledAt, createdAt }: WebhookRow): Webhook {
  return { id, name, url, kinds, state: disabledAt === null ? 'enabled' : 'disabled', overlapUntil, createdAt };
}

function presentDelivery(row: DeliveryRow): WebhookDelivery {
  const { id, kind, subject, state, attempts, lastStatus, lastError, createdAt, endedAt } = row;
  return { id, kind, subject, state, attempts, lastStatus, lastError, createdAt, endedAt };
}

/** Refuses an address to which nothing would be sent; where its name leads is looked at when it is. */
function checkAddress(text: string, hosts: readonly string[]): void {
  const url = URL.parse(text);
  const host = url && hostOf(url);
  const isAllowed = host !== null && hosts.includes(host);
  const isSafe = url && (url.protocol === 'https:' || (isAllowed && url.protocol === 'http:'));
  if (!isSafe || url.username || url.password) refuseFields([{ pointer: '/url', code: 'not-a-safe-address' }]);
  if (isAllowed) return;
  const isPrivate =
    isIP(host!) === 0 ? !host!.includes('.') || /\.(?:local|localhost|internal)$/.test(host!) : !isPublicAddress(host!);
  if (isPrivate) refuseFields([{ pointer: '/url', code: 'private-address' }]);
}

async function turn(context: Context, id: string, on: boolean): Promise<Webhook> {
  const before = await find(webhookRecords, context, id);
  if ((before.disabledAt === null) === on) throw new HttpProblem('transition-not-allowed');
  const kind = on ? 'webhook.enabled' : 'webhook.disabled';
  const changes = { disabledAt: on ? null : context.now };
  return present(await update(webhookRecords, context, before, changes, () => ({ event: { kind, data: {} } })));
}

const telling = ({ db, session, now }: Context) => ({ db, tenant: session.tenant, now });

export const webhookRoutes = [
  implement(webhooks.list, async ({ query }, context) => {
    const list = { by: ['createdAt', 'id'], direction: 'descending' } as const;
    const { items, nextCursor } = await listRows(context, query, table, list);
    return { items: items.map(present), nextCursor };
  }),

  implement(webhooks.create, async ({ body }, context) => {
    const { session, services } = context;
    checkAddress(body.url, services.webhookHosts);
    const key = { tenant: session.tenant, id: newId() };
    const secret = newSecret();
    const secrets = sealSecrets(services.keyring, key, [secret]);
    const kinds = [...new Set(body.kinds)];
    const row = await insert(webhookRecords, context, { ...body, kinds, id: key.id, secrets }, () => ({
      event: { kind: 'webhook.added', data: { kinds } },
    }));
    return { ...present(row), secret };
  }),

  implement(webhooks.rotate, async ({ params, body }, context) => {
    const { now, services } = context;
    const before = await find(webhookRecords, context, params.id);
    const [former] = openSecrets(services.keyring, before);
    const secret = newSecret();
    const { overlapHours } = body;
    const overlapUntil = new Date(Date.parse(now) + overlapHours * 60 * 60 * 1000).toISOString();
    const changes = {
      secrets: sealSecrets(services.keyring, before, overlapHours === 0 ? [secret] : [secret, former!]),
      overlapUntil: overlapHours === 0 ? null : overlapUntil,
    };
    const row = await update(webhookRecords, context, before, changes, () => ({
      event: { kind: 'webhook.secret-rotated', data: { overlapHours } },
    }));
    return { ...present(row), secret };
  }),

  implement(webhooks.disable, ({ params }, context) => turn(context, params.id, false)),
  implement(webhooks.enable, ({ params }, context) => turn(context, params.id, true)),

  implement(webhooks.ping, async ({ params }, context) => {
    const { db, now } = context;
    const hook = await find(webhookRecords, context, params.id);
    if (hook.disabledAt !== null) throw new HttpProblem('transition-not-allowed');
    const { tenant, id: webhookId } = hook;
    const [row] = await db
      .insert(deliveries)
      .values({
        tenant,
        id: newId(),
        webhookId,
        position: null,
        kind: pingKind,
        subject: `webhook/${webhookId}`,
        occurredAt: now,
        createdAt: now,
        state: 'waiting',
        attempts: 0,
      })
      .returning();
    await enqueueDelivery(telling(context), row!.id);
    return presentDelivery(row!);
  }),

  implement(webhooks.deliveries, async ({ params, query }, context) => {
    const hook = await find(webhookRecords, context, params.id);
    const { items, nextCursor } = await listRows(context, query, deliveries, {
      by: ['createdAt', 'id'],
      direction: 'descending',
      where: eq(deliveries.webhookId, hook.id),
    });
    return { items: items.map(presentDelivery), nextCursor };
  }),

  implement(webhooks.replay, async ({ params }, context) => {
    const { db } = context;
    const { tenant, id: webhookId, disabledAt } = await find(webhookRecords, context, params.id);
    if (disabledAt !== null) throw new HttpProblem('transition-not-allowed');
    const isIt = and(
      eq(deliveries.tenant, tenant),
      eq(deliveries.webhookId, webhookId),
      eq(deliveries.id, params.deliveryId),
    );
    const [row] = await db.update(deliveries).set({ state: 'waiting', endedAt: null }).where(isIt).returning();
    if (!row) throw new HttpProblem('not-found');
    await enqueueDelivery(telling(context), row.id, row.attempts);
    return presentDelivery(row);
  }),
];

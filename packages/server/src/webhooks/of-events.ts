import { openCaseKinds } from '@dvk/sdk/cases';
import { isWebhookKind, type WebhookDelivery } from '@dvk/sdk/webhooks';
import { and, eq, isNull } from 'drizzle-orm';
import { cases } from '../cases/table.ts';
import { newId, type Queries } from '../database/index.ts';
import type { StoredEvent } from '../events/index.ts';
import { enqueue } from '../queue/enqueue.ts';
import { findRow } from '../records/rows.ts';
import { deliverJob } from './deliver-job.ts';
import { deliveries, webhooks } from './table.ts';

interface Telling {
  db: Queries;
  tenant: string;
  /** RFC 3339 instant */
  now: string;
}

/** Lets a delivery begin, in the caller's transaction; a later one of the same has another `round`. */
export async function enqueueDelivery({ db, tenant, now }: Telling, id: string, round = 0): Promise<void> {
  await enqueue(db, deliverJob, { id }, { tenant, key: `delivery/${id}/${round}`, now: new Date(now) });
}

/** Denunciations and complaints are nobody's outside. */
async function mayBeTold({ db, tenant }: Telling, { subject }: StoredEvent): Promise<boolean> {
  const [area, id = ''] = subject.split('/');
  if (area !== 'case') return true;
  const row = await findRow(db, cases, { tenant, id });
  return row !== undefined && openCaseKinds.some((kind) => kind === row.kind);
}

/** Tells the systems of a tenant of events, in the caller's transaction, each once. */
export async function sendEvents(context: Telling, events: readonly StoredEvent[]): Promise<void> {
  const { db, tenant, now } = context;
  const told = events.filter(({ kind }) => isWebhookKind(kind));
  if (told.length === 0) return;
  const hooks = await db
    .select({ id: webhooks.id, kinds: webhooks.kinds })
    .from(webhooks)
    .where(and(eq(webhooks.tenant, tenant), isNull(webhooks.disabledAt)));
  if (hooks.length === 0) return;
  for (const event of told) {
    const meant = hooks.filter(({ kinds }) => (kinds as string[]).includes(event.kind));
    if (meant.length === 0 || !(await mayBeTold(context, event))) continue;
    for (const { id: webhookId } of meant) {
      const { position, subject, at } = event;
      const kind = event.kind as WebhookDelivery['kind'];
      const [made] = await db
        .insert(deliveries)
        .values({
          tenant,
          id: newId(),
          webhookId,
          position,
          kind,
          subject,
          occurredAt: at,
          createdAt: now,
          state: 'waiting',
          attempts: 0,
        })
        .onConflictDoNothing()
        .returning({ id: deliveries.id });
      if (made) await enqueueDelivery(context, made.id);
    }
  }
}

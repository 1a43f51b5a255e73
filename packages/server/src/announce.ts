import { isNoticeOccasion } from '@dvk/sdk/notices';
import { isWebhookKind } from '@dvk/sdk/webhooks';
import * as z from 'zod/mini';
import { eventsBetween, type Announce } from './events/index.ts';
import { tellOfEvents } from './notices/of-events.ts';
import { defineJob } from './queue/job.ts';
import { enqueue } from './queue/enqueue.ts';
import { sendEvents } from './webhooks/of-events.ts';

const day = 24 * 60 * 60;

/**
 * Lets people and other systems know of events that were added to the ledger: it is the outbox. All of it is one transaction, so that a process that is
 * killed has told nobody or everybody.
 */
export const announceJob = defineJob({
  name: 'events.announce',
  schema: z.object({ from: z.int(), to: z.int() }),
  retry: { limit: 30, delay: 5 },
  // There is one for each change: nobody looks for those that went well.
  storedFor: 2 * day,
  async run({ database, services, tenant, now }, { from, to }) {
    if (tenant === null) return;
    await database.transaction(async (db) => {
      const context = { db, tenant, now: now.toISOString(), services };
      const events = await eventsBetween(db, tenant, from, to);
      await tellOfEvents(context, events);
      await sendEvents(context, events);
    });
  },
});

/** Enqueues what events need to be told of, in their own transaction. */
export const announceEvents: Announce = async (db, tenant, added, now) => {
  const told = added.filter(({ kind }) => isNoticeOccasion(kind) || isWebhookKind(kind));
  if (told.length === 0) return;
  const [from, to] = [told[0]!.position, told.at(-1)!.position];
  await enqueue(db, announceJob, { from, to }, { tenant, key: `event/${from}`, now: new Date(now) });
};

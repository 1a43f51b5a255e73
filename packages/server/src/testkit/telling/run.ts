import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dateInVietnam } from '@dvk/sdk/text';
import { sql } from 'drizzle-orm';
import { startNoticeWorld } from '../../notices/testkit/world.ts';
import { freshDatabase } from '../engines.ts';
import { startMailServer } from '../mail-server.ts';
import { startScript, whenWritten, type ScriptProcess } from '../script-process.ts';
import { testTenant } from '../server.ts';
import { tellingServices, type TellingOrders } from './jobs.ts';

const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
const dayLength = 24 * 60 * 60 * 1000;

/** What came of it. */
export interface Told {
  /** Letters and messages that came, each once however often it came. */
  letters: number;
  messages: number;
  /** Those that came more than once, and were known by what they are called. */
  repeated: number;
  seconds: number;
}

/**
 * Sends cases, each of whose senders is told by mail and of each of which another system is told, and lets processes do so of which one after the other
 * is killed. In the end each must have been told once, to whoever knows letters by their `Message-ID` and messages by their `webhook-id`.
 *
 * @throws AssertionError where something was lost, or told as a second one
 */
export async function tellWhileKilling(caseCount: number, killCount: number): Promise<Told> {
  const files = await freshDatabase.PostgreSQL();
  const mail = await startMailServer();
  const messages = new Map<string, string[]>();
  const receiver = createServer(async (request, response) => {
    const id = request.headers['webhook-id'] as string;
    const { data } = JSON.parse((await buffer(request)).toString('utf8')) as { data: { subject: string } };
    messages.set(id, [...(messages.get(id) ?? []), data.subject]);
    // Some are killed between having told it and knowing that they have.
    await setTimeout(20);
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');

  // Yesterday at ten: no quiet hours, and what is due is due now.
  const now = `${dateInVietnam(Date.now() - dayLength)}T03:00:00.000Z`;
  const orders: TellingOrders = { database: files.options, tenant: testTenant, mailServer: mail.url.href, now };
  const world = await startNoticeWorld(async () => files, tellingServices(orders), now);
  const { queries } = world.server.database;
  await world.addPerson('secretary', [{ role: 'secretariat' }]);
  await world.work('events.announce');
  await queries.execute(sql`DELETE FROM pgboss.job`);
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/dvk`;
  const hook = { name: 'Mẫu', url, kinds: ['case.received'] };
  const added = await world.call('POST', '/v1/webhooks', { as: 'administrator', body: hook });
  assert.equal(added.status, 201);
  const ids: string[] = [];
  for (let number = 0; number < caseCount; number += 1)
    ids.push((await world.sendCase({ senderName: 'Nguyễn Văn A', senderEmail: `nguoi-gui-${number}@example.vn` })).id);

  const workers: ScriptProcess[] = [];
  async function start(): Promise<void> {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const environment = { PATH, NODE_COMPILE_CACHE };
    const child = startScript(worker, { args: [JSON.stringify(orders)], environment });
    await whenWritten(child, /(working)/);
    workers.push(child);
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const [victim] = workers.splice(Math.floor(Math.random() * workers.length), 1);
    const gone = once(victim!, 'exit');
    victim!.kill(signal);
    await gone;
  }
  const effects = () => mail.letters.size + messages.size;

  const started = performance.now();
  try {
    await Promise.all([start(), start()]);
    for (let kills = 1; kills <= killCount; kills += 1) {
      // The first of them while most is still to be announced.
      const enough = (2 * caseCount * (kills - 0.5)) / (killCount + 1);
      while (effects() < enough) await setTimeout(2);
      await setTimeout(Math.random() * 30);
      await end('SIGKILL');
      await start();
    }
    for (;;) {
      const { rows } = await queries.execute(
        sql`SELECT 1 FROM pgboss.job WHERE state NOT IN ('completed', 'failed') LIMIT 1`,
      );
      if (rows.length === 0) break;
      await setTimeout(100);
    }
    const seconds = (performance.now() - started) / 1000;
    while (workers.length > 0) await end('SIGTERM');

    const all = async (statement: string) => (await queries.execute<Record<string, unknown>>(statement)).rows;
    assert.deepEqual(await all("SELECT name FROM pgboss.job WHERE state = 'failed'"), []);
    // Who is told by mail of a case of their own, and the list of the secretariat: a row for each event, whoever announced it.
    assert.deepEqual(
      await all(`SELECT count(*)::int AS mails, count(DISTINCT recipient)::int AS recipients, min(state) AS first, max(state) AS last
                 FROM notice_mail WHERE recipient LIKE 'sender/%'`),
      [{ mails: caseCount, recipients: caseCount, first: 'sent', last: 'sent' }],
    );
    assert.deepEqual(
      await all(`SELECT count(*)::int AS notices, count(DISTINCT subject)::int AS subjects
                 FROM notice WHERE recipient LIKE 'person/%' AND occasion = 'case.received'`),
      [{ notices: caseCount, subjects: caseCount }],
    );
    const letters = [...mail.letters.values()].filter(([first]) => first!.to[0]!.startsWith('nguoi-gui-'));
    const addresses = letters.map(([first]) => first!.to[0]!);
    assert.deepEqual([addresses.length, new Set(addresses).size], [caseCount, caseCount]);
    const subjects = [...messages.values()].map(([first]) => first!);
    assert.deepEqual(subjects.toSorted(), ids.map((id) => `case/${id}`).toSorted());
    const came = [...mail.letters.values(), ...messages.values()];
    const repeated = came.filter(({ length }) => length > 1).length;
    return { letters: letters.length, messages: messages.size, repeated, seconds };
  } finally {
    for (const child of workers) child.kill('SIGKILL');
    receiver.closeAllConnections();
    receiver.close();
    await world.server.end();
    await mail.stop();
  }
}

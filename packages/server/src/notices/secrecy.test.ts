/** What nobody may learn is planted in cases; it is looked for in all that goes out: notices, letters, webhooks, log, metrics, events, exports. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import type { CaseSubmission } from '@dvk/sdk/cases';
import type { Role } from '@dvk/sdk/contract';
import { plainText, readText } from '@dvk/documents/text';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { pino } from 'pino';
import { newId } from '../database/index.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { startMailServer, type MailServer } from '../testkit/mail-server.ts';
import { sampleUnit } from '../testkit/samples.ts';
import { testTenant } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { addressOf, startNoticeWorld, type NoticeWorld } from './testkit/world.ts';

const kinds = ['case.received', 'case.assigned', 'case.answered', 'case.reopened', 'case.sent-back'];

/** Letters that no text of the product has, so that what is found was planted. */
const planted = fc.string({ unit: fc.constantFrom(...'QXZJWĐ'), minLength: 10, maxLength: 16 });
const phones = fc.integer({ min: 1_000_000, max: 9_999_999 }).map((digits) => `098${digits}`);

describe('what nobody may learn', () => {
  let mail: MailServer;
  let world: NoticeWorld;
  const elsewhere = sampleUnit();
  let log = '';
  const posted: string[] = [];
  const receiver = createServer(async (request, response) => {
    posted.push(JSON.stringify(request.headers) + (await text(request)));
    response.writeHead(204).end();
  });

  before(async () => {
    mail = await startMailServer();
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    world = await startNoticeWorld(freshDatabase.PostgreSQL, {
      mail: { server: mail.url, from: 'dvk@tinh.example', links: new URL('https://dvk.tinh.example/') },
      webhookHosts: ['127.0.0.1'],
      log: pino({ level: 'trace' }, { write: (line: string) => void (log += line) }),
      metricsToken: 'metrics',
    });
    await addUnits(world.server.database.queries, testTenant, [elsewhere]);
    await world.addPerson('officer', [{ role: 'unit-officer', unitId: world.unit.id }]);
    await world.addPerson('secretary', [{ role: 'secretariat' }]);
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const { status } = await world.call('POST', '/v1/webhooks', {
      as: 'administrator',
      body: { name: 'Mẫu', url, kinds },
    });
    assert.equal(status, 201);
  });
  after(async () => {
    await world.server.end();
    await mail.stop();
    receiver.closeAllConnections();
    receiver.close();
  });

  /** Letters as they are read, and as they came. */
  const read = () =>
    [...mail.letters.values()].flat().map(({ raw }) => {
      const parts = [...raw.matchAll(/base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g)];
      return raw + parts.map(([, part]) => Buffer.from(part!, 'base64').toString('utf8')).join('\n');
    });

  /** All that goes out, by where it is found. */
  async function outgoing(): Promise<Record<string, string>> {
    const { queries } = world.server.database;
    const rows = async (table: string) =>
      JSON.stringify((await queries.execute(sql.raw(`SELECT * FROM ${table}`))).rows);
    const metrics = await world.server.fetch(
      new Request('http://test/metrics', { headers: { authorization: 'Bearer metrics' } }),
      { remoteAddress: '192.0.2.1' },
    );
    const seen = await Promise.all(['officer', 'secretary', 'citizen'].map((name) => world.noticesOf(name)));
    return {
      notices: JSON.stringify(seen),
      'rows of notices': await rows('notice'),
      'rows of letters': await rows('notice_mail'),
      'rows of deliveries': await rows('webhook_delivery'),
      jobs: await rows('pgboss.job'),
      events: await rows('event'),
      letters: read().join('\n'),
      webhooks: posted.join('\n'),
      log,
      metrics: await metrics.text(),
    };
  }

  /** What staff can take out as a file: lists are exported from what they read, papers and tables come as they are. */
  async function exported(id: string, roles: readonly Role[], unitId: string | null): Promise<Record<string, string>> {
    const token = await world.server.tokenFor({ subject: `export-${roles[0]}-${unitId}`, roles, unitId });
    const headers = { authorization: `Bearer ${token}` };
    const out: Record<string, string> = {};
    for (const path of [
      '/v1/cases?limit=100',
      `/v1/cases/${id}`,
      `/v1/cases/${id}/history`,
      `/v1/cases/${id}/papers/reply`,
      '/v1/unit-table?format=csv',
      '/v1/audit/events?limit=100',
      '/v1/audit/anchor',
    ]) {
      const response = await world.server.fetch(new Request(`http://test${path}`, { headers }));
      assert.ok(response.status < 500, path);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const isPaper = response.headers.get('content-type')!.includes('wordprocessingml');
      out[`${path}, ${roles[0]}`] = isPaper ? plainText(await readText(bytes)) : Buffer.from(bytes).toString('utf8');
    }
    return out;
  }

  test('reaches no export but of those who must reach the sender, and nothing of it another unit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ title: planted, content: planted, address: planted, senderName: planted }),
        phones,
        async ({ senderName, ...matter }, senderPhone) => {
          const senderEmail = `q${newId().slice(0, 8)}@nguoigui.example`;
          const { id, code, secret } = await world.sendCase({ ...matter, senderName, senderPhone, senderEmail });
          await world.step(id, { action: 'assign', unitId: world.unit.id });
          await world.step(id, { action: 'answer', answer: 'Đã xong' }, 'officer');
          const sealed = [senderName, senderPhone, senderEmail, secret, secret.replaceAll('-', '')];
          const readers = [['unit-officer'], ['inspector'], ['administrator']] as const;
          let seen = 0;
          for (const roles of readers) {
            const unitId = roles[0] === 'unit-officer' ? world.unit.id : null;
            for (const [where, out] of Object.entries(await exported(id, roles, unitId))) {
              for (const each of sealed) assert.ok(!out.includes(each), `${each} in ${where}`);
              if (out.includes(code)) seen += 1;
            }
          }
          assert.ok(seen > 3, 'what is looked through holds the case');
          for (const [where, out] of Object.entries(await exported(id, ['unit-officer'], elsewhere.id)))
            for (const each of [code, ...sealed, ...Object.values(matter)])
              assert.ok(!out.includes(each), `${each} in ${where}`);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('reaches no notice, letter, webhook, log line, metric, job or event', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ title: planted, content: planted, address: planted, senderName: planted, answer: planted }),
        phones,
        fc.boolean(),
        async ({ answer, ...words }, senderPhone, isDenunciation) => {
          const senderEmail = `q${newId().slice(0, 8)}@nguoigui.example`;
          const submission: Partial<CaseSubmission> = { ...words, senderPhone, senderEmail, linked: true };
          const { id, code, secret } = await world.sendCase(submission, 'citizen');
          const { queries } = world.server.database;
          if (isDenunciation)
            await queries.execute(sql`UPDATE citizen_case SET kind = 'denunciation' WHERE id = ${id}`);
          await world.step(id, { action: 'assign', unitId: world.unit.id });
          await world.step(id, { action: 'answer', answer: `${answer} đã xong` }, 'officer');
          await world.work('events.announce', 'notices.mail', 'webhooks.deliver');
          const found = await outgoing();
          const secrets = [...Object.values(words), answer, senderPhone, secret, secret.replaceAll('-', '')];
          for (const [where, out] of Object.entries(found)) {
            for (const each of secrets) assert.ok(!out.includes(each), `${each} in ${where}`);
            // An address is where a letter goes, and nowhere else.
            if (where !== 'letters') assert.ok(!out.includes(senderEmail), `${senderEmail} in ${where}`);
          }
          const told = [found['notices']!, found['letters']!, found['rows of notices']!];
          if (isDenunciation) for (const out of told) assert.ok(!out.includes(code), `${code} is told of`);
          else for (const out of told) assert.ok(out.includes(code));
        },
      ),
      { numRuns: 12 },
    );
    assert.ok(posted.length > 0 && mail.letters.size > 0 && log.length > 0);
    assert.ok(read().some((letter) => letter.includes(addressOf('officer'))));
  });
});

/** Letters by a real mail server that takes them, refuses, hangs, breaks off, forgets to answer and is away. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Job } from '@dvk/sdk/jobs';
import { dateInVietnam } from '@dvk/sdk/text';
import { eq, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { createServices } from '../create-services.ts';
import type { MailOptions } from '../mail/mailer.ts';
import { startWork, type Work } from '../queue/work.ts';
import { storedJobs } from '../queue/stored-job.ts';
import { serverJobs } from '../server-jobs.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { startMailServer, type Arrived, type MailManner, type MailServer } from '../testkit/mail-server.ts';
import { testSecretKey, testTenant } from '../testkit/server.ts';
import { noticeMails } from './table.ts';
import { addressOf, startNoticeWorld, type NoticeWorld } from './testkit/world.ts';

describe('letters', () => {
  let mail: MailServer;
  let world: NoticeWorld;
  let work: Work;
  let logged = '';
  const secretEmail = 'chi.lan@example.vn';
  const yesterday = dateInVietnam(Date.now() - 24 * 60 * 60 * 1000);

  before(async () => {
    mail = await startMailServer();
    const options: MailOptions = {
      server: mail.url,
      from: 'Bộ phận thường trực <dvk@tinh.example>',
      links: new URL('https://dvk.tinh.example/dvk/'),
      portal: new URL('https://tinh.example/thong-bao'),
      patience: 500,
    };
    // Yesterday at ten: no quiet hours, and what is due is due now.
    world = await startNoticeWorld(freshDatabase.PostgreSQL, { mail: options }, `${yesterday}T03:00:00.000Z`);
    await world.addPerson('officer', [{ role: 'unit-officer', unitId: world.unit.id }]);
    await world.work('events.announce');
    await world.server.database.queries.execute(sql`DELETE FROM pgboss.job WHERE name = 'notices.mail'`);
    work = startWork({
      database: world.server.database,
      services: createServices({ secretKey: testSecretKey, mail: options }),
      tenant: testTenant,
      jobs: serverJobs.filter(({ name }) => ['events.announce', 'notices.mail'].includes(name)),
      ready: async () => {},
      clock: () => new Date(world.now),
      log: pino({ level: 'trace' }, { write: (line: string) => void (logged += line) }),
      pace: { poll: 0.5, supervise: 5 },
    });
  });
  after(async () => {
    await work.stop(5000);
    await world.server.end();
    await mail.stop();
  });

  async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      await setTimeout(50);
    }
  }
  /** The job of a letter once it is in a state. */
  const jobIn = (state: Job['state'], from = '') =>
    until(async () => {
      const path = `/v1/jobs?name=notices.mail&state=${state}`;
      const { body } = await world.call<{ items: Job[] }>('GET', path, { as: 'administrator' });
      return body.items.find(({ id }) => from === '' || id === from);
    });
  const letterTo = (to: string, has: string) =>
    until(() =>
      [...mail.letters]
        .flatMap(([id, all]) => all.map((letter) => ({ ...letter, id })))
        .find((letter) => letter.to.includes(to) && opened(letter).includes(has)),
    );
  /** All of a letter as it is read: headers and parts decoded. */
  function opened({ raw }: Arrived): string {
    const lines = raw.replaceAll(/\r\n[ \t]+/g, ' ');
    const words = lines
      .replaceAll(/\?=\s+=\?UTF-8\?Q\?/gi, '')
      .replaceAll(/=\?UTF-8\?(Q|B)\?(.*?)\?=/gi, (_, how: string, text: string) =>
        how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replaceAll('_', ' ')),
      );
    return words.replaceAll(
      /Content-Transfer-Encoding: (base64|quoted-printable)\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)(?=\r\n--|$)/gi,
      (_, how: string, body: string) =>
        how.toLowerCase() === 'base64'
          ? Buffer.from(body, 'base64').toString('utf8')
          : quoted(body.replaceAll('=\r\n', '')),
    );
  }
  /** Quoted-printable text as it is read. */
  const quoted = (text: string) =>
    Buffer.from(
      text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');
  const retry = async (id: string) => {
    const { status } = await world.call('POST', `/v1/jobs/${id}/retry`, { as: 'administrator' });
    assert.equal(status, 200);
    // The clock of the test stands still at yesterday; the queue's does not.
    await world.server.database.queries.update(storedJobs).set({ startAfter: world.now }).where(eq(storedJobs.id, id));
  };
  const sendCase = () => world.sendCase({ senderName: 'Chị Lan', senderPhone: '0912345678', senderEmail: secretEmail });

  test('who left an address is told by mail, in both kinds of text, without the secret and the content', async () => {
    const { code, secret } = await sendCase();
    const letter = await letterTo(secretEmail, code);
    const text = opened(letter);
    assert.match(text, new RegExp(`^Subject: Đã nhận phản ánh, kiến nghị ${code}\\r$`, 'm'));
    assert.match(letter.id, /^<[0-9a-f-]{36}@tinh\.example>$/);
    assert.match(text, /^From: Bộ phận thường trực <dvk@tinh\.example>\r$/m);
    assert.match(text, /text\/plain/);
    assert.match(text, /text\/html/);
    assert.match(text, /Hạn xử lý: Hết ngày \d/);
    assert.match(text, /https:\/\/tinh\.example\/thong-bao/);
    for (const hidden of [secret, secret.replaceAll('-', ''), 'Chị Lan', '0912345678', 'đèn'])
      assert.ok(!text.includes(hidden), hidden);
    await jobIn('done');
  });

  test('a letter to an officer names no person in its subject', async () => {
    const { id, code } = await sendCase();
    await world.step(id, { action: 'assign', unitId: world.unit.id });
    const text = opened(await letterTo(addressOf('officer'), code));
    assert.match(text, new RegExp(`^Subject: Hồ sơ ${code} được chuyển đến đơn vị\\r$`, 'm'));
  });

  /** Lets something go wrong, looks at what administrators see, and lets it be tried again. */
  async function failing(manner: MailManner | 'away', seen: RegExp): Promise<Arrived[]> {
    if (manner === 'away') await mail.stop();
    else mail.manner = manner;
    const { code } = await sendCase();
    const job = await jobIn('retrying');
    assert.match(job.lastError!, seen);
    if (manner === 'away') await mail.start();
    mail.manner = 'accept';
    await retry(job.id);
    const letter = await letterTo(secretEmail, code);
    await jobIn('done', job.id);
    return mail.letters.get(letter.id)!;
  }

  for (const [manner, seen] of [
    ['busy', /^The mail server could not be used \(451\)$/],
    ['hang', /^The mail server could not be used \(\w+\)$/],
    ['break', /^The mail server could not be used \(\w+\)$/],
    ['away', /^The mail server could not be used \(ECONNREFUSED|ESOCKET|ECONNECTION\)$/],
  ] as const)
    test(`${manner}: it is tried again, seen among the jobs, and goes out once`, async () => {
      assert.equal((await failing(manner, seen)).length, 1);
    });

  test('a mail server that takes a letter and forgets to say so gets it again with the same Message-ID', async () => {
    const arrived = await failing('drop', /^The mail server could not be used/);
    assert.equal(arrived.length, 2);
    assert.deepEqual(arrived[0]!.to, arrived[1]!.to);
  });

  test('an address that is refused: given up at once with a reason that names nobody, until somebody tries again', async () => {
    mail.manner = 'refuse';
    const { code } = await sendCase();
    const job = await jobIn('failed');
    assert.deepEqual([job.lastError, job.attempts], ['The mail server refused the letter (550)', 1]);
    const rows = await world.server.database.queries.select().from(noticeMails).where(eq(noticeMails.state, 'failed'));
    assert.deepEqual(
      rows.map(({ reason }) => reason),
      [job.lastError],
    );
    mail.manner = 'accept';
    await retry(job.id);
    await letterTo(secretEmail, code);
    await jobIn('done', job.id);
  });

  test('the link in a letter ends mail by one POST, as mail programs do; another one is none', async () => {
    const { id, code } = await sendCase();
    const letter = opened(await letterTo(secretEmail, code));
    const [, stop] = /^List-Unsubscribe: <(.+?)>\r$/m.exec(letter)!;
    assert.match(letter, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const address = new URL(stop!);
    assert.equal(address.origin + address.pathname, 'https://dvk.tinh.example/dvk/mail/stop');
    const ask = (method: string, search: string) =>
      world.server.fetch(
        new Request(`http://test/mail/stop${search}`, {
          method,
          ...(method === 'POST' && {
            body: 'List-Unsubscribe=One-Click',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          }),
        }),
        { remoteAddress: '192.0.2.1' },
      );
    const page = await ask('GET', address.search);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<form method="post"><button>Ngừng nhận thư<\/button>/);
    assert.equal((await ask('POST', `${address.search}x`.replace(/of=./, 'of=x'))).status, 404);
    assert.equal((await ask('POST', '')).status, 404);
    for (let time = 0; time < 2; time += 1) assert.equal((await ask('POST', address.search)).status, 200);
    await world.step(id, { action: 'refuse', reason: 'Không thuộc thẩm quyền' });
    // The next letter of somebody else comes after what would have come.
    const other = await sendCase();
    await letterTo(secretEmail, other.code);
    const toSender = [...mail.letters.values()].flat().filter((each) => opened(each).includes(code));
    assert.equal(toSender.length, 1);
  });

  test('nothing of it stands in the log', () => {
    assert.ok(logged.includes('job failed'));
    for (const hidden of [secretEmail, 'Chị Lan', '0912345678']) assert.ok(!logged.includes(hidden), hidden);
  });
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Case, CaseNote, CaseReceipt, PublicCase, SuggestedUnit } from '@dvk/sdk/cases';
import type { HistoryEvent, Problem, Role } from '@dvk/sdk/contract';
import { sql } from 'drizzle-orm';
import { faultsOf } from '../testkit/ledger.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleSubmission, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';

onBothEngines('cases', (_engine, create) => {
  let server: TestServer;
  let now = '2026-11-20T02:00:00.000Z';
  const unit = sampleUnit({ name: 'Ủy ban nhân dân xã An Bình', kind: 'commune-committee' });
  const officer = { roles: ['unit-officer'] as Role[], unitId: unit.id };
  const leader = { roles: ['unit-leader'] as Role[], unitId: unit.id };

  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
    await addUnits(server.database.queries, testTenant, [unit]);
  });
  after(() => server.end());

  async function send(changes = {}): Promise<CaseReceipt> {
    const { status, body } = await server.call<CaseReceipt>('POST', '/v1/cases', { body: sampleSubmission(changes) });
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  }
  const track = (code: string, secret: string) =>
    server.call<PublicCase>('GET', `/v1/tracking/${encodeURIComponent(code)}`, { headers: { 'case-secret': secret } });
  async function idOf({ code }: CaseReceipt): Promise<string> {
    const { body } = await server.call<{ items: Case[] }>('GET', `/v1/cases?q=${code}`, { as: 'secretariat' });
    return body.items[0]!.id;
  }
  const move = (id: string, as: typeof officer | Role, version: number, body: object) =>
    server.call<Case>('POST', `/v1/cases/${id}/transitions`, { as, body, headers: { 'if-match': `"v${version}"` } });

  test('a citizen sends a report without signing in, and follows it with code and secret', async () => {
    const receipt = await send();
    assert.match(receipt.code, /^PA-261120-\d{4}-[0-9A-Z]$/);
    assert.match(receipt.secret, /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    // Ten working days from Friday 20/11/2026, 24/11 being a day off.
    assert.equal(receipt.dueAt, '2026-12-07T16:59:59.999Z');
    const { status, body } = await track(receipt.code, receipt.secret);
    assert.equal(status, 200);
    assert.equal(body.timeliness, 'running');
    assert.deepEqual(
      body.steps.map(({ action }) => action),
      ['receive'],
    );
    const loosely = await track(receipt.code.toLowerCase().replaceAll('-', ''), receipt.secret.toLowerCase());
    assert.equal(loosely.status, 200);
  });

  test('a report of one text gets its title from it, and the receipt has all that it shows', async () => {
    const content = 'Rác để 5 ngày ở P. Tân Ninh chưa ai lấy. Mùi hôi bay vào lớp mầm non.';
    const receipt = await send({ title: undefined, content, address: 'Đầu ngõ 15' });
    assert.equal(receipt.title, 'Rác để 5 ngày ở P. Tân Ninh chưa ai lấy');
    assert.deepEqual(
      [receipt.kind, receipt.topic, receipt.status, receipt.officeName],
      ['report', 'environment', 'received', 'Bộ phận tiếp nhận'],
    );
    assert.deepEqual(receipt.place, { provinceCode: '01', communeCode: '00004', address: 'Đầu ngõ 15' });
    const { body } = await track(receipt.code, receipt.secret);
    assert.deepEqual([body.title, body.content, body.place], [receipt.title, content, receipt.place]);
  });

  test('where the sender’s device was is rounded, read by staff alone, and in no event', async () => {
    const receipt = await send({ location: { lat: 11.312345, lon: 106.098765, accuracyMetres: 3.2 } });
    const id = await idOf(receipt);
    const { body } = await server.call<Case>('GET', `/v1/cases/${id}`, { as: 'secretariat' });
    assert.deepEqual(body.location, { lat: 11.3123, lon: 106.0988, accuracyMetres: 10 });
    const events = await server.database.queries.execute(sql`SELECT data FROM event WHERE subject = ${`case/${id}`}`);
    const told = JSON.stringify([(await track(receipt.code, receipt.secret)).body, events.rows, receipt]);
    for (const part of ['11.31', '106.09', 'location']) assert.ok(!told.includes(part), part);
    for (const [location, pointer] of [
      [{ lat: 48.85, lon: 106, accuracyMetres: 5 }, '/location/lat'],
      [{ lat: 11, lon: 2.35, accuracyMetres: 5 }, '/location/lon'],
      [{ lat: 11, lon: 106, accuracyMetres: -1 }, '/location/accuracyMetres'],
    ] as const) {
      const refused = await server.call<Problem>('POST', '/v1/cases', { body: sampleSubmission({ location }) });
      assert.deepEqual([refused.status, refused.body.errors?.[0]?.pointer], [422, pointer]);
    }
  });

  test('an extension keeps to what the rule of the term allows: how long, how often, and only while it runs', async () => {
    now = '2026-11-20T02:00:00.000Z';
    const receipt = await send();
    const id = await idOf(receipt);
    await move(id, 'secretariat', 1, { action: 'assign', unitId: unit.id });
    const extend = async (version: number, until: string, reason = 'Phải kiểm tra thực địa') => {
      const { status, body } = await move(id, 'secretariat', version, { action: 'extend', reason, until });
      return { status, dueAt: body.dueAt, errors: (body as unknown as Problem).errors };
    };
    // Due on 07/12; the illustrative rule gives five working days more, once.
    assert.deepEqual((await extend(2, '2026-12-07')).errors, [
      {
        pointer: '/until',
        code: 'not-after-due',
        params: { due: '07/12/2026' },
        detail: 'Phải sau hạn xử lý hiện tại, ngày 07/12/2026',
      },
    ]);
    assert.deepEqual((await extend(2, '2026-12-15')).errors, [
      {
        pointer: '/until',
        code: 'extension-too-long',
        params: { latest: '14/12/2026' },
        detail: 'Theo quy định, chỉ được gia hạn đến hết ngày 14/12/2026',
      },
    ]);
    now = '2026-12-07T02:00:00.000Z';
    assert.equal((await extend(2, '2026-12-14')).dueAt, '2026-12-14T16:59:59.999Z');
    assert.deepEqual((await extend(3, '2026-12-16', 'Trách nhiệm của nhiều cơ quan')).errors, [
      {
        pointer: '/until',
        code: 'extension-not-allowed',
        detail: 'Quy định không cho gia hạn, hoặc đã hết số lần được gia hạn',
      },
    ]);

    // Reopened, it runs by a new term with extensions of its own – while that is running.
    now = '2026-12-07T03:00:00.000Z';
    await move(id, leader, 3, { action: 'answer', answer: 'Đã sửa.' });
    await server.call('POST', `/v1/tracking/${receipt.code}/reopening`, {
      headers: { 'case-secret': receipt.secret },
      body: { reason: 'Lại hỏng' },
    });
    await move(id, 'secretariat', 5, { action: 'assign', unitId: unit.id });
    const { dueAt } = (await server.call<Case>('GET', `/v1/cases/${id}`, { as: leader })).body;
    assert.equal(dueAt, '2026-12-21T16:59:59.999Z');
    now = '2026-12-22T02:00:00.000Z';
    assert.deepEqual((await extend(6, '2026-12-25')).errors, [
      { pointer: '/until', code: 'extension-too-late', detail: 'Đã quá hạn nên không gia hạn được nữa' },
    ]);
    now = '2026-12-21T16:59:59.999Z';
    assert.equal((await extend(6, '2026-12-28')).dueAt, '2026-12-28T16:59:59.999Z');
  });

  test('a wrong code and a wrong secret cannot be told apart', async () => {
    const receipt = await send();
    const wrongs = [
      await track(receipt.code, 'AAAA-AAAA-AAAA-AAAA'),
      await track('PA-261120-9999-0', receipt.secret),
      await track('khong-phai-ma', receipt.secret),
      await track('%00', ''),
    ];
    const responses = wrongs.map(({ status, headers, body }) => {
      const { instance: _, ...rest } = body as unknown as Problem;
      headers.delete('x-request-id');
      return { status, headers: [...headers], rest };
    });
    for (const each of responses) assert.deepEqual(each, responses[0]);
    assert.equal(responses[0]!.status, 404);
  });

  test('the secret is stored nowhere in readable form, nor is the sender', async () => {
    const { secret } = await send({ senderName: 'Nguyễn Văn A', senderPhone: '0912 345 678' });
    const { rows: tables } = await server.database.queries.execute<{ name: string }>(
      sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    for (const { name } of tables) {
      const { rows } = await server.database.queries.execute<{ text: string }>(
        sql`SELECT t::text AS text FROM ${sql.identifier(name)} t`,
      );
      for (const { text } of rows) {
        assert.ok(!text.includes(secret) && !text.includes(secret.replaceAll('-', '')), name);
        assert.ok(!text.includes('0912345678') && !text.includes(Buffer.from('12345678').toString('hex')), name);
      }
    }
  });

  test('a telephone number is stored in one form however it is written, or refused', async () => {
    for (const [senderPhone, stored] of [
      ['+84 (0) 912.345.678', '0912345678'],
      ['(024)\u00a03825–1234 máy lẻ 12', '02438251234;ext=12'],
      ['1900 6017', '19006017'],
    ]) {
      const id = await idOf(await send({ senderPhone: senderPhone! }));
      const { body } = await server.call<Case>('GET', `/v1/cases/${id}`, { as: 'secretariat' });
      assert.equal(body.sender?.phone, stored);
    }
  });

  test('only the secretariat reads who sent it', async () => {
    const receipt = await send({ senderName: 'Nguyễn Văn A', senderEmail: 'a@example.vn' });
    const id = await idOf(receipt);
    const full = await server.call<Case>('GET', `/v1/cases/${id}`, { as: 'secretariat' });
    assert.deepEqual(full.body.sender, { name: 'Nguyễn Văn A', phone: null, email: 'a@example.vn' });
    for (const as of ['inspector', 'administrator', 'appraiser'] as const) {
      assert.equal((await server.call<Case>('GET', `/v1/cases/${id}`, { as })).body.sender, null);
    }
  });

  test('from receipt to rating: assigned, extended, answered, rated, reopened, closed', async () => {
    now = '2026-11-20T02:00:00.000Z';
    const receipt = await send();
    const id = await idOf(receipt);
    assert.equal((await server.call('GET', `/v1/cases/${id}`, { as: officer })).status, 404);
    assert.equal((await move(id, 'secretariat', 1, { action: 'assign', unitId: id })).status, 422);
    const assigned = await move(id, 'secretariat', 1, { action: 'assign', unitId: unit.id });
    assert.equal(assigned.body.unitName, unit.name);
    assert.equal((await server.call('GET', `/v1/cases/${id}`, { as: officer })).status, 200);

    assert.equal((await move(id, officer, 2, { action: 'extend', reason: 'x', until: '2026-12-20' })).status, 403);
    const tooEarly = await move(id, leader, 2, { action: 'request-extension', reason: 'x', until: '2026-12-01' });
    assert.equal(tooEarly.status, 422);
    const extended = await move(id, 'secretariat', 2, {
      action: 'extend',
      reason: 'Cần đo đạc lại',
      until: '2026-12-14',
    });
    assert.equal(extended.body.dueAt, '2026-12-14T16:59:59.999Z');

    assert.equal((await move(id, officer, 3, { action: 'answer' })).status, 422);
    now = '2026-12-10T02:00:00.000Z';
    const answered = await move(id, officer, 3, { action: 'answer', answer: 'Đã thu gom xong.' });
    assert.equal(answered.body.status, 'answered');

    const seen = await track(receipt.code, receipt.secret);
    assert.equal(seen.body.timeliness, 'on-time');
    assert.equal(seen.body.extended, true);
    assert.deepEqual(seen.body.answer, {
      text: 'Đã thu gom xong.',
      at: now,
      unitName: unit.name,
      solution: null,
      attachments: [],
    });
    assert.deepEqual(seen.body.actions.toSorted(), ['rate', 'reopen']);

    const proof = { 'case-secret': receipt.secret };
    const rated = await server.call<PublicCase>('POST', `/v1/tracking/${receipt.code}/rating`, {
      headers: proof,
      body: { solved: 2, attitude: 5 },
    });
    assert.deepEqual(rated.body.rating, { solved: 2, attitude: 5 });
    const reopened = await server.call<PublicCase>('POST', `/v1/tracking/${receipt.code}/reopening`, {
      headers: proof,
      body: { reason: 'Rác lại đầy' },
    });
    assert.equal(reopened.body.status, 'reopened');
    assert.equal(reopened.body.timeliness, 'running');
    assert.equal(reopened.body.extended, false, 'the new term is not');
    assert.equal(reopened.body.dueAt, '2026-12-24T16:59:59.999Z');
    const forged = await server.call('POST', `/v1/tracking/${receipt.code}/rating`, {
      headers: { 'case-secret': 'AAAA' },
      body: { solved: 5, attitude: 5 },
    });
    assert.equal(forged.status, 404);

    await move(id, officer, 6, { action: 'answer', answer: 'Đã đặt thêm thùng rác.' });
    const closed = await move(id, 'secretariat', 7, { action: 'close' });
    assert.equal(closed.body.status, 'closed');
    assert.equal(closed.body.reopenCount, 1);
    assert.deepEqual(await faultsOf(server), []);
    now = '2026-11-20T02:00:00.000Z';
  });

  test('a unit asks for an extension and sends back; the office grants, routes anew and recalls', async () => {
    now = '2026-11-20T02:00:00.000Z';
    const receipt = await send();
    const id = await idOf(receipt);
    await move(id, 'secretariat', 1, { action: 'assign', unitId: unit.id });
    const asked = await move(id, officer, 2, { action: 'request-extension', reason: 'Chờ đo', until: '2026-12-14' });
    assert.deepEqual(asked.body.extensionRequest, { until: '2026-12-14', reason: 'Chờ đo', at: now });
    const granted = await move(id, 'secretariat', 3, { action: 'extend' });
    assert.deepEqual([granted.body.dueAt, granted.body.extensionRequest], ['2026-12-14T16:59:59.999Z', null]);
    const back = await move(id, officer, 4, { action: 'send-back', reason: 'Việc của Sở' });
    assert.equal(back.status, 200);
    assert.equal(
      (await server.call('GET', `/v1/cases/${id}`, { as: officer })).status,
      404,
      'it is the unit’s no more',
    );
    const queued = await server.call<Case>('GET', `/v1/cases/${id}`, { as: 'secretariat' });
    assert.deepEqual(
      [queued.body.status, queued.body.unitId, queued.body.statusReason],
      ['accepted', null, 'Việc của Sở'],
    );
    const suggested = await server.call<{ suggestion: SuggestedUnit | null }>('GET', `/v1/cases/${id}/suggested-unit`, {
      as: 'secretariat',
    });
    assert.deepEqual(suggested.body, { suggestion: null }, 'the only unit with experience sent it back');
    const { topic } = queued.body;
    await addUnits(server.database.queries, testTenant, [sampleUnit({ topics: [topic] })]);
    const responsible = await server.call<{ suggestion: SuggestedUnit }>('GET', `/v1/cases/${id}/suggested-unit`, {
      as: 'secretariat',
    });
    assert.deepEqual(
      [responsible.body.suggestion.name, responsible.body.suggestion.topic, responsible.body.suggestion.answered],
      ['Sở Nội vụ', true, 0],
    );
    await move(id, 'secretariat', 5, { action: 'assign', unitId: unit.id });
    assert.equal((await move(id, 'secretariat', 6, { action: 'recall' })).body.status, 'accepted');
    const { body } = await track(receipt.code, receipt.secret);
    assert.deepEqual(
      body.steps.map(({ action, by, unitName, note }) => [action, by, unitName, note]),
      [
        ['receive', 'sender', null, null],
        ['assign', 'office', unit.name, null],
        ['extend', 'office', null, 'Chờ đo'],
        ['send-back', 'unit', unit.name, null],
        ['assign', 'office', unit.name, null],
        ['recall', 'office', unit.name, null],
      ],
    );
    assert.deepEqual(await faultsOf(server), []);

    const answered = await idOf(await send());
    await move(answered, 'secretariat', 1, { action: 'assign', unitId: unit.id });
    await move(answered, officer, 2, { action: 'answer', answer: 'Đã xong.' });
    const next = await idOf(await send());
    const { suggestion } = (
      await server.call<{ suggestion: SuggestedUnit }>('GET', `/v1/cases/${next}/suggested-unit`, { as: 'secretariat' })
    ).body;
    assert.equal(suggestion.unitId, unit.id);
    assert.ok(suggestion.answeredHere >= 1 && suggestion.onTime <= suggestion.answered);
  });

  test('the history tells staff what happened, who did it and why, newest first; notes stay with the offices', async () => {
    now = '2026-11-20T02:00:00.000Z';
    const receipt = await send({ senderName: 'Nguyễn Văn A' });
    const id = await idOf(receipt);
    await move(id, 'secretariat', 1, { action: 'assign', unitId: unit.id });
    const note = (as: typeof officer | Role, text: string) =>
      server.call<CaseNote>('POST', `/v1/cases/${id}/notes`, { as, body: { text } });
    const first = await note(officer, 'Đã gọi tổ trưởng.');
    assert.deepEqual([first.status, first.body.by.unitName, first.body.by.self], [201, unit.name, true]);
    await note('secretariat', 'Xin báo lại trước thứ Sáu.');
    const read = (as: typeof officer | Role, query = '') =>
      server.call<{ items: CaseNote[]; nextCursor: string | null }>('GET', `/v1/cases/${id}/notes${query}`, { as });
    const page = await read(officer, '?limit=1');
    assert.deepEqual(
      page.body.items.map(({ text, by }) => [text, by.roles, by.name, by.self]),
      [['Xin báo lại trước thứ Sáu.', ['secretariat'], 'Nguyễn Văn A', false]],
    );
    const rest = await read(officer, `?limit=1&cursor=${page.body.nextCursor}`);
    assert.deepEqual(rest.body.items[0]!.text, 'Đã gọi tổ trưởng.');
    const elsewhere = await idOf(await send());
    const stolen = await server.call('GET', `/v1/cases/${elsewhere}/notes?cursor=${page.body.nextCursor}`, {
      as: 'secretariat',
    });
    assert.equal(stolen.status, 400, 'a cursor is good for one case');
    assert.equal((await note({ roles: ['unit-officer'], unitId: id }, 'x')).status, 404, 'another unit');

    // A note does not change the version that others are working on.
    await move(id, officer, 2, { action: 'send-back', reason: 'Thuộc Sở Xây dựng' });
    const history = (as: Role, query = '') =>
      server.call<{ items: HistoryEvent[] }>('GET', `/v1/cases/${id}/history${query}`, { as });
    const { status, body } = await history('secretariat');
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(
      body.items.map(({ kind, by, from, to, unitName, reason }) => [
        kind,
        by.roles[0],
        by.unitName,
        by.self,
        from,
        to,
        unitName,
        reason,
      ]),
      [
        ['case.sent-back', 'unit-officer', unit.name, false, 'in-progress', 'accepted', unit.name, 'Thuộc Sở Xây dựng'],
        ['case.assigned', 'secretariat', null, true, 'received', 'in-progress', unit.name, null],
        ['case.received', 'anonymous', null, false, null, 'received', null, null],
      ],
    );
    const whole = JSON.stringify([body, (await track(receipt.code, receipt.secret)).body]);
    for (const secret of ['tổ trưởng', 'Nguyễn Văn A', 'thứ Sáu']) assert.ok(!whole.includes(secret), secret);
    const { rows } = await server.database.queries.execute<{ text: string }>(
      sql`SELECT e::text AS text FROM event e WHERE subject = ${`case/${id}`}`,
    );
    assert.ok(rows.every(({ text }) => !text.includes('tổ trưởng')));
    await assert.rejects(server.database.queries.execute(sql`UPDATE case_note SET text = 'khác'`));
    assert.deepEqual(await faultsOf(server), []);
  });

  test('overdue cases are found', async () => {
    const receipt = await send({ title: 'Đèn đường hỏng' });
    const overdue = () =>
      server.call<{ items: Case[] }>('GET', '/v1/cases?due=overdue&q=den%20duong', { as: 'secretariat' });
    assert.equal((await overdue()).body.items.length, 0);
    now = '2027-01-10T02:00:00.000Z';
    assert.deepEqual(
      (await overdue()).body.items.map(({ code }) => code),
      [receipt.code],
    );
    now = '2026-11-20T02:00:00.000Z';
  });

  test('sending twice with one key makes one case, and gives the same receipt', async () => {
    const call = { body: sampleSubmission({ title: 'Chỉ một lần' }), key: 'one-key' };
    const first = await server.call('POST', '/v1/cases', call);
    const second = await server.call('POST', '/v1/cases', call);
    assert.equal(second.status, 201);
    assert.deepEqual(second.body, first.body);
    assert.equal(first.headers.get('idempotent-replayed'), null);
    assert.equal(second.headers.get('idempotent-replayed'), 'true');
    const { body } = await server.call<{ items: Case[] }>('GET', '/v1/cases?q=chi%20mot%20lan', { as: 'secretariat' });
    assert.equal(body.items.length, 1);
  });

  test('the desk finds a case by its code however it was typed, in part, and pasted with a sentence', async () => {
    const { code } = await send({ title: 'Đèn đường hỏng' });
    const [prefix, day, serial, check] = code.split('-') as [string, string, string, string];
    const find = async (q: string) => {
      const { body } = await server.call<{ items: Case[] }>('GET', `/v1/cases?q=${encodeURIComponent(q)}`, {
        as: 'secretariat',
      });
      return body.items.map((item) => item.code);
    };
    const joined = code.replaceAll('-', '');
    for (const q of [
      code,
      joined,
      joined.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', '–'),
      `${prefix}${day} ${serial}${check}`,
      joined.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase(),
      joined.slice(0, -1),
      `${day}${serial}`,
      `${serial}${check}`,
      `Mã hồ sơ: ${code}, gửi hôm nay`,
      `https://vi-du.vn/tra-cuu?code=${code}`,
      `den duong ${prefix}${day}${serial}`,
      `\u200b${code}\u00a0`,
    ])
      assert.ok((await find(q)).includes(code), q);
    assert.deepEqual(await find(joined), [code]);
    assert.ok((await find(`${prefix}${day}`.toLowerCase())).length > 0);
    assert.deepEqual(await find(`${prefix}991231${serial}`), []);
  });
});

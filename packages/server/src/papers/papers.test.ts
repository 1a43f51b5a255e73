import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { writePaper } from '@dvk/documents/papers';
import { state2020 } from '@dvk/documents/profiles';
import { caseReply, defaultTemplate } from '@dvk/documents/templates';
import { plainText, readText } from '@dvk/documents/text';
import type { Assessment } from '@dvk/sdk/assessments';
import type { Case, CaseReceipt } from '@dvk/sdk/cases';
import type { Problem, Role } from '@dvk/sdk/contract';
import type { Model } from '@dvk/sdk/models';
import { illustrativeUnit } from '@dvk/sdk/rubrics';
import { eventsOf } from '../events/index.ts';
import { addRubric } from '../rubrics/store.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleRegistration, sampleSubmission, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type Asker, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';

onBothEngines('papers', (_engine, create) => {
  let server: TestServer;
  let templateDirectory: string;
  const unit = sampleUnit({ name: 'Ủy ban nhân dân phường Mẫu' });
  const other = sampleUnit();
  const officer = { roles: ['unit-officer'] as Role[], unitId: unit.id };
  const stranger = { roles: ['unit-officer'] as Role[], unitId: other.id };

  before(async () => {
    templateDirectory = await mkdtemp(path.join(tmpdir(), 'templates-'));
    server = await startTestServer(create, { templateDirectory });
    const db = server.database.queries;
    await addUnits(db, testTenant, [unit, other]);
    await addRubric(db, testTenant, illustrativeUnit, '2026-01-01T00:00:00.000Z');
  });
  after(async () => {
    await server.end();
    await rm(templateDirectory, { recursive: true });
  });

  async function get(address: string, as: Asker, headers: Record<string, string> = {}): Promise<Response> {
    const token: Record<string, string> =
      as === undefined
        ? {}
        : { authorization: `Bearer ${await server.tokenFor(typeof as === 'string' ? { roles: [as] } : as)}` };
    return server.fetch(new Request(`http://test${address}`, { headers: { ...token, ...headers } }));
  }
  async function textOf(response: Response): Promise<string> {
    assert.equal(response.status, 200, await response.clone().text());
    assert.match(response.headers.get('content-type')!, /wordprocessingml/);
    return plainText(await readText(new Uint8Array(await response.arrayBuffer())));
  }

  async function sent(changes = {}): Promise<CaseReceipt & { id: string }> {
    const { body } = await server.call<CaseReceipt>('POST', '/v1/cases', { body: sampleSubmission(changes) });
    const found = await server.call<{ items: Case[] }>('GET', `/v1/cases?q=${body.code}`, { as: 'secretariat' });
    return { ...body, id: found.body.items[0]!.id };
  }
  async function answered(changes = {}): Promise<CaseReceipt & { id: string }> {
    const received = await sent(changes);
    const step = async (as: Asker, body: object) => {
      const { headers } = await server.call<Case>('GET', `/v1/cases/${received.id}`, { as });
      const ifMatch = { 'if-match': headers.get('etag')! };
      const done = await server.call('POST', `/v1/cases/${received.id}/transitions`, { as, body, headers: ifMatch });
      assert.equal(done.status, 200, JSON.stringify(done.body));
    };
    await step('secretariat', { action: 'assign', unitId: unit.id });
    await step(officer, { action: 'answer', answer: 'Đã thu gom rác.\nTừ nay thu gom mỗi ngày.', solution: 'full' });
    return received;
  }

  test('the sender has a receipt by code and secret, and nobody else', async () => {
    const { code, secret } = await sent();
    const response = await get(`/v1/tracking/${code}/papers/receipt`, undefined, { 'case-secret': secret });
    assert.match(response.headers.get('content-disposition')!, new RegExp(`phieu-tiep-nhan-${code}\\.docx`));
    const text = await textOf(response);
    for (const part of [code, secret, 'PHIẾU TIẾP NHẬN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
      assert.ok(text.includes(part), part);
    assert.equal((await get(`/v1/tracking/${code}/papers/receipt`, undefined, { 'case-secret': 'AAAA' })).status, 404);
    assert.equal((await get(`/v1/tracking/${code}/papers/receipt`, 'secretariat')).status, 404);
  });

  test('who finds the case by signing in has a receipt without the secret, which nobody keeps', async () => {
    const one = { subject: 'cong-dan-1', roles: ['citizen'] as Role[] };
    const { body } = await server.call<CaseReceipt>('POST', '/v1/cases', {
      as: one,
      body: sampleSubmission({ linked: true }),
    });
    const text = await textOf(await get(`/v1/tracking/${body.code}/papers/receipt`, one));
    assert.ok(text.includes(body.code));
    assert.ok(!text.includes(body.secret));
    assert.ok(!text.includes('Mã bí mật'));
  });

  test('the letter of reply names the sender to the secretariat alone, once there is an answer', async () => {
    const { id, code } = await answered({ senderName: 'Nguyễn Văn A', senderPhone: '0900000000' });
    const text = await textOf(await get(`/v1/cases/${id}/papers/reply`, 'secretariat'));
    await get(`/v1/cases/${id}/papers/reply`, { subject: 'another', roles: ['secretariat'] });
    const events = await eventsOf(server.database.queries, testTenant, `case/${id}`);
    const readers = events.flatMap(({ kind, actor }) => (kind === 'case.sender-read' ? [actor.subject] : []));
    assert.ok(readers.includes('another'), 'the letter names the sender');
    assert.ok(text.includes('Kính gửi: Ông (Bà) Nguyễn Văn A'), text);
    assert.match(text, /Đã thu gom rác\.\nTừ nay thu gom mỗi ngày\./);
    const forUnit = await textOf(await get(`/v1/cases/${id}/papers/reply`, officer));
    assert.ok(forUnit.includes(`Kính gửi: Người gửi hồ sơ ${code}`));
    assert.ok(!forUnit.includes('Nguyễn Văn A'));
    assert.equal((await get(`/v1/cases/${id}/papers/reply`, stranger)).status, 404);
    assert.equal((await get(`/v1/cases/${id}/papers/other`, 'secretariat')).status, 404);
    const open = await sent();
    const none = await get(`/v1/cases/${open.id}/papers/reply`, 'secretariat');
    assert.equal(none.status, 404);
    assert.match(((await none.json()) as Problem).detail!, /chưa có nội dung trả lời/);
  });

  test('a model has its form, headed by its unit, and its sheet', async () => {
    const { body } = await server.call<Model>('POST', '/v1/models', { as: officer, body: sampleRegistration() });
    const form = await textOf(await get(`/v1/models/${body.id}/papers/registration`, officer));
    for (const part of ['PHIẾU ĐĂNG KÝ', body.code, '9. Khả năng duy trì, nhân rộng', body.content.goals])
      assert.ok(form.includes(part), part);
    const sheet = await textOf(await get(`/v1/models/${body.id}/papers/sheet`, officer));
    assert.ok(sheet.includes(body.name.toLocaleUpperCase('vi')));
    assert.equal((await get(`/v1/models/${body.id}/papers/sheet`, stranger)).status, 404);
    assert.equal((await get(`/v1/models/${body.id}/papers/sheet`, undefined)).status, 401);
  });

  test('an assessment has its sheet as a Word file and as a spreadsheet', async () => {
    const { body } = await server.call<Assessment>('POST', '/v1/assessments', {
      as: officer,
      body: {
        rubricId: illustrativeUnit.id,
        rubricVersion: illustrativeUnit.version,
        subject: { kind: 'unit', id: unit.id },
        period: '2026',
      },
    });
    const text = await textOf(await get(`/v1/assessments/${body.id}/papers/score-sheet`, officer));
    assert.ok(text.includes('PHIẾU TỰ CHẤM ĐIỂM'));
    assert.ok(text.includes('Thang điểm minh họa, chưa phải văn bản ban hành'));
    const workbook = await get(`/v1/assessments/${body.id}/papers/score-sheet?format=xlsx`, officer);
    assert.match(workbook.headers.get('content-type')!, /spreadsheetml/);
    assert.equal((await workbook.text()).slice(0, 2), 'PK');
    assert.equal((await get(`/v1/assessments/${body.id}/papers/score-sheet`, stranger)).status, 404);
  });

  test('papers have the form, the spelling and the names that the settings say', async () => {
    const set = async (name: string, value: object) => {
      const { status, body } = await server.call('POST', '/v1/settings/versions', {
        as: 'administrator',
        body: {
          name,
          value,
          validFrom: '2026-01-01',
          validTo: null,
          basis: null,
          provisional: false,
          replaces: 0,
          reason: 'Thử',
        },
      });
      assert.equal(status, 201, JSON.stringify(body));
    };
    await set('house-style', { tones: 'new', papers: 'party', address: 'ong-ba' });
    await set('office', { name: 'Tỉnh ủy Mẫu / Ban Tuyên giáo và Dân vận', hotline: null });
    const { id } = await answered();
    const text = await textOf(await get(`/v1/cases/${id}/papers/reply`, 'secretariat'));
    for (const part of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'TỈNH ỦY MẪU', 'BAN TUYÊN GIÁO', '- Lưu Đảng uỷ.'])
      assert.ok(text.includes(part), `${part}: ${text}`);
  });

  test('the office’s own template is taken, the tenant’s before the one for all; a broken one is named', async () => {
    const { id } = await answered();
    const paper = (text: string) =>
      writePaper({
        profile: state2020,
        issuers: ['Cơ quan'],
        place: '',
        date: '2026-11-30',
        blocks: [{ kind: 'paragraph', text }],
        signatures: [],
      });
    const address = `/v1/cases/${id}/papers/reply`;
    await writeFile(path.join(templateDirectory, 'case-reply.docx'), await paper('Mẫu chung: {mã hồ sơ}'));
    assert.match(await textOf(await get(address, 'secretariat')), /Mẫu chung: PA-/);
    await mkdir(path.join(templateDirectory, testTenant));
    const own = path.join(templateDirectory, testTenant, 'case-reply.docx');
    await writeFile(own, await paper('Mẫu riêng: {mã hồ sơ}'));
    assert.match(await textOf(await get(address, 'secretariat')), /Mẫu riêng: PA-/);
    await writeFile(own, await paper('Mẫu hỏng: {mã hồ xơ}'));
    const broken = await get(address, 'secretariat');
    assert.equal(broken.status, 503);
    assert.match(((await broken.json()) as Problem).detail!, /\{mã hồ xơ\}.*\{mã hồ sơ\}/);
    await writeFile(own, await defaultTemplate(caseReply, { profile: state2020 }));
    assert.match(await textOf(await get(address, 'secretariat')), /Nơi nhận/);
  });
});

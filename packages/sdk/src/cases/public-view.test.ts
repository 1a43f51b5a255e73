import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vietnamCalendar } from '../calendar/vietnam.ts';
import { attachment } from '../attachments/sample.ts';
import { publicView, receiptView } from './public-view.ts';
import { CaseReceipt, PublicCase, type Case } from './schema.ts';

const record: Omit<Case, 'sender' | 'due'> = {
  id: '01890000-0000-7000-8000-000000000001',
  code: 'PA-261123-0001-A',
  kind: 'report',
  topic: 'environment',
  channel: 'web',
  title: 'Rác tồn đọng đầu ngõ',
  content: 'Nội dung có số điện thoại của người gửi',
  provinceCode: '01',
  communeCode: '00004',
  address: 'Số nhà mẫu',
  status: 'answered',
  statusReason: null,
  unitId: '01890000-0000-7000-8000-000000000002',
  unitName: 'UBND phường mẫu',
  receivedAt: '2026-11-23T01:00:00Z',
  dueAt: '2026-12-01T10:00:00Z',
  dueExplanation: [],
  dueProvisional: false,
  extensions: [],
  extensionRequest: { until: '2026-12-04', reason: 'chờ duyệt', at: '2026-11-24T02:00:00Z' },
  answer: {
    text: 'Đã thu gom',
    at: '2026-11-25T02:00:00Z',
    unitName: 'UBND phường mẫu',
    solution: 'part',
    attachments: [],
  },
  answeredAt: '2026-11-25T02:00:00Z',
  rating: null,
  reopenCount: 0,
  location: { lat: 21.0361, lon: 105.8341, accuracyMetres: 20 },
  earlierTerms: [],
  attachments: [{ ...attachment, id: '01890000-0000-7000-8000-0000000000f9' }],
  updatedAt: '2026-11-25T02:00:00Z',
  etag: '"v3"',
};
const calendar = vietnamCalendar;
const history = [
  { action: 'receive', status: 'received', at: record.receivedAt, by: 'sender', unitName: null, note: null },
  {
    action: 'send-back',
    status: 'accepted',
    at: '2026-11-23T02:00:00Z',
    by: 'unit',
    unitName: 'Sở mẫu',
    note: null,
    innerNote: 'bên trong',
  },
  {
    action: 'request-extension',
    status: 'in-progress',
    at: '2026-11-24T02:00:00Z',
    by: 'unit',
    unitName: record.unitName,
    note: null,
    innerNote: 'chờ duyệt',
  },
  {
    action: 'answer',
    status: 'answered',
    at: record.answer!.at,
    unitName: record.unitName,
    note: 'ghi chú',
  },
] as const;

test('who has code and secret sees their own text, place and files, steps, due date and answer, and nothing else', () => {
  // As the server has it, with columns that no view names.
  const row = {
    ...record,
    sender: { name: 'Nguyễn Văn A', phone: '0912345678', email: 'a@example.vn' },
    secretHash: 'h',
  };
  const view = publicView(row, history, {
    now: '2026-11-26T00:00:00Z',
    calendar,
    officeName: 'Bộ phận tiếp nhận phường mẫu',
  });
  assert.deepEqual(PublicCase.parse(view), view);
  assert.deepEqual(Object.keys(view).sort(), Object.keys(PublicCase.shape).sort());
  assert.equal(view.content, record.content);
  assert.deepEqual(view.place, { provinceCode: '01', communeCode: '00004', address: 'Số nhà mẫu' });
  assert.deepEqual(Object.keys(view.attachments[0]!).sort(), ['id', 'mediaType', 'name', 'size', 'uploadedAt']);
  assert.equal(view.officeName, 'Bộ phận tiếp nhận phường mẫu');
  assert.deepEqual(
    view.steps.map(({ by }) => by),
    ['sender', 'unit', null],
  );
  assert.equal(view.timeliness, 'on-time');
  assert.deepEqual(view.actions, ['rate', 'reopen']);
  assert.deepEqual(
    view.steps.map(({ action }) => action),
    ['receive', 'send-back', 'answer'],
    'what the offices ask each other is no step of the sender’s',
  );
  const text = JSON.stringify(view);
  const hidden = [record.id, record.unitId!, record.etag, attachment.sha256, '105.8341', 'accuracy', 'secretHash'];
  for (const each of [...hidden, ...Object.values(row.sender), 'calendar', 'web', 'bên trong', 'chờ duyệt']) {
    assert.ok(!text.includes(each), each);
  }
});

test('a receipt has all that it shows, and nothing else of the record', () => {
  const row = { ...record, location: record.location, secretHash: 'h' };
  const receipt = receiptView(row, { secret: 'TNXE-4MC7-VQX2-6ATN', officeName: 'Bộ phận tiếp nhận phường mẫu' });
  assert.deepEqual(CaseReceipt.parse(receipt), receipt);
  assert.deepEqual(Object.keys(receipt).sort(), Object.keys(CaseReceipt.shape).sort());
  for (const each of [record.id, record.content, record.unitId!, '105.8341', 'secretHash'])
    assert.ok(!JSON.stringify(receipt).includes(each), each);
});

test('a denunciation shows no title, text, place, file, note or answer', () => {
  const term = { startedAt: record.receivedAt, dueAt: record.dueAt, extended: false, answer: record.answer };
  const denunciation = { ...record, kind: 'denunciation' as const, earlierTerms: [term] };
  const text = JSON.stringify(publicView(denunciation, history, { now: '2026-11-26T00:00:00Z', calendar }));
  const hidden = [record.title, 'ghi chú', record.answer!.text, record.content, record.address!, record.communeCode];
  for (const secret of [...hidden, attachment.name]) assert.ok(!text.includes(secret), secret);
});

test('the term that runs is told in days, so that a page can draw it', () => {
  const running = { ...record, status: 'in-progress', answer: null, answeredAt: null } as const;
  const view = publicView(running, history, { now: '2026-11-26T00:00:00Z', calendar });
  assert.deepEqual(view.due, { class: 'in-time', workingDays: 3 });
  assert.equal(view.termStartedAt, record.receivedAt);
  assert.deepEqual(view.daysOff, ['2026-11-24', '2026-11-28', '2026-11-29']);
  const reopening = { ...history[3], action: 'reopen', status: 'reopened', at: '2026-11-30T02:00:00Z' } as const;
  const again = publicView(running, [...history, reopening], { now: '2026-11-30T03:00:00Z', calendar });
  assert.deepEqual([again.termStartedAt, again.daysOff], ['2026-11-30T02:00:00Z', []]);
  assert.equal(publicView(record, history, { now: '2026-11-26T00:00:00Z', calendar }).due, null);
});

test('nothing is owed for a case that was refused', () => {
  const refused = { ...record, status: 'ineligible', answer: null, answeredAt: null } as const;
  assert.equal(publicView(refused, [], { now: '2027-01-01T00:00:00Z', calendar }).timeliness, null);
});

test('a reopened case shows nothing of the extension of the term before', () => {
  const extension = { until: '2026-12-14', reason: 'Cần đo đạc lại', at: '2026-11-30T02:00:00Z' };
  const extended = { ...record, dueAt: '2026-12-14T16:59:59.999Z', extensions: [extension] };
  const now = '2026-12-16T00:00:00Z';
  assert.equal(publicView(extended, history, { now, calendar }).extended, true);
  const reopening = { ...history[3], action: 'reopen', status: 'reopened', at: '2026-12-15T02:00:00Z' } as const;
  // Also when the new term happens to end on the same day.
  for (const dueAt of ['2026-12-24T16:59:59.999Z', extended.dueAt]) {
    const reopened = { ...extended, status: 'reopened', dueAt, answeredAt: null, reopenCount: 1 } as const;
    assert.equal(publicView(reopened, [...history, reopening], { now, calendar }).extended, false);
  }
  const again = { ...extension, until: '2026-12-28', at: '2026-12-17T02:00:00Z' };
  const twice = { ...extended, dueAt: '2026-12-28T16:59:59.999Z', extensions: [extension, again], reopenCount: 1 };
  assert.equal(publicView(twice, [...history, reopening], { now, calendar }).extended, true);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicView } from './public-view.ts';
import { isExtended } from './rules.ts';
import { PublicCase, type Case } from './schema.ts';

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
  answer: { text: 'Đã thu gom', at: '2026-11-25T02:00:00Z', unitName: 'UBND phường mẫu' },
  answeredAt: '2026-11-25T02:00:00Z',
  rating: null,
  reopenCount: 0,
  attachments: [],
  updatedAt: '2026-11-25T02:00:00Z',
  etag: '"v3"',
};
const history = [
  { action: 'receive', status: 'received', at: record.receivedAt, unitName: null, note: null },
  { action: 'answer', status: 'answered', at: record.answer!.at, unitName: record.unitName, note: 'ghi chú' },
] as const;

test('the tracker sees steps, due date and answer, and neither content, place nor ids', () => {
  const view = publicView(record, history, '2026-11-26T00:00:00Z');
  assert.deepEqual(PublicCase.parse(view), view);
  assert.equal(view.timeliness, 'on-time');
  assert.deepEqual(view.actions, ['rate', 'reopen']);
  const text = JSON.stringify(view);
  for (const secret of [record.id, record.content, record.address!, record.unitId!, record.communeCode]) {
    assert.ok(!text.includes(secret), secret);
  }
});

test('a denunciation shows no title, note or answer', () => {
  const view = publicView({ ...record, kind: 'denunciation' }, history, '2026-11-26T00:00:00Z');
  const text = JSON.stringify(view);
  for (const secret of [record.title, 'ghi chú', record.answer!.text]) assert.ok(!text.includes(secret), secret);
});

test('nothing is owed for a case that was refused', () => {
  const refused = { ...record, status: 'ineligible', answer: null, answeredAt: null } as const;
  assert.equal(publicView(refused, [], '2027-01-01T00:00:00Z').timeliness, null);
});

test('a reopened case shows nothing of the extension of the term before', () => {
  const extension = { until: '2026-12-14', reason: 'Cần đo đạc lại', at: '2026-11-30T02:00:00Z' };
  const extended = { ...record, dueAt: '2026-12-14T16:59:59.999Z', extensions: [extension] };
  const now = '2026-12-16T00:00:00Z';
  assert.equal(publicView(extended, history, now).extended, true);
  const reopening = { ...history[1], action: 'reopen', status: 'reopened', at: '2026-12-15T02:00:00Z' } as const;
  // Also when the new term happens to end on the same day.
  for (const dueAt of ['2026-12-24T16:59:59.999Z', extended.dueAt]) {
    const reopened = { ...extended, status: 'reopened', dueAt, answeredAt: null, reopenCount: 1 } as const;
    assert.equal(publicView(reopened, [...history, reopening], now).extended, false);
  }
  const again = { ...extension, until: '2026-12-28', at: '2026-12-17T02:00:00Z' };
  const twice = { ...extended, dueAt: '2026-12-28T16:59:59.999Z', extensions: [extension, again], reopenCount: 1 };
  assert.equal(publicView(twice, [...history, reopening], now).extended, true);
});

test('without the history, an extension counts that ends with the due date', () => {
  const extensions = [{ until: '2026-12-14', reason: 'Cần đo đạc lại', at: '2026-11-30T02:00:00Z' }];
  assert.equal(isExtended({ dueAt: '2026-12-24T16:59:59.999Z', extensions, reopenCount: 1 }), false);
  assert.equal(isExtended({ dueAt: '2026-12-14T16:59:59.999Z', extensions, reopenCount: 1 }), true);
  assert.equal(isExtended({ dueAt: '2026-12-24T16:59:59.999Z', extensions, reopenCount: 0 }), true);
  assert.equal(isExtended({ dueAt: '2026-12-24T16:59:59.999Z', extensions: [], reopenCount: 0 }), false);
});

import type { Attachment } from '@dvk/sdk/attachments';
import type { Case, CaseNote, CaseStatus, CaseSummary, CaseTopic, SuggestedUnit } from '@dvk/sdk/cases';
import type { HistoryEvent } from '@dvk/sdk/contract';
import { sampleCases } from '@dvk/sdk/testing';

const { record, summary } = sampleCases;

type Line = [
  title: string,
  communeCode: string,
  topic: CaseTopic,
  status: CaseStatus,
  workingDays: number,
  due: string,
];

/** The beginning of a queue on 30/11/2026, those due first before the others. All of it is made up. */
const lines: readonly Line[] = [
  ['Nước thải chăn nuôi chảy ra kênh, đường số 25', '25459', 'environment', 'accepted', -2, '2026-11-26'],
  ['Cầu nhỏ xuống cấp, hẻm số 30', '28015', 'infrastructure', 'reopened', -1, '2026-11-27'],
  ['Hát loa kẹo kéo quá giờ, khu phố 3', '25480', 'urban-order', 'reopened', -1, '2026-11-27'],
  ['Dây cáp viễn thông sà xuống đường số 26', '25489', 'telecom', 'accepted', 0, '2026-11-30'],
  ['Hố ga mất nắp trước cổng trường mầm non', '25630', 'infrastructure', 'accepted', 0, '2026-11-30'],
  ['Rác để 5 ngày ở đầu ngõ 12 chưa ai lấy', '25459', 'environment', 'received', 1, '2026-12-01'],
  ['Đèn đường hỏng 200 m, khu phố 3', '28015', 'public-utilities', 'accepted', 1, '2026-12-01'],
  ['Hẹn trả giấy khai sinh ba lần chưa có', '25480', 'administrative-procedure', 'received', 1, '2026-12-01'],
  ['Cây xanh ngã chắn lối đi, đường số 29', '25489', 'infrastructure', 'received', 2, '2026-12-02'],
  ['Mùi hôi từ cơ sở chế biến, hẻm số 15', '25630', 'environment', 'reopened', 2, '2026-12-02'],
  ['Ổ gà sâu trên đường số 15', '25459', 'infrastructure', 'received', 3, '2026-12-03'],
  ['Biển quảng cáo che khuất tầm nhìn, khu phố 5', '28015', 'urban-order', 'received', 3, '2026-12-03'],
  ['Góp ý về giờ mở cửa nhà văn hóa, đường số 9', '25480', 'other', 'received', 4, '2026-12-04'],
  ['Sóng điện thoại yếu, đường số 29', '25489', 'telecom', 'accepted', 4, '2026-12-04'],
  ['Tụ tập đua xe ban đêm, hẻm số 6', '25630', 'urban-order', 'received', 5, '2026-12-07'],
  ['Đổ vật liệu xây dựng ra lòng đường', '25459', 'urban-order', 'received', 5, '2026-12-07'],
  ['Chợ tự phát lấn chiếm lề đường tỉnh', '28015', 'urban-order', 'received', 6, '2026-12-08'],
];

const classOf = (days: number) => (days < 0 ? 'overdue' : days <= 2 ? 'soon' : 'in-time');

export const deskRows: readonly CaseSummary[] = lines.map(
  ([title, communeCode, topic, status, workingDays, due], at) => ({
    ...summary,
    id: `01993000-0000-7000-8000-${String(at + 100).padStart(12, '0')}`,
    code: `PA-2611${String(11 + at).padStart(2, '0')}-00${String(17 - at).padStart(2, '0')}-K`,
    title,
    communeCode,
    topic,
    status,
    unitId: null,
    unitName: null,
    dueAt: `${due}T16:59:59.999Z`,
    due: { class: classOf(workingDays), workingDays },
  }),
);

/** The same queue as a unit sees its own. */
export const unitRows: readonly CaseSummary[] = deskRows.slice(5).map((row) => ({
  ...row,
  status: row.status === 'reopened' ? 'reopened' : 'in-progress',
  unitId: record.unitId,
  unitName: 'Sở Nông nghiệp và Môi trường',
}));

/** What a unit has. */
export const unitCounts = {
  asOf: '2026-11-30T01:15:00Z',
  total: 17,
  by: {
    status: { received: 0, ineligible: 0, accepted: 0, 'in-progress': 13, answered: 286, reopened: 4, closed: 5 },
    due: { overdue: 0, soon: 5, 'in-time': 12 },
  },
};

export const deskCounts = {
  asOf: '2026-11-30T01:15:00Z',
  total: 41,
  by: {
    status: { received: 23, ineligible: 4, accepted: 12, 'in-progress': 342, answered: 19, reopened: 6, closed: 9 },
    due: { overdue: 3, soon: 7, 'in-time': 31 },
  },
};

const file = (at: number, name: string, mediaType: Attachment['mediaType'], size: number): Attachment => ({
  id: `01993000-0000-7000-8000-0000000002${String(at).padStart(2, '0')}`,
  name,
  mediaType,
  size,
  sha256: '0'.repeat(64),
  uploadedAt: record.receivedAt,
});

/** What the sender sent along: three pictures and a letter. */
export const deskFiles: Attachment[] = [
  file(1, 'kenh.png', 'image/png', 245_760),
  file(2, 'ong-xa.png', 'image/png', 198_400),
  file(3, 'ca-chet.png', 'image/png', 301_200),
  file(4, 'Don-20-ho.pdf', 'application/pdf', 1_258_291),
];

/** A drawing in place of each photograph, so that no picture of anybody's is needed. */
export function drawnFile(id: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [312, 234];
  const context = canvas.getContext('2d')!;
  const [sky, land, water] = [
    ['#c9d8e4', '#9db08a', '#6b7f75'],
    ['#8fa278', '#a9adb0', '#5d6f68'],
    ['#9fb07e', '#7f958a', '#8aa39a'],
  ][Number(id.slice(-1)) % 3]!;
  for (const [color, top] of [
    [sky!, 0],
    [land!, 90],
    [water!, 160],
  ] as const) {
    context.fillStyle = color;
    context.fillRect(0, top, canvas.width, canvas.height - top);
  }
  return new Promise((done) => canvas.toBlob((blob) => done(blob!)));
}

/** The first case of the queue, as those who handle it see it. */
export const deskRecord: Case = {
  ...record,
  ...deskRows[0]!,
  provinceCode: '80',
  address: 'Kênh nội đồng cạnh đường số 25',
  content:
    'Nước thải từ trại heo chảy thẳng ra kênh từ đầu tháng 11, nước đen, cá chết, mùi hôi cả ngày lẫn đêm. Khoảng 20 hộ dùng nước kênh này để tưới. Đề nghị kiểm tra và xử lý.',
  sender: { name: 'Nguyễn Văn A', phone: '0912345678', email: null },
  attachments: deskFiles,
};

export const deskSuggestion: SuggestedUnit = {
  unitId: '01993000-0000-7000-8000-000000000007',
  name: 'Sở Nông nghiệp và Môi trường',
  topic: true,
  place: false,
  answered: 14,
  answeredHere: 3,
  onTime: 13,
  sentBackBy: [{ name: 'Ủy ban nhân dân xã Tân Long', at: '2026-11-25T09:40:00Z' }],
};

const by = (roles: string[], unitName: string | null = null) => ({ roles, unitId: null, unitName, self: false });
const event = (sequence: number, kind: string, at: string, more: Partial<HistoryEvent>): HistoryEvent => ({
  sequence,
  kind,
  at,
  by: by(['secretariat']),
  from: null,
  to: null,
  unitName: null,
  reason: null,
  ...more,
});
const commune = 'Ủy ban nhân dân xã Tân Long';

/** Newest first. */
export const deskHistory: HistoryEvent[] = [
  event(6, 'case.sent-back', '2026-11-25T09:40:00Z', {
    by: by(['unit-leader'], commune),
    unitName: commune,
    reason: 'Trại quy mô lớn, thuộc thẩm quyền của sở.',
  }),
  event(5, 'case.assigned', '2026-11-13T01:05:00Z', { unitName: commune }),
  event(4, 'case.accepted', '2026-11-12T03:30:00Z', {}),
  event(1, 'case.received', '2026-11-11T01:20:00Z', { by: by(['sender']) }),
];

export const deskNotes: CaseNote[] = [
  {
    id: '01993000-0000-7000-8000-000000000301',
    at: '2026-11-25T09:45:00Z',
    by: { ...by(['unit-leader'], commune), name: 'Trần Thị B' },
    text: 'Xã đã kiểm tra hiện trường ngày 24/11, biên bản gửi kèm theo hồ sơ giấy.',
  },
  {
    id: '01993000-0000-7000-8000-000000000302',
    at: '2026-11-24T02:00:00Z',
    by: { ...by(['secretariat']), name: 'Phạm Thị D' },
    text: 'Đề nghị xã báo lại trước thứ Năm.',
  },
];

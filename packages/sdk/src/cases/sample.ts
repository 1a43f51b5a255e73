import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import { receivingOffice } from './receiving-office.ts';
import type { Case, CaseAnswer, CaseReceipt, CaseSubmission, CaseSummary, PublicCase } from './schema.ts';

/** The answer to that report. */
export const answer: CaseAnswer = {
  text: 'Tổ vệ sinh đã thu gom toàn bộ rác ngày 18/11 và bổ sung một chuyến mỗi tối.\nĐề nghị bà con tập kết rác sau 18 giờ.',
  at: '2026-11-18T08:30:00Z',
  unitName: 'UBND phường Mẫu',
  solution: 'full',
  attachments: [],
};

/** A report that has been answered in time. Everything in it is made up. */
export const answered: PublicCase = {
  code: 'PA-261123-0042-E',
  kind: 'report',
  topic: 'environment',
  title: 'Rác tồn đọng ba ngày ở đầu ngõ chưa được thu gom',
  content: 'Từ thứ Sáu tuần trước, rác ở đầu ngõ chưa được thu gom, có mùi và chảy nước ra đường.',
  place: { provinceCode: '01', communeCode: '00004', address: 'Đầu ngõ mẫu, tổ dân phố 5' },
  attachments: [],
  status: 'answered',
  receivedAt: '2026-11-16T01:20:00Z',
  dueAt: '2026-11-25T10:00:00Z',
  dueExplanation: [
    {
      vi: 'Thời hạn xử lý: 5 ngày làm việc, theo thời hạn minh họa (chưa phải văn bản ban hành).',
      en: '5 working days, under an illustrative term (not an issued text).',
    },
    {
      vi: 'Thứ Bảy 21/11, Chủ Nhật 22/11: ngày nghỉ, không tính.',
      en: 'Saturday 21/11, Sunday 22/11: rest days, not counted.',
    },
    { vi: 'Thứ Ba 24/11: Ngày Văn hóa Việt Nam, không tính.', en: 'Tuesday 24/11: Vietnam Culture Day, not counted.' },
  ],
  dueProvisional: false,
  due: null,
  termStartedAt: '2026-11-16T01:20:00Z',
  daysOff: ['2026-11-21', '2026-11-22', '2026-11-24'],
  timeliness: 'on-time',
  extended: false,
  officeName: receivingOffice.vi,
  unitName: 'UBND phường Mẫu',
  steps: [
    { action: 'receive', status: 'received', at: '2026-11-16T01:20:00Z', by: 'sender', unitName: null, note: null },
    { action: 'accept', status: 'accepted', at: '2026-11-16T03:05:00Z', by: 'office', unitName: null, note: null },
    {
      action: 'assign',
      status: 'in-progress',
      at: '2026-11-16T03:06:00Z',
      by: 'office',
      unitName: 'UBND phường Mẫu',
      note: null,
    },
    {
      action: 'answer',
      status: 'answered',
      at: '2026-11-18T08:30:00Z',
      by: 'unit',
      unitName: 'UBND phường Mẫu',
      note: null,
    },
  ],
  answer,
  earlierTerms: [],
  rating: null,
  actions: ['rate', 'reopen'],
  linked: false,
};

/** Still being handled, past its date. */
export const overdue: PublicCase = {
  ...answered,
  status: 'in-progress',
  due: { class: 'overdue', workingDays: -2 },
  timeliness: 'overdue',
  extended: true,
  steps: [
    ...answered.steps.slice(0, 3),
    {
      action: 'extend',
      status: 'in-progress',
      at: '2026-11-20T02:00:00Z',
      by: 'office',
      unitName: null,
      note: 'Cần phối hợp với đơn vị thu gom của phường bên.',
    },
  ],
  answer: null,
  actions: [],
};

/** The same report as the people who handle it see it. */
export const record: Case = {
  id: '01993000-0000-7000-8000-000000000042',
  code: answered.code,
  kind: 'report',
  topic: 'environment',
  channel: 'web',
  title: answered.title,
  content: answered.content,
  ...answered.place,
  location: null,
  sender: { name: 'Nguyễn Văn A', phone: null, email: null },
  status: 'in-progress',
  statusReason: null,
  unitId: '01993000-0000-7000-8000-000000000007',
  unitName: 'UBND phường Mẫu',
  receivedAt: answered.receivedAt,
  dueAt: answered.dueAt,
  due: { class: 'in-time', workingDays: 6 },
  dueExplanation: answered.dueExplanation,
  dueProvisional: false,
  extensions: [],
  extensionRequest: null,
  answer: null,
  answeredAt: null,
  rating: null,
  reopenCount: 0,
  earlierTerms: [],
  attachments: [],
  updatedAt: '2026-11-16T03:06:00Z',
  etag: '"v3"',
};

export const summary: CaseSummary = {
  id: record.id,
  code: record.code,
  kind: record.kind,
  topic: record.topic,
  title: record.title,
  status: record.status,
  unitId: record.unitId,
  unitName: record.unitName,
  communeCode: record.communeCode,
  receivedAt: record.receivedAt,
  dueAt: record.dueAt,
  due: record.due,
  answeredAt: record.answeredAt,
};

/** What the sender of that report sent. */
export const submission = {
  kind: 'report',
  topic: 'environment',
  title: record.title,
  content: record.content,
  provinceCode: record.provinceCode,
  communeCode: record.communeCode,
  address: 'Đầu ngõ mẫu, tổ dân phố 5',
  senderName: 'Nguyễn Văn A',
  consent: true,
  consentVersion: '1',
} satisfies CaseSubmission;

/** And what they got. */
export const receipt: CaseReceipt = {
  code: answered.code,
  secret: 'K7QM-3TXA-9FHD-2WVE',
  receivedAt: answered.receivedAt,
  dueAt: answered.dueAt,
  dueExplanation: answered.dueExplanation,
  kind: answered.kind,
  topic: answered.topic,
  title: answered.title,
  status: 'received',
  place: answered.place,
  officeName: answered.officeName,
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = {
  create: submission,
  rate: { solved: 4, attitude: 5, comment: 'Cảm ơn.' },
  link: { linked: true },
  reopen: { reason: 'Rác lại tồn đọng.' },
  addNote: { text: 'Đã gọi cho tổ trưởng tổ dân phố, hẹn kiểm tra sáng mai.' },
  transition: { action: 'answer', answer: 'Tổ vệ sinh đã thu gom toàn bộ rác.' },
};

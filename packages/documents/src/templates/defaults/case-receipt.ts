import type { PublicCase } from '@dvk/sdk/cases';
import { caseKindNames, caseTopicNames } from '@dvk/sdk/cases';
import { formatDue, formatMoment } from '@dvk/sdk/text';
import { defineTemplate, type PaperData } from '../define.ts';
import { dateTag, issuerTags, sampleOffice } from '../office.ts';

/** What a receipt is made from. */
export interface CaseReceiptData extends PaperData {
  case: Pick<PublicCase, 'code' | 'kind' | 'topic' | 'title' | 'receivedAt' | 'dueAt' | 'dueExplanation'> & {
    attachments: readonly unknown[];
  };
  /** Only where whoever asks has given it. */
  secret?: string | undefined;
  /** Where it happened, in words. */
  place: string;
  /** When the receipt is made, an instant. */
  printedAt: string;
}

/** What who sends a report or proposal takes home. */
export const caseReceipt = defineTemplate<CaseReceiptData>({
  id: 'case-receipt',
  title: { vi: 'Phiếu tiếp nhận phản ánh, kiến nghị', en: 'Receipt of a report or proposal' },
  layout: (profile) => ({
    profile,
    issuers: issuerTags,
    place: '',
    date: dateTag,
    title: { name: 'Phiếu tiếp nhận', about: 'phản ánh, kiến nghị gửi qua cổng thông tin điện tử' },
    blocks: [
      { kind: 'tag', text: '{#có mã bí mật}' },
      {
        kind: 'codes',
        codes: [
          ['Mã tra cứu', '{mã hồ sơ}'],
          ['Mã bí mật', '{mã bí mật}'],
        ],
        note: 'Người cầm phiếu này xem được nội dung phản ánh. Vui lòng không cung cấp mã bí mật cho người khác.',
      },
      { kind: 'tag', text: '{/có mã bí mật}' },
      { kind: 'tag', text: '{^có mã bí mật}' },
      { kind: 'codes', codes: [['Mã tra cứu', '{mã hồ sơ}']] },
      { kind: 'tag', text: '{/có mã bí mật}' },
      {
        kind: 'facts',
        rows: [
          ['Loại, lĩnh vực', '{loại hồ sơ}; {lĩnh vực}'],
          ['Nội dung', '{tiêu đề}'],
          ['Nơi xảy ra', '{nơi xảy ra}'],
          ['Ảnh, tài liệu kèm theo', '{số tài liệu}'],
          ['Thời điểm tiếp nhận', '{thời điểm tiếp nhận}'],
          ['Hạn trả lời', '{hạn trả lời}'],
        ],
      },
      { kind: 'heading', text: 'Hạn này tính thế nào' },
      { kind: 'tag', text: '{#cách tính hạn}' },
      { kind: 'paragraph', text: '- {câu}', indent: false },
      { kind: 'tag', text: '{/cách tính hạn}' },
      { kind: 'heading', text: 'Việc gì xảy ra tiếp theo' },
      { kind: 'paragraph', text: '1. Bộ phận tiếp nhận đọc, phân loại và chuyển đúng đơn vị.', indent: false },
      { kind: 'paragraph', text: '2. Đơn vị kiểm tra, giải quyết và trả lời trong thời hạn nêu trên.', indent: false },
      { kind: 'paragraph', text: '3. Quý vị đánh giá; chưa được giải quyết thì báo để xử lý lại.', indent: false },
      {
        kind: 'paragraph',
        text: [
          { text: 'Xem kết quả: ', bold: true },
          'vào mục Tra cứu trên cổng thông tin điện tử, nhập mã tra cứu và mã bí mật; hoặc mang phiếu này đến {tên cơ quan}.',
        ],
        indent: false,
      },
    ],
    signatures: [],
    trace: 'Phiếu do hệ thống lập lúc {thời điểm lập phiếu}, không cần chữ ký.',
  }),
  values: ({ case: { attachments, ...record }, secret, place, printedAt }) => ({
    'mã hồ sơ': record.code,
    'có mã bí mật': Boolean(secret),
    'mã bí mật': secret ?? '',
    'loại hồ sơ': caseKindNames[record.kind],
    'lĩnh vực': caseTopicNames[record.topic].toLocaleLowerCase('vi'),
    'tiêu đề': record.title,
    'nơi xảy ra': place,
    'số tài liệu': attachments.length === 0 ? 'Không có' : String(attachments.length).padStart(2, '0'),
    'thời điểm tiếp nhận': formatMoment(record.receivedAt),
    'hạn trả lời': formatDue(record.dueAt),
    'cách tính hạn': record.dueExplanation.map(({ vi }) => ({ câu: vi })),
    'thời điểm lập phiếu': formatMoment(printedAt),
  }),
  sample: () => ({
    office: { ...sampleOffice, above: undefined },
    date: '2026-11-29',
    secret: 'TNXE-4MC7-VQX2-6ATN',
    place: 'Đầu ngõ 15, phường Mẫu, tỉnh Mẫu',
    printedAt: '2026-11-29T00:45:00Z',
    case: {
      code: 'PA-261129-0005-Q',
      kind: 'report',
      topic: 'environment',
      title: 'Rác để 5 ngày ở đầu ngõ chưa ai lấy',
      receivedAt: '2026-11-29T00:43:00Z',
      dueAt: '2026-12-11T16:59:59Z',
      dueExplanation: [
        { vi: 'Tiếp nhận ngày 29/11/2026; thời hạn 10 ngày làm việc, tính từ ngày làm việc tiếp theo.', en: '' },
        { vi: 'Ngày cuối là 11/12/2026 (thứ Sáu).', en: '' },
      ],
      attachments: [1, 2],
    },
  }),
});

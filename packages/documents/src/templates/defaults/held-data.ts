import { caseActionNames, caseKindNames, caseStatusNames, caseTopicNames } from '@dvk/sdk/cases';
import type { HeldCase, HeldData } from '@dvk/sdk/personal-data';
import { formatMoment } from '@dvk/sdk/text';
import { defineTemplate, type PaperData } from '../define.ts';
import { dateTag, issuerTags, prose, proseValues, sampleOffice } from '../office.ts';
import type { Values } from '../template.ts';

/** What a person is given of what is held of them. */
export interface HeldDataData extends PaperData {
  held: HeldData;
}

const none = 'Không có';

function valuesOf(record: HeldCase): Values {
  const { sender, location, answer, notes } = record;
  return {
    'mã hồ sơ': record.code,
    'loại hồ sơ': caseKindNames[record.kind],
    'lĩnh vực': caseTopicNames[record.topic],
    'trạng thái': caseStatusNames[record.status],
    'thời điểm tiếp nhận': formatMoment(record.receivedAt),
    'họ tên': sender?.name ?? none,
    'số điện thoại': sender?.phone ?? none,
    email: sender?.email ?? none,
    'địa chỉ sự việc': record.address ?? none,
    'vị trí của máy': location ? `${location.lat}; ${location.lon}` : none,
    'phiên bản đồng ý': record.consentVersion ?? none,
    'gắn với tài khoản': record.linked ? 'Có' : 'Không',
    'đơn vị xử lý': record.unitName ?? none,
    'số lần xem người gửi': String(record.senderReads),
    'tiêu đề': record.title,
    'nội dung': proseValues(record.content),
    'có nội dung trả lời': answer !== null,
    'nội dung trả lời': proseValues(answer?.text ?? ''),
    'các bước': record.steps.map(({ at, action, note }) => ({
      bước: `${formatMoment(at)}: ${action === 'receive' ? 'Tiếp nhận' : caseActionNames[action]}${note ? ` – ${note}` : ''}`,
    })),
    'tệp đã gửi': record.attachments.map(({ name, uploadedAt }) => ({ tệp: `${name} (${formatMoment(uploadedAt)})` })),
    'thông báo đã gửi': record.notices.map(({ at, title }) => ({ 'thông báo': `${formatMoment(at)}: ${title}` })),
    'có đánh giá': record.rating !== null,
    'đánh giá': record.rating
      ? `giải quyết ${record.rating.solved}/5, thái độ ${record.rating.attitude}/5${record.rating.comment ? ` – ${record.rating.comment}` : ''}`
      : '',
    'có ghi chú': notes !== null && notes.length > 0,
    'ghi chú': (notes ?? []).map(({ at, text }) => ({ 'nội dung ghi chú': `${formatMoment(at)}: ${text}` })),
  };
}

/** All that is held of a person in the cases that their request names. */
export const heldDataPaper = defineTemplate<HeldDataData>({
  id: 'held-data',
  title: { vi: 'Bản cung cấp dữ liệu cá nhân', en: 'What is held of a person' },
  layout: (profile) => ({
    profile,
    issuers: issuerTags,
    place: '',
    date: dateTag,
    title: { name: 'Bản cung cấp dữ liệu cá nhân', about: 'theo yêu cầu mã {mã yêu cầu}' },
    blocks: [
      {
        kind: 'paragraph',
        text: '{tên cơ quan} đang lưu các dữ liệu sau về người yêu cầu trong các hồ sơ được nêu tại yêu cầu. Bản này chỉ giao cho chính người yêu cầu hoặc người đại diện hợp pháp.',
      },
      { kind: 'tag', text: '{#hồ sơ}' },
      { kind: 'heading', text: 'Hồ sơ {mã hồ sơ}' },
      {
        kind: 'facts',
        rows: [
          ['Loại, lĩnh vực', '{loại hồ sơ}; {lĩnh vực}'],
          ['Trạng thái', '{trạng thái}'],
          ['Thời điểm tiếp nhận', '{thời điểm tiếp nhận}'],
          ['Họ tên người gửi', '{họ tên}'],
          ['Số điện thoại', '{số điện thoại}'],
          ['Email', '{email}'],
          ['Địa chỉ sự việc', '{địa chỉ sự việc}'],
          ['Vị trí của máy', '{vị trí của máy}'],
          ['Phiên bản nội dung đã đồng ý', '{phiên bản đồng ý}'],
          ['Gắn với tài khoản đăng nhập', '{gắn với tài khoản}'],
          ['Đơn vị xử lý', '{đơn vị xử lý}'],
          ['Số lượt cán bộ xem thông tin người gửi', '{số lần xem người gửi}'],
          ['Tiêu đề', '{tiêu đề}'],
        ],
      },
      { kind: 'heading', text: 'Nội dung đã gửi' },
      ...prose('nội dung'),
      { kind: 'tag', text: '{#có nội dung trả lời}' },
      { kind: 'heading', text: 'Nội dung trả lời' },
      ...prose('nội dung trả lời'),
      { kind: 'tag', text: '{/có nội dung trả lời}' },
      { kind: 'tag', text: '{#có đánh giá}' },
      { kind: 'paragraph', text: 'Đánh giá của người gửi: {đánh giá}', indent: false },
      { kind: 'tag', text: '{/có đánh giá}' },
      { kind: 'heading', text: 'Quá trình xử lý' },
      { kind: 'tag', text: '{#các bước}' },
      { kind: 'paragraph', text: '- {bước}', indent: false },
      { kind: 'tag', text: '{/các bước}' },
      { kind: 'heading', text: 'Tệp đã gửi, thông báo đã nhận' },
      { kind: 'tag', text: '{#tệp đã gửi}' },
      { kind: 'paragraph', text: '- Tệp {tệp}', indent: false },
      { kind: 'tag', text: '{/tệp đã gửi}' },
      { kind: 'tag', text: '{#thông báo đã gửi}' },
      { kind: 'paragraph', text: '- Thông báo {thông báo}', indent: false },
      { kind: 'tag', text: '{/thông báo đã gửi}' },
      { kind: 'tag', text: '{#có ghi chú}' },
      { kind: 'heading', text: 'Ghi chú của cơ quan' },
      { kind: 'tag', text: '{#ghi chú}' },
      { kind: 'paragraph', text: '- {nội dung ghi chú}', indent: false },
      { kind: 'tag', text: '{/ghi chú}' },
      { kind: 'tag', text: '{/có ghi chú}' },
      { kind: 'tag', text: '{/hồ sơ}' },
    ],
    signatures: [],
    trace: 'Số liệu của hệ thống lúc {thời điểm lập}.',
  }),
  values: ({ held: { requestCode, madeAt, cases } }) => ({
    'mã yêu cầu': requestCode,
    'hồ sơ': cases.map(valuesOf),
    'thời điểm lập': formatMoment(madeAt),
  }),
  sample: () => ({
    office: { ...sampleOffice, above: undefined },
    date: '2026-11-30',
    held: {
      requestCode: 'YC-261127-0001-H',
      madeAt: '2026-11-30T02:00:00Z',
      cases: [
        {
          code: 'PA-261123-0042-E',
          kind: 'report',
          topic: 'environment',
          channel: 'web',
          status: 'closed',
          receivedAt: '2026-11-16T01:20:00Z',
          title: 'Rác tồn đọng ba ngày ở đầu ngõ',
          content: 'Rác ở đầu ngõ chưa được thu gom.',
          provinceCode: '01',
          communeCode: '00004',
          address: 'Đầu ngõ mẫu',
          location: null,
          sender: { name: 'Nguyễn Văn A', phone: '0912345678', email: null },
          consentVersion: '2',
          linked: false,
          unitName: 'UBND phường Mẫu',
          statusReason: null,
          extensions: [],
          answer: {
            text: 'Đã thu gom.',
            at: '2026-11-18T08:30:00Z',
            unitName: 'UBND phường Mẫu',
            solution: 'full',
            attachments: [],
          },
          earlierTerms: [],
          rating: { solved: 5, attitude: 5, comment: 'Cảm ơn' },
          attachments: [
            {
              id: '01993000-0000-7000-8000-000000000099',
              name: 'anh.jpg',
              mediaType: 'image/jpeg',
              size: 1000,
              uploadedAt: '2026-11-16T01:19:00Z',
            },
          ],
          steps: [
            {
              action: 'receive',
              status: 'received',
              at: '2026-11-16T01:20:00Z',
              by: 'sender',
              unitName: null,
              note: null,
            },
          ],
          notes: [{ at: '2026-11-17T02:00:00Z', text: 'Đã gọi cho đơn vị thu gom.' }],
          notices: [{ at: '2026-11-18T08:31:00Z', title: 'Phản ánh đã được trả lời' }],
          senderReads: 1,
        },
      ],
    },
  }),
});

import type { LegalBasis } from '@dvk/sdk/law';
import type { ProcessingRegister } from '@dvk/sdk/personal-data';
import { formatMoment } from '@dvk/sdk/text';
import { defineTemplate, type PaperData } from '../define.ts';
import { dateTag, issuerTags, sampleOffice } from '../office.ts';

/** What the register is printed from. */
export interface ProcessingRegisterData extends PaperData {
  register: ProcessingRegister;
}

const lines = (all: readonly { vi: string }[]): string => all.map(({ vi }) => vi).join('\n') || 'Chưa khai báo';

function basisText({ title, number, article, note }: LegalBasis): string {
  const named = [article, number ? `${title} số ${number}` : title].filter(Boolean).join(', ');
  return note ? `${named} (${note.replace(/\.$/, '')})` : named;
}

/** The register of processing of personal data. */
export const processingRegister = defineTemplate<ProcessingRegisterData>({
  id: 'processing-register',
  title: { vi: 'Sổ đăng ký hoạt động xử lý dữ liệu cá nhân', en: 'Register of processing of personal data' },
  layout: (profile) => ({
    profile,
    issuers: issuerTags,
    place: '',
    date: dateTag,
    title: { name: 'Sổ đăng ký', about: 'hoạt động xử lý dữ liệu cá nhân' },
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['Bên kiểm soát dữ liệu', '{bên kiểm soát}'],
          ['Địa chỉ', '{địa chỉ}'],
          ['Điện thoại', '{điện thoại}'],
          ['Người phụ trách bảo vệ dữ liệu', '{người phụ trách}'],
        ],
      },
      { kind: 'tag', text: '{#hoạt động}' },
      { kind: 'heading', text: '{tt}. {tên hoạt động}' },
      {
        kind: 'facts',
        rows: [
          ['Mục đích', '{mục đích}'],
          ['Chủ thể dữ liệu', '{chủ thể}'],
          ['Loại dữ liệu', '{loại dữ liệu}'],
          ['Căn cứ', '{căn cứ}'],
          ['Người nhận dữ liệu', '{người nhận}'],
          ['Thời hạn lưu', '{thời hạn lưu}'],
          ['Biện pháp bảo vệ', '{biện pháp}'],
        ],
      },
      { kind: 'tag', text: '{/hoạt động}' },
    ],
    signatures: [
      { position: 'Người lập', hint: 'Ký, ghi rõ họ tên' },
      { position: 'Thủ trưởng', hint: 'Ký, ghi rõ họ tên' },
    ],
    trace: 'Số liệu của hệ thống lúc {thời điểm lập}.',
  }),
  values: ({ register: { controller, officer, activities, madeAt } }) => ({
    'bên kiểm soát': controller.name,
    'địa chỉ': controller.address ?? 'Chưa khai báo',
    'điện thoại': controller.hotline ?? 'Chưa khai báo',
    'người phụ trách': officer
      ? [officer.name, officer.title, officer.phone, officer.email].filter(Boolean).join(', ')
      : 'Chưa khai báo',
    'hoạt động': activities.map((each, index) => ({
      tt: String(index + 1),
      'tên hoạt động': each.name.vi,
      'mục đích': lines(each.purposes),
      'chủ thể': lines(each.subjects),
      'loại dữ liệu': lines(each.categories),
      'căn cứ': each.basis.map(basisText).join('\n') || 'Chưa khai báo',
      'người nhận': lines(each.recipients),
      'thời hạn lưu': lines(each.retention),
      'biện pháp': lines(each.measures),
    })),
    'thời điểm lập': formatMoment(madeAt),
  }),
  sample: () => ({
    office: sampleOffice,
    date: '2026-11-30',
    register: {
      controller: { name: sampleOffice.name, address: 'Phường Mẫu', hotline: '1900 0000' },
      officer: { name: 'Nguyễn Văn A', title: 'Chánh Văn phòng', phone: null, email: null },
      madeAt: '2026-11-30T02:00:00Z',
      activities: [
        {
          id: 'cases',
          name: { vi: 'Tiếp nhận, giải quyết phản ánh, kiến nghị', en: '' },
          purposes: [{ vi: 'Xử lý và trả lời phản ánh, kiến nghị.', en: '' }],
          subjects: [{ vi: 'Người gửi.', en: '' }],
          categories: [{ vi: 'Họ tên, số điện thoại.', en: '' }],
          basis: [{ number: '91/2025/QH15', title: 'Luật Bảo vệ dữ liệu cá nhân', confidence: 'published' }],
          recipients: [{ vi: 'Bộ phận thường trực.', en: '' }],
          retention: [{ vi: '24 tháng (mẫu minh họa).', en: '' }],
          measures: [{ vi: 'Mã hóa.', en: '' }],
        },
      ],
    },
  }),
});

import type { PaperProfile } from './profile.ts';

/** Papers of State bodies. Sizes are the larger ones where the decree gives two. */
export const state2020: PaperProfile = {
  id: 'state-2020',
  side: 'state',
  name: { vi: 'Văn bản hành chính nhà nước', en: 'Papers of State bodies' },
  legalBasis: {
    number: '30/2020/NĐ-CP',
    title: 'Nghị định về công tác văn thư',
    article: 'Phụ lục I',
    issuer: 'Chính phủ',
    date: '2020-03-05',
    from: '2020-03-05',
    confidence: 'secondary',
    note: 'Cỡ chữ, lề và khoảng cách trong khung cho phép của Phụ lục I; cần đối chiếu bản gốc trước khi dùng chính thức.',
  },
  presets: [
    {
      vi: 'Giãn dòng đúng 18 pt, cách đoạn 6 pt; chiều dài đường kẻ dưới tên cơ quan',
      en: 'Lines of exactly 18 pt, 6 pt between paragraphs; the length of the rule below the issuing body',
    },
  ],
  font: 'Times New Roman',
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  body: { size: 14, line: 18, before: 0, after: 6, indent: 10 },
  national: [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 13, bold: true },
    { text: 'Độc lập - Tự do - Hạnh phúc', size: 14, bold: true },
  ],
  nationalRule: 176,
  issuer: { above: { size: 13 }, own: { size: 13, bold: true }, mark: 'rule' },
  numberLabel: 'Số: ',
  number: { size: 13 },
  date: { size: 14, italic: true },
  title: { name: { size: 14, bold: true }, about: { size: 14, bold: true }, mark: 'rule' },
  subject: { size: 12 },
  capacities: { collective: 'TM.', deputy: 'KT.', 'by-order': 'TL.' },
  signature: { capacity: { size: 14, bold: true }, position: { size: 14, bold: true }, name: { size: 14, bold: true } },
  endMark: './.',
  recipients: { heading: { size: 12, bold: true, italic: true }, list: { size: 11 }, archive: 'Lưu: VT.' },
  pageNumber: { size: 13 },
};

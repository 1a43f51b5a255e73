import type { PaperProfile } from './profile.ts';

/** Papers of Party bodies since 27 May 2026. */
export const party2026: PaperProfile = {
  id: 'party-2026',
  side: 'party',
  name: { vi: 'Văn bản của Đảng', en: 'Papers of Party bodies' },
  legalBasis: {
    number: '05-HD/VPTW',
    title: 'Hướng dẫn về thể thức và kỹ thuật trình bày văn bản của Đảng, theo Quy định 399-QĐ/TW ngày 09/01/2026',
    issuer: 'Văn phòng Trung ương Đảng',
    date: '2026-05-27',
    from: '2026-05-27',
    confidence: 'secondary',
    note: 'Có nơi dẫn ngày ban hành là 12/01/2026; cần đối chiếu bản gốc trước khi dùng chính thức.',
  },
  presets: [
    {
      vi: 'Cỡ chữ của Nơi nhận; khoảng trống năm dòng trước tên người ký',
      en: 'Sizes of the recipients; the five blank lines above the name of the signer',
    },
    { vi: 'Nơi lưu: “Lưu Đảng ủy.”', en: 'Where it is filed: “Lưu Đảng ủy.”' },
  ],
  font: 'Times New Roman',
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  body: { size: 14, line: 18, before: 6, after: 6, indent: 10 },
  national: [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', size: 15, bold: true }],
  nationalRule: 186,
  issuer: { above: { size: 14 }, own: { size: 14, bold: true }, mark: 'star' },
  numberLabel: 'Số ',
  number: { size: 14 },
  date: { size: 14, italic: true },
  title: { name: { size: 16, bold: true }, about: { size: 14, bold: true }, mark: 'dashes' },
  subject: { size: 12, italic: true },
  capacities: { collective: 'T/M', deputy: 'K/T', 'by-order': 'T/L' },
  signature: { capacity: { size: 14, bold: true }, position: { size: 14 }, name: { size: 14, bold: true } },
  endMark: '.',
  recipients: { heading: { size: 14, underlined: true }, list: { size: 12 }, archive: 'Lưu Đảng ủy.' },
  pageNumber: { size: 14 },
};

/** Papers of Party bodies before: what is known of 36-HD/VPTW, for papers of those days. */
export const party2018: PaperProfile = {
  ...party2026,
  id: 'party-2018',
  legalBasis: {
    number: '36-HD/VPTW',
    title: 'Hướng dẫn về thể thức và kỹ thuật trình bày văn bản của Đảng, theo Quy định 66-QĐ/TW',
    issuer: 'Văn phòng Trung ương Đảng',
    date: '2018-04-03',
    from: '2018-04-03',
    to: '2026-05-26',
    confidence: 'from-memory',
    note: 'Mẫu minh họa – chưa phải văn bản ban hành: cần đối chiếu văn bản trước khi dùng.',
  },
};

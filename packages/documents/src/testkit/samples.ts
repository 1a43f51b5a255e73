import type { Paper } from '../papers/index.ts';
import { party2026, state2020, type PaperProfile } from '../profiles/index.ts';

const sentence =
  'Toàn tỉnh có 1.284 mô hình đăng ký, trong đó 903 mô hình tập thể và 381 cá nhân; các mô hình bám sát đời sống của Nhân dân, giải quyết được những việc cụ thể ở địa bàn dân cư.';

/** A report with everything that a paper can have. */
export function sampleReport(profile: PaperProfile): Paper {
  const isParty = profile.side === 'party';
  return {
    profile,
    issuers: isParty
      ? ['Tỉnh ủy Tây Ninh', 'Ban Tuyên giáo và Dân vận']
      : ['Ủy ban nhân dân tỉnh Tây Ninh', 'Sở Nội vụ'],
    number: isParty ? '12-BC/BTGDV' : '12/BC-SNV',
    place: 'Tây Ninh',
    date: '2026-11-05',
    title: { name: 'Báo cáo', about: 'kết quả phong trào thi đua “Dân vận khéo” năm 2026' },
    addressees: ['Tỉnh ủy Tây Ninh', 'Ủy ban nhân dân tỉnh'],
    blocks: [
      {
        kind: 'paragraph',
        text: isParty
          ? 'Thực hiện Kế hoạch số 05-KH/TU, ngày 10/01/2026 của Tỉnh ủy, kết quả như sau:'
          : 'Căn cứ Kế hoạch số 05/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh, kết quả như sau:',
      },
      { kind: 'heading', text: 'I. Kết quả' },
      ...Array.from({ length: 14 }, () => ({ kind: 'paragraph' as const, text: sentence })),
      {
        kind: 'table',
        columns: [
          { title: 'TT', share: 8, align: 'center' },
          { title: 'Lĩnh vực', share: 60 },
          { title: 'Số mô hình', share: 20, align: 'center' },
        ],
        rows: [
          { cells: ['Theo lĩnh vực'], span: true, bold: true },
          { cells: ['1', 'Kinh tế', '1.000'] },
          { cells: ['2', 'Văn hóa - xã hội', '284'] },
          { cells: ['', 'Tổng cộng', '1.284'], bold: true },
        ],
      },
      { kind: 'paragraph', text: ['Trên đây là ', { text: 'báo cáo kết quả', bold: true }, ' của phong trào'] },
    ],
    endMark: true,
    recipients: ['Như trên', 'Thường trực Tỉnh ủy (để báo cáo)', 'Các xã, phường'],
    signatures: [
      {
        onBehalf: { capacity: 'deputy', body: isParty ? 'Trưởng ban' : 'Giám đốc' },
        position: isParty ? 'Phó trưởng ban' : 'Phó giám đốc',
        name: 'Nguyễn Văn A',
      },
    ],
    appendices: [
      {
        name: 'Phụ lục I',
        title: 'Danh sách mô hình',
        belongsTo: 'Kèm theo Báo cáo số 12',
        landscape: true,
        blocks: [{ kind: 'facts', rows: [['Tên mô hình', 'Góp vốn xoay vòng giúp nhau giảm nghèo']] }],
      },
    ],
    trace: 'In từ hệ thống lúc 08:20 ngày 05/11/2026.',
  };
}

export const profilesNow = [state2020, party2026] as const;

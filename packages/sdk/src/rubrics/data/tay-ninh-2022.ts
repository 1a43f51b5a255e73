import type { RangeCriterion, Rubric } from '../schema.ts';

const line = (number: number, max: number, vi: string, en: string): RangeCriterion => ({
  kind: 'range',
  id: `c${number}`,
  number: String(number),
  title: { vi, en },
  max,
});

/**
 * Tây Ninh, units, 2022: six criteria of 10, 10, 20, 20, 20 and 20 points. The public page shows the criteria and the
 * total; the sixth maximum follows by subtraction. Sub-criteria, bands and hard stops are not shown there and are left out.
 */
export const tayNinh2022: Rubric = {
  id: 'tay-ninh-unit',
  version: '2022',
  title: {
    vi: 'Tiêu chí đánh giá, xếp loại công tác dân vận chính quyền tỉnh Tây Ninh',
    en: 'Criteria for rating the mobilisation work of state bodies in Tây Ninh',
  },
  subject: 'unit',
  legalBasis: {
    number: '1563/QĐ-UBND',
    title:
      'Quyết định quy định tiêu chí đánh giá, xếp loại công tác dân vận chính quyền đối với các cơ quan nhà nước và đơn vị sự nghiệp công lập',
    issuer: 'Ủy ban nhân dân tỉnh Tây Ninh',
    date: '2022-08-01',
    from: '2022-08-01',
    url: 'https://sonoivu.tayninh.gov.vn/vi/news/xay-dung-chinh-quyen-va-cong-tac-thanh-nien/quy-dinh-tie-u-chi-danh-gia-xep-loai-co-ng-tac-da-n-va-n-chinh-quyen-doi-voi-cac-co-quan-nha-nu-o-c-va-don-vi-su-nghiep-cong-lap-2440.html',
    note: 'Thay Quyết định 1743/2021. Điểm của tiêu chí 6 suy ra bằng phép trừ; tên tiêu chí ghi tóm tắt. Cách làm tròn, cách xử lý mục không áp dụng và ngưỡng phải nêu lý do là thiết lập của phần mềm, không phải của văn bản.',
    confidence: 'published',
  },
  total: 10_000,
  criteria: [
    line(1, 1000, 'Quán triệt, triển khai thực hiện', 'Making the policy known and carrying it out'),
    line(
      2,
      1000,
      'Tiếp công dân; giải quyết kiến nghị, khiếu nại, tố cáo; phòng, chống tham nhũng',
      'Receiving citizens; handling proposals, complaints and denunciations; preventing corruption',
    ),
    line(3, 2000, 'Phối hợp với Mặt trận và các đoàn thể', 'Working with the Front and the mass organisations'),
    line(4, 2000, 'Cải cách hành chính', 'Administrative reform'),
    line(5, 2000, 'Thực hiện dân chủ ở cơ sở', 'Grass-roots democracy'),
    line(6, 2000, 'Tình hình thực hiện (tiêu chí thứ sáu)', 'State of implementation (sixth criterion)'),
  ],
  order: ['rescale', 'clamp', 'round'],
  rounding: { to: 1, mode: 'half-up' },
  notApplicable: 'rescale',
  bands: [],
  conditions: [],
  reasonAbove: 200,
  unpublished: ['sub-criteria', 'bands', 'conditions', 'rounding'],
};

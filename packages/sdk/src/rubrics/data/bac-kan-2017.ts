import type { Rubric } from '../schema.ts';

/**
 * Bắc Kạn, units, 2017, as far as the 2020 result of Ngân Sơn district shows it: 90 points that a unit gives itself over
 * eight criteria, 10 that only the superior gives, “tốt” from 80, 78 is “khá”. How the 90 points divide over the eight
 * criteria is not published, so they stay one line; so is where “khá” ends, so nothing below 78 has a band.
 */
export const bacKan2017: Rubric = {
  id: 'bac-kan-unit',
  version: '2017',
  title: {
    vi: 'Tiêu chí đánh giá, xếp loại công tác dân vận chính quyền tỉnh Bắc Kạn',
    en: 'Criteria for rating the mobilisation work of state bodies in Bắc Kạn',
  },
  subject: 'unit',
  legalBasis: {
    number: '1878/QĐ-UBND',
    title: 'Quyết định về tiêu chí đánh giá, xếp loại công tác dân vận chính quyền',
    issuer: 'Ủy ban nhân dân tỉnh Bắc Kạn',
    date: '2017-10-30',
    url: 'https://nganson.backan.gov.vn/index.php?com=tintuc_ct&id_news=1335',
    note: 'Theo kết quả năm 2020 của huyện Ngân Sơn. Cách làm tròn, cách xử lý mục không áp dụng và ngưỡng phải nêu lý do là thiết lập của phần mềm, không phải của văn bản.',
    confidence: 'published',
  },
  total: 10_000,
  criteria: [
    {
      kind: 'range',
      id: 'self',
      number: '1–8',
      title: { vi: 'Tám tiêu chí đơn vị tự chấm', en: 'Eight criteria the unit scores itself' },
      note: {
        vi: 'Nguồn không công bố điểm tối đa của từng tiêu chí.',
        en: 'The source does not publish the maximum of each criterion.',
      },
      max: 9000,
    },
    {
      kind: 'range',
      id: 'superior',
      title: { vi: 'Điểm do cấp trên chấm', en: 'Points given by the superior' },
      max: 1000,
      scoredBy: 'superior',
    },
  ],
  order: ['rescale', 'clamp', 'round'],
  rounding: { to: 1, mode: 'half-up' },
  notApplicable: 'rescale',
  bands: [
    { id: 'good', title: { vi: 'Tốt', en: 'Good' }, from: 8000 },
    {
      id: 'fair',
      title: { vi: 'Khá', en: 'Fair' },
      from: 7800,
      below: 8000,
      note: {
        vi: '78 điểm đã được xếp khá; ngưỡng dưới của mức khá không được công bố.',
        en: '78 points were rated fair; where fair ends below is not published.',
      },
    },
  ],
  conditions: [
    {
      id: 'not-eligible',
      title: {
        vi: 'Không đủ điều kiện xếp loại (nguồn không nêu căn cứ cụ thể)',
        en: 'Not eligible to be ranked (the source does not say why)',
      },
      effect: { kind: 'ineligible' },
    },
  ],
  reasonAbove: 500,
  unpublished: ['criteria', 'sub-criteria', 'bands', 'conditions', 'rounding'],
};

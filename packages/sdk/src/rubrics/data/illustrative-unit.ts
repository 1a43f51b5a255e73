import type { Rubric } from '../schema.ts';

/**
 * A short rubric for units with a formula line, made by this project: “mẫu minh họa – chưa phải văn bản ban hành”.
 * Scoring it needs `scoreFormulas` of `@dvk/sdk/assessments`.
 */
export const illustrativeUnit: Rubric = {
  id: 'illustrative-unit',
  version: '1',
  title: {
    vi: 'Thang điểm phong trào của đơn vị',
    en: "Scale for a unit's movement",
  },
  subject: 'unit',
  legalBasis: {
    title: 'Mẫu minh họa – chưa phải văn bản ban hành',
    note: 'Do dự án soạn để minh họa; thay bằng thang điểm của tỉnh trước khi dùng chính thức.',
    confidence: 'illustrative',
  },
  total: 10_000,
  criteria: [
    {
      kind: 'yes-no',
      id: 'plan',
      number: '1',
      title: { vi: 'Ban hành kế hoạch đúng hạn', en: 'Plan issued in time' },
      max: 2000,
      evidence: { min: 1 },
    },
    {
      kind: 'count',
      id: 'registered',
      number: '2',
      title: { vi: 'Số mô hình đăng ký (mỗi mô hình 5 điểm)', en: 'Models registered (5 points each)' },
      max: 2000,
      each: 500,
      from: 'zero',
      source: 'models.registered',
      unit: { vi: 'mô hình', en: 'models' },
    },
    {
      kind: 'ratio',
      id: 'recognised',
      number: '3',
      title: { vi: 'Tỷ lệ mô hình được công nhận', en: 'Share of models recognised' },
      max: 2000,
      source: 'models.recognition-rate',
      mayNotApply: true,
      thresholds: [
        { atLeast: 8000, points: 2000 },
        { atLeast: 5000, points: 1000 },
      ],
    },
    {
      kind: 'formula',
      id: 'quality',
      number: '4',
      title: {
        vi: 'Chất lượng: 20 điểm nhân tỷ lệ công nhận, cộng 2 điểm cho mỗi mô hình đăng ký',
        en: 'Quality: 20 points times the recognition rate, plus 2 for each model registered',
      },
      max: 2000,
      expression: 'min(20, 20 * rate + 2 * count)',
      inputs: { rate: { line: 'recognised', take: 'value' }, count: { line: 'registered', take: 'value' } },
      mayNotApply: true,
    },
    {
      kind: 'range',
      id: 'on-time',
      number: '5',
      title: { vi: 'Giải quyết phản ánh, kiến nghị', en: 'Handling of reports and proposals' },
      max: 1000,
      step: 50,
    },
    {
      kind: 'range',
      id: 'superior',
      number: '6',
      title: { vi: 'Điểm cấp trên chấm', en: 'Points given by the superior' },
      max: 1000,
      scoredBy: 'superior',
      locked: true,
    },
  ],
  order: ['rescale', 'clamp', 'round'],
  rounding: { to: 1, mode: 'half-up' },
  notApplicable: 'rescale',
  bands: [
    { id: 'good', title: { vi: 'Tốt', en: 'Good' }, from: 8000 },
    { id: 'fair', title: { vi: 'Khá', en: 'Fair' }, from: 6500, below: 8000 },
    { id: 'acceptable', title: { vi: 'Trung bình', en: 'Acceptable' }, from: 5000, below: 6500 },
    { id: 'weak', title: { vi: 'Yếu', en: 'Weak' }, from: 0, below: 5000 },
  ],
  conditions: [],
  reasonAbove: 200,
};

import type { Bilingual } from '../errors/index.ts';

/** Why a point has no verdict, or an uncertain one; texts in {@link signalReasons}. */
export type SignalReason =
  | 'missing'
  | 'short-baseline'
  | 'gap-in-baseline'
  | 'constant-baseline'
  | 'zero-baseline'
  | 'carried-over'
  | 'few-cases'
  | 'below-minimum'
  | 'no-convergence';

/** What to show a person beside a point with a reason. */
export const signalReasons: Record<SignalReason, Bilingual> = {
  missing: { vi: 'Kỳ này không có số liệu nên chưa đánh giá.', en: 'No count for this period: not judged.' },
  'short-baseline': {
    vi: 'Chưa đủ số liệu các kỳ trước nên chưa đánh giá.',
    en: 'Not enough history: not judged.',
  },
  'gap-in-baseline': {
    vi: 'Số liệu các kỳ trước bị khuyết, chỉ dựa trên phần còn lại.',
    en: 'The history has gaps; the verdict rests on what is left.',
  },
  'constant-baseline': {
    vi: 'Các kỳ trước không thay đổi nên mọi mức cao hơn đều được cảnh báo.',
    en: 'The history does not vary, so anything above it raises an alarm.',
  },
  'zero-baseline': {
    vi: 'Các kỳ trước đều bằng 0 nên không có mức bình thường để so sánh.',
    en: 'The history is all zeros: there is no usual level to compare with.',
  },
  'carried-over': {
    vi: 'Cảnh báo do các kỳ liền trước, không phải do kỳ này.',
    en: 'The periods just before raise this alarm, not this one.',
  },
  'few-cases': { vi: 'Số vụ gần đây quá ít để kết luận.', en: 'Too few cases lately to tell.' },
  'below-minimum': {
    vi: 'Cao hơn dự kiến nhưng chưa đạt số lượng tối thiểu.',
    en: 'Above what was expected, but below the minimum count.',
  },
  'no-convergence': {
    vi: 'Không ước lượng được quy luật thống kê nên chưa đánh giá.',
    en: 'The model could not be fitted: not judged.',
  },
};

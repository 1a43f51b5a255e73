import type { Bilingual } from '../errors/index.ts';

/** Why a point has no answer, or a guarded one; texts in {@link signalReasons}. */
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
  missing: {
    vi: 'Không có số liệu của kỳ này nên chưa đánh giá.',
    en: 'There is no count for this period, so it is not judged.',
  },
  'short-baseline': {
    vi: 'Chưa đủ số liệu các kỳ trước để so sánh nên chưa đánh giá.',
    en: 'There is not enough history to compare with, so it is not judged.',
  },
  'gap-in-baseline': {
    vi: 'Số liệu các kỳ trước bị khuyết; kết quả chỉ dựa trên phần còn lại.',
    en: 'The history has gaps; the answer rests on what is left.',
  },
  'constant-baseline': {
    vi: 'Các kỳ trước không hề thay đổi nên mọi mức cao hơn đều được cảnh báo.',
    en: 'The history does not vary at all, so anything above it raises an alarm.',
  },
  'zero-baseline': {
    vi: 'Các kỳ trước đều bằng 0 nên không có mức bình thường để so sánh.',
    en: 'The history is all zeros, so there is no usual level to compare with.',
  },
  'carried-over': {
    vi: 'Cảnh báo do các kỳ liền trước; riêng kỳ này chưa vượt mức.',
    en: 'The periods just before raise this alarm, whatever this period holds.',
  },
  'few-cases': {
    vi: 'Số vụ gần đây quá ít để kết luận.',
    en: 'There have been too few cases lately to tell.',
  },
  'below-minimum': {
    vi: 'Vượt mức dự kiến nhưng chưa đạt số lượng tối thiểu để cảnh báo.',
    en: 'Above what was expected, but below the minimum count for an alarm.',
  },
  'no-convergence': {
    vi: 'Mô hình không ước lượng được từ số liệu này nên chưa đánh giá.',
    en: 'The model could not be fitted to this history, so it is not judged.',
  },
};

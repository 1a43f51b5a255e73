import { assessmentStatusNames } from '@dvk/sdk/assessments';

/** Texts of the list of scorecards. */
export const scorecard = {
  title: 'Bảng chấm điểm',
  none: 'Chưa có bảng chấm điểm nào.',
  signInFirst: 'Đăng nhập bằng tài khoản của đơn vị để tự chấm hoặc thẩm định.',
  notAllowed: 'Tài khoản này không có quyền chấm điểm. Trang này dành cho đơn vị tự chấm và người thẩm định.',
  rubric: 'Bộ tiêu chí',
  period: 'Năm đánh giá',
  statuses: assessmentStatusNames,
  selfTotal: 'Điểm tự chấm',
  outOf: (points: string, outOf: string) => `${points}/${outOf}`,
  noPoints: 'chưa có điểm',
  restored: 'Đã mở lại các thay đổi chưa lưu trên máy này.',
};

import type { AssessmentAction, AssessmentStatus } from './lifecycle.ts';
import type { AssessmentSubject, ScoredLine } from './schema.ts';

/** The states of an assessment, in Vietnamese. */
export const assessmentStatusNames: Readonly<Record<AssessmentStatus, string>> = {
  open: 'Đang tự chấm',
  submitted: 'Chờ thẩm định',
  explaining: 'Chờ giải trình',
  appraised: 'Đã thẩm định',
  concluded: 'Đã kết luận',
  locked: 'Đã khóa',
};

/** The steps of an assessment, as they are offered to whom may take them, in Vietnamese. */
export const assessmentActionNames: Readonly<Record<AssessmentAction, string>> = {
  submit: 'Nộp bảng tự chấm điểm',
  return: 'Trả lại đơn vị',
  'ask-explanation': 'Yêu cầu giải trình',
  explain: 'Gửi giải trình',
  appraise: 'Nộp kết quả thẩm định',
  'reopen-appraisal': 'Thẩm định lại',
  conclude: 'Kết luận',
  'reopen-conclusion': 'Mở lại kết luận',
  lock: 'Khóa',
  unlock: 'Mở khóa',
};

/** What is scored, in Vietnamese. */
export const subjectKindNames: Readonly<Record<AssessmentSubject['kind'], string>> = {
  unit: 'Đơn vị',
  model: 'Mô hình',
};

/** The states of a scored line, in Vietnamese. */
export const lineStateNames: Readonly<Record<ScoredLine['state'], string>> = {
  scored: 'Đã chấm',
  missing: 'Chưa chấm',
  'not-applicable': 'Không áp dụng',
  'no-data': 'Không có số liệu',
  reserved: 'Do cấp trên chấm',
};

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

/** The states of an assessment, in English. */
export const assessmentStatusNamesEn: Readonly<Record<AssessmentStatus, string>> = {
  open: 'Self-scoring',
  submitted: 'Awaiting appraisal',
  explaining: 'Awaiting explanation',
  appraised: 'Appraised',
  concluded: 'Concluded',
  locked: 'Locked',
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

/** The steps of an assessment, as they are offered to whom may take them, in English. */
export const assessmentActionNamesEn: Readonly<Record<AssessmentAction, string>> = {
  submit: 'Submit',
  return: 'Return to the unit',
  'ask-explanation': 'Ask for an explanation',
  explain: 'Send explanation',
  appraise: 'Submit the appraisal',
  'reopen-appraisal': 'Appraise again',
  conclude: 'Conclude',
  'reopen-conclusion': 'Reopen conclusion',
  lock: 'Lock',
  unlock: 'Unlock',
};

/** What is scored, in Vietnamese. */
export const subjectKindNames: Readonly<Record<AssessmentSubject['kind'], string>> = {
  unit: 'Đơn vị',
  model: 'Mô hình',
};

/** What is scored, in English. */
export const subjectKindNamesEn: Readonly<Record<AssessmentSubject['kind'], string>> = {
  unit: 'Unit',
  model: 'Model',
};

/** The states of a scored line, in Vietnamese. */
export const lineStateNames: Readonly<Record<ScoredLine['state'], string>> = {
  scored: 'Đã chấm',
  missing: 'Chưa chấm',
  'not-applicable': 'Không áp dụng',
  'no-data': 'Không có số liệu',
  reserved: 'Do cấp trên chấm',
};

/** The states of a scored line, in English. */
export const lineStateNamesEn: Readonly<Record<ScoredLine['state'], string>> = {
  scored: 'Scored',
  missing: 'Not scored yet',
  'not-applicable': 'Not applicable',
  'no-data': 'No data',
  reserved: 'Scored by the superior',
};

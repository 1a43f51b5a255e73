import type { AssessmentAction } from '@dvk/sdk/assessments';

const steps: Readonly<Record<AssessmentAction, string>> = {
  submit: 'Nộp bảng tự chấm điểm',
  return: 'Trả lại đơn vị',
  'ask-explanation': 'Yêu cầu giải trình',
  explain: 'Gửi giải trình',
  appraise: 'Nộp kết quả thẩm định',
  'reopen-appraisal': 'Thẩm định lại',
  conclude: 'Kết luận',
  'reopen-conclusion': 'Mở lại kết luận',
  lock: 'Khóa bảng chấm điểm',
  unlock: 'Mở khóa bảng chấm điểm',
};

/** Texts of what has happened to an assessment. */
export const assessmentHistory = {
  title: 'Lịch sử',
  of: (name: string) => `Lịch sử chấm điểm: ${name}`,
  steps,
  others: {
    'assessment.opened': 'Lập bảng chấm điểm',
    'assessment.self-scored': 'Lưu điểm tự chấm',
    'assessment.appraiser-scored': 'Lưu điểm thẩm định',
    'assessment.conditions-recorded': 'Ghi nhận trường hợp không xếp loại hoặc hạ mức',
  } as Readonly<Record<string, string>>,
  times: (n: number) => `${n} lần`,
  you: 'Quý vị',
  system: 'Hệ thống',
  none: 'Chưa có sự kiện nào.',
  notLoaded: 'Chưa tải được lịch sử.',
};

import { assessmentActionNames } from '@dvk/sdk/assessments';

/** Texts of what has happened to an assessment. */
export const assessmentHistory = {
  title: 'Lịch sử',
  of: (name: string) => `Lịch sử chấm điểm: ${name}`,
  steps: assessmentActionNames,
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

import { assessmentStatusNames, subjectKindNames } from '@dvk/sdk/assessments';

/** Texts of the list of scorecards, and of opening a new one. */
export const scorecardList = {
  list: 'Danh sách bảng chấm điểm',
  noun: 'bảng chấm điểm',
  search: 'Tìm tên mô hình, đơn vị',
  all: 'Tất cả',
  statuses: assessmentStatusNames,
  name: 'Tên · đơn vị',
  kind: 'Loại',
  kinds: subjectKindNames,
  unit: 'Đơn vị',
  rubric: 'Bộ tiêu chí',
  illustrative: 'mẫu minh họa',
  period: 'Năm',
  progress: 'Tiến độ',
  scored: (done: number, all: number) => `${done}/${all}`,
  selfPoints: 'Điểm tự chấm',
  appraisedPoints: 'Điểm thẩm định',
  outOf: (points: string, outOf: string) => `${points}/${outOf}`,
  changed: 'Cập nhật',
  status: 'Trạng thái',
  open: 'Lập bảng chấm điểm mới',
  openingPeriod: 'Năm đánh giá',
  start: 'Bắt đầu chấm',
};

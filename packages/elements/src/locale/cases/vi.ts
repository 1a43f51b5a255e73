import { caseKindNames, caseStatusNames, caseStepNames, caseTopicNames, timelinessNames } from '@dvk/sdk/cases';
/** What the kinds, topics, states and steps of a case are called. */
export const cases = {
  link: 'Lưu vào “Phản ánh của tôi”',
  linkHint: 'Đăng nhập trên máy nào cũng xem được, không cần mã bí mật. Nơi xử lý không biết ai đã lưu.',
  kinds: caseKindNames,
  topics: caseTopicNames,
  statuses: caseStatusNames,
  steps: caseStepNames,
  timeliness: timelinessNames,
  due: 'Hạn xử lý',
  dueHow: 'Hạn này tính thế nào?',
  dueProvisional: 'Hạn tạm tính: lịch nghỉ của năm này chưa được công bố.',
  extended: 'đã gia hạn',
  unit: 'Đơn vị xử lý',
  answer: 'Nội dung trả lời',
};

import type { CaseAction, CaseStatus } from './lifecycle.ts';
import type { CaseKind, CaseTopic, Channel, PublicCaseStep } from './schema.ts';
import type { CaseStageView } from './stages.ts';
import type { Timeliness } from './timeliness.ts';

/** The kinds of case, in Vietnamese. */
export const caseKindNames: Readonly<Record<CaseKind, string>> = {
  report: 'Phản ánh',
  proposal: 'Kiến nghị',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
};

/** The kinds of case, in English. */
export const caseKindNamesEn: Readonly<Record<CaseKind, string>> = {
  report: 'Report',
  proposal: 'Proposal',
  complaint: 'Complaint',
  denunciation: 'Denunciation',
};

/** The topics of a report, in Vietnamese. */
export const caseTopicNames: Readonly<Record<CaseTopic, string>> = {
  'urban-order': 'Trật tự đô thị',
  environment: 'Vệ sinh môi trường',
  infrastructure: 'Hạ tầng giao thông, cấp thoát nước',
  telecom: 'Viễn thông',
  'public-utilities': 'Điện, nước, chiếu sáng công cộng',
  tourism: 'Du lịch, dịch vụ',
  'administrative-procedure': 'Thủ tục hành chính',
  other: 'Vấn đề khác',
};

/** The topics of a report, in English. */
export const caseTopicNamesEn: Readonly<Record<CaseTopic, string>> = {
  'urban-order': 'Urban order',
  environment: 'Environment and waste',
  infrastructure: 'Roads and drains',
  telecom: 'Telecommunications',
  'public-utilities': 'Power, water, street lights',
  tourism: 'Tourism and services',
  'administrative-procedure': 'Administrative procedure',
  other: 'Something else',
};

/** The channels a case comes by, in Vietnamese. */
export const channelNames: Readonly<Record<Channel, string>> = {
  web: 'Trang thông tin điện tử',
  phone: 'Điện thoại',
  letter: 'Đơn, thư',
  'in-person': 'Trực tiếp',
  app: 'Ứng dụng trên điện thoại',
};

/** The channels a case comes by, in English. */
export const channelNamesEn: Readonly<Record<Channel, string>> = {
  web: 'Web page',
  phone: 'Telephone',
  letter: 'Letter',
  'in-person': 'In person',
  app: 'Mobile application',
};

/** The states of a case, in Vietnamese. */
export const caseStatusNames: Readonly<Record<CaseStatus, string>> = {
  received: 'Đã tiếp nhận',
  ineligible: 'Không đủ điều kiện xử lý',
  accepted: 'Đã chấp nhận xử lý',
  'in-progress': 'Đang xử lý',
  answered: 'Đã trả lời',
  reopened: 'Mở lại để xử lý tiếp',
  closed: 'Đã kết thúc',
};

/** The states of a case, in English. */
export const caseStatusNamesEn: Readonly<Record<CaseStatus, string>> = {
  received: 'Received',
  ineligible: 'Not eligible',
  accepted: 'Accepted',
  'in-progress': 'In progress',
  answered: 'Answered',
  reopened: 'Reopened',
  closed: 'Closed',
};

/** The steps of a case, as they are offered to whom may take them, in Vietnamese. */
export const caseActionNames: Readonly<Record<CaseAction, string>> = {
  accept: 'Chấp nhận xử lý',
  refuse: 'Không đủ điều kiện',
  assign: 'Chuyển đơn vị',
  extend: 'Gia hạn',
  answer: 'Trả lời',
  close: 'Kết thúc',
  rate: 'Đánh giá',
  reopen: 'Mở lại',
};

/** The steps of a case, as they are offered to whom may take them, in English. */
export const caseActionNamesEn: Readonly<Record<CaseAction, string>> = {
  accept: 'Accept',
  refuse: 'Not eligible',
  assign: 'Pass to a unit',
  extend: 'Extend',
  answer: 'Answer',
  close: 'Close',
  rate: 'Rate',
  reopen: 'Reopen',
};

/** The steps of a case, as its history tells of them, in Vietnamese. */
export const caseStepNames: Readonly<Record<PublicCaseStep['action'], string>> = {
  receive: 'Hệ thống tiếp nhận',
  accept: 'Chấp nhận xử lý',
  refuse: 'Không đủ điều kiện xử lý',
  assign: 'Chuyển đơn vị xử lý',
  extend: 'Gia hạn trả lời',
  answer: 'Trả lời',
  close: 'Kết thúc',
  rate: 'Người gửi đánh giá',
  reopen: 'Mở lại vụ việc',
};

/** The steps of a case, as its history tells of them, in English. */
export const caseStepNamesEn: Readonly<Record<PublicCaseStep['action'], string>> = {
  receive: 'Received by the system',
  accept: 'Accepted',
  refuse: 'Found not eligible',
  assign: 'Passed to a unit',
  extend: 'Due date extended',
  answer: 'Answered',
  close: 'Closed',
  rate: 'Rated by the sender',
  reopen: 'Reopened',
};

/** How a case stands against its due date, in Vietnamese. */
export const timelinessNames: Readonly<Record<Timeliness, string>> = {
  'on-time': 'Đúng hạn',
  late: 'Trễ hạn',
  running: 'Còn trong hạn',
  overdue: 'Đã quá hạn',
};

/** How a case stands against its due date, in English. */
export const timelinessNamesEn: Readonly<Record<Timeliness, string>> = {
  'on-time': 'On time',
  late: 'Late',
  running: 'Within the term',
  overdue: 'Overdue',
};

/** The stages of a case as its sender sees them, in Vietnamese. */
export const caseStageNames: Readonly<Record<CaseStageView['stage'], string>> = {
  received: 'Đã nhận, chờ phân loại',
  accepted: 'Đã tiếp nhận xử lý',
  'in-progress': 'Đang xử lý',
  answered: 'Đã trả lời',
  closed: 'Kết thúc',
  ineligible: 'Không đủ điều kiện xử lý',
  reopened: 'Đang xử lý lại',
};

/** The stages of a case as its sender sees them, in English. */
export const caseStageNamesEn: Readonly<Record<CaseStageView['stage'], string>> = {
  received: 'Received, to be sorted',
  accepted: 'Accepted',
  'in-progress': 'In progress',
  answered: 'Answered',
  closed: 'Closed',
  ineligible: 'Not eligible',
  reopened: 'In progress again',
};

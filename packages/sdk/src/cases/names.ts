import type { CaseAction, CaseStatus } from './lifecycle.ts';
import type { CaseKind, Channel, PublicCaseStep, Solution } from './schema.ts';
import type { CaseStageView } from './stages.ts';
import type { Timeliness } from './timeliness.ts';

export { caseTopicNames } from '../contract/topic-names.ts';

/** The kinds of case, in Vietnamese. */
export const caseKindNames: Readonly<Record<CaseKind, string>> = {
  report: 'Phản ánh',
  proposal: 'Kiến nghị',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
};

/** The channels a case comes by, in Vietnamese. */
export const channelNames: Readonly<Record<Channel, string>> = {
  web: 'Trang thông tin điện tử',
  phone: 'Điện thoại',
  letter: 'Đơn, thư',
  'in-person': 'Trực tiếp',
  app: 'Ứng dụng trên điện thoại',
};

/** The states of a case, in Vietnamese. */
export const caseStatusNames: Readonly<Record<CaseStatus, string>> = {
  received: 'Đã nhận, chờ phân loại',
  ineligible: 'Không đủ điều kiện xử lý',
  accepted: 'Đã tiếp nhận xử lý',
  'in-progress': 'Đang xử lý',
  answered: 'Đã trả lời',
  reopened: 'Đang xử lý lại',
  closed: 'Đã kết thúc',
};

/** The steps of a case, as they are offered to whom may take them, in Vietnamese. */
export const caseActionNames: Readonly<Record<CaseAction, string>> = {
  accept: 'Tiếp nhận xử lý',
  refuse: 'Từ chối (không đủ điều kiện)',
  assign: 'Chuyển đơn vị',
  recall: 'Thu hồi',
  'send-back': 'Gửi trả (không thuộc thẩm quyền)',
  'request-extension': 'Xin gia hạn',
  extend: 'Gia hạn',
  'decline-extension': 'Không gia hạn',
  answer: 'Trả lời',
  close: 'Kết thúc',
  rate: 'Đánh giá',
  reopen: 'Báo chưa được giải quyết',
};

/** The steps of a case, as its history tells of them, in Vietnamese. */
export const caseStepNames: Readonly<Record<PublicCaseStep['action'], string>> = {
  receive: 'Đã nhận',
  accept: 'Tiếp nhận xử lý',
  refuse: 'Không đủ điều kiện xử lý',
  assign: 'Chuyển đơn vị xử lý',
  recall: 'Thu hồi để chuyển lại',
  'send-back': 'Đơn vị gửi trả: không thuộc thẩm quyền',
  'request-extension': 'Đơn vị xin gia hạn',
  extend: 'Gia hạn xử lý',
  'decline-extension': 'Không chấp thuận gia hạn',
  answer: 'Trả lời',
  close: 'Kết thúc',
  rate: 'Người gửi đánh giá',
  reopen: 'Người gửi báo chưa được giải quyết',
};

/** How far an answer solves the matter, in Vietnamese. */
export const solutionNames: Readonly<Record<Solution, string>> = {
  full: 'Đã giải quyết xong',
  part: 'Giải quyết một phần, còn cam kết',
};

/** How a case stands against its due date, in Vietnamese. */
export const timelinessNames: Readonly<Record<Timeliness, string>> = {
  'on-time': 'Đúng hạn',
  late: 'Trễ hạn',
  running: 'Trong hạn',
  overdue: 'Quá hạn',
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

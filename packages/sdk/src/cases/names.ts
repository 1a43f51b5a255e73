import type { Bilingual } from '../errors/input-error.ts';
import type { CaseAction, CaseStatus } from './lifecycle.ts';
import type { Timeliness } from './rules.ts';
import type { CaseKind, CaseTopic } from './schema.ts';

/** What the kinds, topics, states and steps of a case are called. */
export const caseNames = {
  kinds: {
    report: { vi: 'Phản ánh', en: 'Report' },
    proposal: { vi: 'Kiến nghị', en: 'Proposal' },
    complaint: { vi: 'Khiếu nại', en: 'Complaint' },
    denunciation: { vi: 'Tố cáo', en: 'Denunciation' },
  },
  topics: {
    'urban-order': { vi: 'Trật tự đô thị', en: 'Urban order' },
    environment: { vi: 'Vệ sinh môi trường', en: 'Environment and waste' },
    infrastructure: { vi: 'Hạ tầng giao thông, cấp thoát nước', en: 'Roads and drains' },
    telecom: { vi: 'Viễn thông', en: 'Telecommunications' },
    'public-utilities': { vi: 'Điện, nước, chiếu sáng công cộng', en: 'Power, water, street lights' },
    tourism: { vi: 'Du lịch, dịch vụ', en: 'Tourism and services' },
    'administrative-procedure': { vi: 'Thủ tục hành chính', en: 'Administrative procedure' },
    other: { vi: 'Vấn đề khác', en: 'Something else' },
  },
  statuses: {
    received: { vi: 'Đã tiếp nhận', en: 'Received' },
    ineligible: { vi: 'Không đủ điều kiện xử lý', en: 'Not eligible' },
    accepted: { vi: 'Đã chấp nhận xử lý', en: 'Accepted' },
    'in-progress': { vi: 'Đang xử lý', en: 'In progress' },
    answered: { vi: 'Đã trả lời', en: 'Answered' },
    reopened: { vi: 'Mở lại để xử lý tiếp', en: 'Reopened' },
    closed: { vi: 'Đã kết thúc', en: 'Closed' },
  },
  /** As they stand in the history that the sender reads. */
  steps: {
    receive: { vi: 'Hệ thống tiếp nhận', en: 'Received by the system' },
    accept: { vi: 'Chấp nhận xử lý', en: 'Accepted' },
    refuse: { vi: 'Không đủ điều kiện xử lý', en: 'Found not eligible' },
    assign: { vi: 'Chuyển đơn vị xử lý', en: 'Passed to a unit' },
    extend: { vi: 'Gia hạn trả lời', en: 'Due date extended' },
    answer: { vi: 'Trả lời', en: 'Answered' },
    close: { vi: 'Kết thúc', en: 'Closed' },
    rate: { vi: 'Người gửi đánh giá', en: 'Rated by the sender' },
    reopen: { vi: 'Mở lại vụ việc', en: 'Reopened' },
  },
  timeliness: {
    'on-time': { vi: 'Đúng hạn', en: 'On time' },
    late: { vi: 'Trễ hạn', en: 'Late' },
    running: { vi: 'Còn trong hạn', en: 'Within the term' },
    overdue: { vi: 'Đã quá hạn', en: 'Overdue' },
  },
} as const satisfies {
  kinds: Record<CaseKind, Bilingual>;
  topics: Record<CaseTopic, Bilingual>;
  statuses: Record<CaseStatus, Bilingual>;
  steps: Record<CaseAction | 'receive', Bilingual>;
  timeliness: Record<Timeliness, Bilingual>;
};

/** Who answers while no unit has the case. */
export const receivingOffice: Bilingual = { vi: 'Bộ phận tiếp nhận', en: 'Receiving office' };

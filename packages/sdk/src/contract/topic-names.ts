import type { CaseTopic } from './topics.ts';

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

import type { Bilingual } from '../errors/input-error.ts';
import type { ModelAction, ModelStatus } from './lifecycle.ts';
import type { IntakeKind, ModelField, RegistrantKind } from './schema.ts';

/** What the kinds, fields, states and steps of a model are called. */
export const modelNames = {
  registrantKinds: {
    collective: { vi: 'Tập thể', en: 'Collective' },
    individual: { vi: 'Cá nhân', en: 'Individual' },
  },
  intakeKinds: {
    existing: { vi: 'Mô hình đang hoạt động', en: 'Already running' },
    new: { vi: 'Mô hình mới', en: 'New model' },
  },
  fields: {
    economy: { vi: 'Kinh tế', en: 'Economy' },
    'culture-society': { vi: 'Văn hóa – xã hội', en: 'Culture and society' },
    'defence-security': { vi: 'Quốc phòng – an ninh', en: 'Defence and security' },
    'political-system': { vi: 'Xây dựng hệ thống chính trị', en: 'Building the political system' },
  },
  statuses: {
    registered: { vi: 'Đã đăng ký', en: 'Registered' },
    returned: { vi: 'Trả lại để bổ sung', en: 'Returned for completion' },
    building: { vi: 'Đang xây dựng', en: 'Being built' },
    'self-assessing': { vi: 'Đang tự chấm', en: 'Scoring itself' },
    'awaiting-appraisal': { vi: 'Chờ thẩm định', en: 'Awaiting appraisal' },
    appraised: { vi: 'Đã thẩm định', en: 'Appraised' },
    recognised: { vi: 'Đã công nhận', en: 'Recognised' },
    'not-recognised': { vi: 'Chưa được công nhận', en: 'Not recognised' },
    paused: { vi: 'Tạm dừng', en: 'Paused' },
    withdrawn: { vi: 'Đã rút đăng ký', en: 'Withdrawn' },
    revoked: { vi: 'Đã hủy công nhận', en: 'Recognition revoked' },
  },
  steps: {
    return: { vi: 'Trả lại', en: 'Return' },
    resubmit: { vi: 'Nộp lại', en: 'Hand in again' },
    start: { vi: 'Bắt đầu xây dựng', en: 'Begin building' },
    'begin-self-assessment': { vi: 'Bắt đầu tự chấm', en: 'Begin self-assessment' },
    'submit-for-appraisal': { vi: 'Nộp để thẩm định', en: 'Submit for appraisal' },
    'record-appraisal': { vi: 'Ghi kết quả thẩm định', en: 'Record the appraisal' },
    recognise: { vi: 'Công nhận', en: 'Recognise' },
    decline: { vi: 'Chưa công nhận', en: 'Decline' },
    pause: { vi: 'Tạm dừng', en: 'Pause' },
    resume: { vi: 'Tiếp tục', en: 'Resume' },
    withdraw: { vi: 'Rút đăng ký', en: 'Withdraw' },
    revoke: { vi: 'Hủy công nhận', en: 'Revoke recognition' },
  },
} as const satisfies {
  registrantKinds: Record<RegistrantKind, Bilingual>;
  intakeKinds: Record<IntakeKind, Bilingual>;
  fields: Record<ModelField, Bilingual>;
  statuses: Record<ModelStatus, Bilingual>;
  steps: Record<ModelAction, Bilingual>;
};

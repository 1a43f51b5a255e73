import type { ModelAction, ModelStatus } from './lifecycle.ts';
import type { ModelNextKind, ModelStage } from './next.ts';
import type { IntakeKind, ModelField, RegistrantKind } from './schema.ts';

/** The kinds of registrant, in Vietnamese. */
export const registrantKindNames: Readonly<Record<RegistrantKind, string>> = {
  collective: 'Tập thể',
  individual: 'Cá nhân',
};

/** Whether a model runs already, in Vietnamese. */
export const intakeKindNames: Readonly<Record<IntakeKind, string>> = {
  existing: 'Đang thực hiện',
  new: 'Xây dựng mới',
};

/** The fields of the movement, in Vietnamese. */
export const modelFieldNames: Readonly<Record<ModelField, string>> = {
  economy: 'Kinh tế',
  'culture-society': 'Văn hóa – xã hội',
  'defence-security': 'Quốc phòng – an ninh',
  'political-system': 'Xây dựng hệ thống chính trị',
};

/** The states of a model, in Vietnamese. */
export const modelStatusNames: Readonly<Record<ModelStatus, string>> = {
  registered: 'Đã đăng ký',
  returned: 'Trả lại bổ sung',
  building: 'Đang xây dựng',
  'self-assessing': 'Tự đánh giá',
  'awaiting-appraisal': 'Chờ thẩm định',
  appraised: 'Đã thẩm định',
  recognised: 'Được công nhận',
  'not-recognised': 'Không được công nhận',
  paused: 'Tạm dừng',
  withdrawn: 'Đã rút đăng ký',
  revoked: 'Đã thu hồi công nhận',
};

/** The steps of a model, as they are offered to whom may take them, in Vietnamese. */
export const modelActionNames: Readonly<Record<ModelAction, string>> = {
  return: 'Trả lại bổ sung',
  resubmit: 'Gửi lại',
  start: 'Bắt đầu xây dựng',
  'begin-self-assessment': 'Bắt đầu tự đánh giá',
  'submit-for-appraisal': 'Đề nghị thẩm định',
  'record-appraisal': 'Ghi kết quả thẩm định',
  recognise: 'Công nhận',
  decline: 'Không công nhận',
  pause: 'Tạm dừng',
  resume: 'Tiếp tục',
  withdraw: 'Rút đăng ký',
  revoke: 'Thu hồi công nhận',
};

/** The stages of a model, in Vietnamese. */
export const modelStageNames: Readonly<Record<ModelStage, string>> = {
  register: 'Đăng ký',
  build: 'Xây dựng',
  'self-assess': 'Tự đánh giá',
  appraise: 'Thẩm định',
  recognise: 'Công nhận',
  exemplary: 'Tiêu biểu',
  replicate: 'Nhân rộng',
};

/** What is due next for a model, in Vietnamese. */
export const modelNextNames: Readonly<Record<ModelNextKind, string>> = {
  correct: 'Bổ sung và gửi lại',
  start: 'Bắt đầu xây dựng',
  'begin-self-assessment': 'Bắt đầu tự chấm điểm',
  score: 'Tự chấm tiếp',
  resume: 'Tiếp tục thực hiện',
  'wait-registration': 'Chờ Bộ phận thường trực xem xét đăng ký',
  'wait-resumption': 'Chờ cho thực hiện tiếp',
  'wait-appraisal': 'Chờ thẩm định',
  'wait-recognition': 'Chờ quyết định công nhận',
  nothing: 'Không có việc cần làm',
};

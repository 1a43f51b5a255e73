import type { ModelAction, ModelStatus } from './lifecycle.ts';
import type { ModelNextKind, ModelStage } from './next.ts';
import type { IntakeKind, ModelField, RegistrantKind } from './schema.ts';

/** The kinds of registrant, in Vietnamese. */
export const registrantKindNames: Readonly<Record<RegistrantKind, string>> = {
  collective: 'Tập thể',
  individual: 'Cá nhân',
};

/** The kinds of registrant, in English. */
export const registrantKindNamesEn: Readonly<Record<RegistrantKind, string>> = {
  collective: 'Collective',
  individual: 'Individual',
};

/** Whether a model runs already, in Vietnamese. */
export const intakeKindNames: Readonly<Record<IntakeKind, string>> = {
  existing: 'Đang thực hiện',
  new: 'Xây dựng mới',
};

/** Whether a model runs already, in English. */
export const intakeKindNamesEn: Readonly<Record<IntakeKind, string>> = {
  existing: 'Already running',
  new: 'To be built',
};

/** The fields of the movement, in Vietnamese. */
export const modelFieldNames: Readonly<Record<ModelField, string>> = {
  economy: 'Kinh tế',
  'culture-society': 'Văn hóa – xã hội',
  'defence-security': 'Quốc phòng – an ninh',
  'political-system': 'Xây dựng hệ thống chính trị',
};

/** The fields of the movement, in English. */
export const modelFieldNamesEn: Readonly<Record<ModelField, string>> = {
  economy: 'Economy',
  'culture-society': 'Culture and society',
  'defence-security': 'Defence and security',
  'political-system': 'Building the political system',
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

/** The states of a model, in English. */
export const modelStatusNamesEn: Readonly<Record<ModelStatus, string>> = {
  registered: 'Registered',
  returned: 'Returned for completion',
  building: 'Being built',
  'self-assessing': 'Self-assessment',
  'awaiting-appraisal': 'Awaiting appraisal',
  appraised: 'Appraised',
  recognised: 'Recognised',
  'not-recognised': 'Not recognised',
  paused: 'Paused',
  withdrawn: 'Withdrawn',
  revoked: 'Recognition revoked',
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

/** The steps of a model, as they are offered to whom may take them, in English. */
export const modelActionNamesEn: Readonly<Record<ModelAction, string>> = {
  return: 'Return for completion',
  resubmit: 'Send again',
  start: 'Start building',
  'begin-self-assessment': 'Begin self-assessment',
  'submit-for-appraisal': 'Submit for appraisal',
  'record-appraisal': 'Record the appraisal',
  recognise: 'Recognise',
  decline: 'Do not recognise',
  pause: 'Pause',
  resume: 'Resume',
  withdraw: 'Withdraw',
  revoke: 'Revoke recognition',
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

/** The stages of a model, in English. */
export const modelStageNamesEn: Readonly<Record<ModelStage, string>> = {
  register: 'Registration',
  build: 'Building',
  'self-assess': 'Self-assessment',
  appraise: 'Appraisal',
  recognise: 'Recognition',
  exemplary: 'Exemplary',
  replicate: 'Replication',
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

/** What is due next for a model, in English. */
export const modelNextNamesEn: Readonly<Record<ModelNextKind, string>> = {
  correct: 'Correct and send again',
  start: 'Start building',
  'begin-self-assessment': 'Begin self-scoring',
  score: 'Go on scoring',
  resume: 'Resume',
  'wait-registration': 'Awaiting the secretariat’s decision',
  'wait-resumption': 'Awaiting the word to go on',
  'wait-appraisal': 'Awaiting appraisal',
  'wait-recognition': 'Awaiting recognition',
  nothing: 'Nothing to do',
};

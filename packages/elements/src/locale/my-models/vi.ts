import { modelNextNames, modelStageNames, modelStatusNames } from '@dvk/sdk/models';
import { registrationForm } from '../registration-form/vi.ts';

/** Texts of the list of a unit's models. */
export const myModels = {
  title: 'Mô hình của đơn vị tôi',
  register: 'Đăng ký mô hình mới',
  tabs: 'Mô hình theo tình trạng',
  tab: {
    all: 'Tất cả',
    due: 'Cần làm',
    drafts: 'Nháp',
    running: 'Đang thực hiện',
    recognised: 'Được công nhận',
  },
  list: 'Danh sách mô hình',
  statuses: modelStatusNames,
  nexts: modelNextNames,
  stages: modelStageNames,
  stage: (at: number, all: number, name: string) => `Bước ${at} trong ${all}: ${name}`,
  stagesOf: (name: string) => `Các bước của mô hình ${name}`,
  until: (what: string, day: string) => `${what}: hết ngày ${day}`,
  overdue: (what: string, day: string) => `${what}: quá hạn từ ngày ${day}`,
  toCorrect: (count: number) => (count > 0 ? `Đơn vị cần bổ sung ${count} mục` : 'Đơn vị cần bổ sung'),
  returned: 'Nội dung cần bổ sung:',
  labels: registrationForm.labels,
  goTo: (item: string) => `Đến mục ${item}`,
  view: 'Xem phiếu',
  edit: 'Xem, sửa đăng ký',
  correct: 'Bổ sung và gửi lại',
  moveOn: (name: string, step: string) =>
    `Mô hình “${name}” chuyển sang bước mới: ${step}. Bước này được ghi vào lịch sử mô hình.`,
  moved: (name: string, status: string) => `Mô hình “${name}”: ${status}.`,
  draft: 'Nháp',
  unnamed: 'Chưa đặt tên',
  draftSaved: (when: string) => `Bản nháp lưu lúc ${when}, mở tiếp được trên máy khác`,
  draftHere: (when: string) => `Bản nháp lưu lúc ${when}, chỉ trên máy này`,
  continue: 'Viết tiếp',
  shown: (shown: number, total: number) => `${shown} trong ${total} mô hình, bản nháp`,
  draftsPrivate: 'Bản nháp lưu trên máy chủ, chỉ quý vị thấy.',
  none: 'Đơn vị chưa có mô hình nào. Bấm “Đăng ký mô hình mới” để bắt đầu.',
  noneHere: 'Không có mô hình nào ở mục này.',
  noDrafts: 'Không có bản nháp nào.',
};

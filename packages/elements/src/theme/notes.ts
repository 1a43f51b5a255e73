/** What each token is for, in English and Vietnamese: for the guide, the manifest and the exports; no page loads this. */
import type { ColorName, SizeName } from './tokens.ts';

type Note = readonly [en: string, vi: string];

export const colorNotes: Readonly<Record<ColorName, Note>> = {
  text: ['text', 'chữ'],
  muted: ['secondary text, hints', 'chữ phụ, gợi ý'],
  surface: ['background', 'nền'],
  raised: ['background of what stands out, heads of tables', 'nền của phần nổi lên, đầu bảng'],
  line: ['borders of controls', 'viền ô nhập, ô chọn'],
  rule: ['hairlines, borders of cards', 'đường kẻ, viền thẻ'],
  action: ['links, buttons, focus, what is chosen', 'liên kết, nút, viền khi đang chọn, mục được chọn'],
  'on-action': ['text on the primary button', 'chữ trên nút chính'],
  'action-hover': ['primary button under the pointer', 'nút chính khi trỏ chuột'],
  'action-soft': ['background of soft buttons and of what is chosen', 'nền của nút trợ giúp và mục được chọn'],
  success: ['done, passed, on time', 'xong, đạt, đúng hạn'],
  'success-soft': ['background for it', 'nền đi kèm'],
  warning: ['missing, returned, near its due date', 'còn thiếu, bị trả lại, gần hạn'],
  'warning-soft': ['background for it', 'nền đi kèm'],
  danger: ['errors, overdue, hard to undo', 'lỗi, quá hạn, khó hoàn tác'],
  'danger-soft': ['background for it', 'nền đi kèm'],
  info: ['waits for a step', 'chờ bước tiếp theo'],
  'info-soft': ['background for it', 'nền đi kèm'],
  neutral: ['running, ended, neither good nor bad', 'đang làm, đã kết thúc, không tốt không xấu'],
  'neutral-soft': ['background for it', 'nền đi kèm'],
  honor: ['recognition', 'công nhận, danh hiệu'],
  'honor-soft': ['background for it', 'nền đi kèm'],
  'honor-line': ['border of an exemplary model', 'viền của điển hình tiêu biểu'],
};

export const sizeNotes: Readonly<Record<SizeName, Note>> = {
  'font-s': ['hints, captions', 'gợi ý, chú thích'],
  'font-l': ['h3 in a narrow widget', 'h3 khi tiện ích hẹp'],
  'font-xl': ['h2 in a narrow widget, h3 in a wide one', 'h2 khi tiện ích hẹp, h3 khi rộng'],
  'font-2xl': ['h2 in a wide widget', 'h2 khi tiện ích rộng'],
  'space-2xs': ['inside small things', 'trong phần nhỏ'],
  'space-xs': ['icon and word, hint and control', 'biểu tượng và chữ, gợi ý và ô nhập'],
  'space-s': ['inside a group', 'trong một nhóm'],
  'space-m': ['inside cards', 'trong thẻ'],
  'space-l': ['field and field', 'giữa các ô nhập'],
  'space-xl': ['block and block', 'giữa các khối'],
  'space-2xl': ['section and section', 'giữa các mục'],
  radius: ['corners of controls', 'góc của ô nhập, nút'],
  'radius-card': ['corners of cards and panels', 'góc của thẻ, khung'],
  'shadow-raised': ['under what is raised', 'dưới phần nổi lên'],
  'shadow-overlay': ['under dialogs and lists that open', 'dưới hộp thoại và danh sách mở ra'],
  control: ['height of buttons and controls', 'chiều cao của nút, ô nhập'],
  row: ['height of a row', 'chiều cao một hàng'],
};

import type { ImportMode, ImportStatus } from './schema.ts';

/** What an import can be, in Vietnamese. */
export const importStatusNames: Readonly<Record<ImportStatus, string>> = {
  checked: 'Đã kiểm tra, chưa nhập',
  running: 'Đang nhập',
  done: 'Đã nhập',
  refused: 'Không nhập vì có dòng lỗi',
  undone: 'Đã hoàn tác',
};

/** What becomes of the good rows beside bad ones, in Vietnamese. */
export const importModeNames: Readonly<Record<ImportMode, string>> = {
  'all-or-nothing': 'Chỉ nhập khi mọi dòng đều đúng',
  'good-rows': 'Nhập các dòng đúng, bỏ qua dòng lỗi',
};

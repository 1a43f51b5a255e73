import { auditAreaNames, eventNames } from '@dvk/sdk/audit';
import { jobNamesVi } from '@dvk/sdk/jobs';
import { roleNames } from '@dvk/sdk/session';
import { settingNamesVi } from '@dvk/sdk/settings';
import { desk } from '../locale/desk/vi.ts';

/** Texts of the ledger: the list of what was done, and what is around it. */
export const audit = {
  ...desk,
  title: 'Nhật ký hệ thống',
  signInFirst: 'Đăng nhập bằng tài khoản quản trị hoặc kiểm tra, giám sát để xem nhật ký hệ thống.',
  notAllowed:
    'Tài khoản này không xem được nhật ký hệ thống. Trang này dành cho quản trị hệ thống và người kiểm tra, giám sát.',
  noRecord: 'Không tìm thấy việc này trong nhật ký. Đường liên kết có thể sai. Vui lòng tìm trong danh sách.',
  close: 'Đóng',
  back: 'Về danh sách',
  previous: 'Việc sau đó',
  next: 'Việc trước đó',
  copyCode: (code: string) => `Sao chép số ${code}`,
  none: 'Nhật ký không có việc nào như vậy.',
  check: 'Kiểm tra ngay',
  list: 'Nhật ký hệ thống',
  noun: 'việc',
  search: 'Tìm người, mã hồ sơ, đơn vị',
  tabs: {
    all: 'Tất cả việc',
    sealed: 'Xem thông tin người gửi',
    rights: 'Người dùng, quyền',
    settings: 'Thiết lập, bộ tiêu chí',
    running: 'Vận hành',
  },
  area: 'Loại hồ sơ',
  act: 'Việc',
  from: 'Từ',
  to: 'Đến',
  record: 'Hồ sơ',
  actor: 'Người làm',
  at: 'Lúc',
  what: 'Việc đã làm',
  who: 'Người làm',
  account: 'Tên đăng nhập',
  serial: 'Số',
  number: (position: string) => `Số ${position}`,
  today: (day: string) => `Hôm nay, ${day}`,
  yesterday: (day: string) => `Hôm qua, ${day}`,
  system: 'Hệ thống tự làm',
  anonymous: 'Người dân không đăng nhập',
  sender: 'Người gửi phản ánh',
  serviceAccount: 'Tài khoản dịch vụ',
  unknown: 'Không rõ',
  areas: auditAreaNames,
  events: eventNames,
  roles: roleNames as Readonly<Record<string, string>>,
  settings: settingNamesVi as Readonly<Record<string, string>>,
  jobs: jobNamesVi as Readonly<Record<string, string>>,
  shortId: (id: string) => `…${id}`,
};

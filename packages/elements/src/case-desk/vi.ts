import { caseActionNames } from '@dvk/sdk/cases';
import { desk } from '../locale/desk/vi.ts';

/** Texts of the officers' desk. */
export const caseDesk = {
  ...desk,
  title: 'Bàn xử lý phản ánh, kiến nghị',
  signInFirst: 'Đăng nhập bằng tài khoản của đơn vị để xử lý phản ánh, kiến nghị.',
  notAllowed: 'Tài khoản này không được xử lý vụ việc. Trang này dành cho cán bộ xử lý.',
  search: 'Tìm mã, nội dung, địa điểm',
  noun: 'hồ sơ',
  open: 'Việc cần làm',
  all: 'Tất cả',
  topic: 'Lĩnh vực',
  what: 'Nội dung · nơi xảy ra',
  code: 'Mã hồ sơ',
  notDue: 'Không còn hạn xử lý',
  none: 'Không có vụ việc nào phù hợp.',
  list: 'Danh sách hồ sơ',
  received: 'Ngày nhận',
  place: 'Địa điểm',
  sender: 'Người gửi',
  anonymous: 'Không để lại thông tin liên hệ',
  content: 'Nội dung',
  files: 'Tệp đính kèm',
  steps: caseActionNames,
  fields: {
    unitId: 'Đơn vị xử lý',
    until: 'Gia hạn đến ngày',
    answer: 'Nội dung trả lời (người gửi sẽ đọc được)',
    reason: 'Lý do (người gửi đọc được, trừ khi gửi trả hoặc xin, từ chối gia hạn)',
  },
  personalData: 'Nội dung có vẻ chứa số điện thoại, số định danh hoặc thư điện tử. Kiểm tra trước khi gửi.',
  rating: (solved: number, attitude: number) => `Giải quyết ${solved}/5, thái độ ${attitude}/5`,
};

import { caseActionNames, caseStatusNames } from '@dvk/sdk/cases';
import { desk } from '../locale/desk/vi.ts';

/** Texts of the officers' desk. */
export const caseDesk = {
  ...desk,
  title: 'Tiếp nhận, xử lý phản ánh, kiến nghị',
  signInFirst: 'Đăng nhập bằng tài khoản của đơn vị để xử lý phản ánh, kiến nghị.',
  notAllowed: 'Tài khoản này không có quyền xử lý hồ sơ. Trang này dành cho cán bộ xử lý.',
  search: 'Tìm mã, nội dung, địa điểm',
  noun: 'hồ sơ',
  open: 'Việc cần làm',
  all: 'Tất cả',
  topic: 'Lĩnh vực',
  what: 'Nội dung · nơi xảy ra',
  code: 'Mã hồ sơ',
  notDue: 'Không còn hạn xử lý',
  none: 'Không có hồ sơ nào phù hợp.',
  list: 'Danh sách hồ sơ',
  received: 'Ngày nhận',
  place: 'Nơi xảy ra',
  sender: 'Người gửi',
  anonymous: 'Không để lại thông tin liên hệ',
  commune: 'Xã, phường',
  /** The states in the words of those who handle cases: what each waits for. */
  statuses: { ...caseStatusNames, received: 'Chờ phân loại', accepted: 'Chờ chuyển' },
  steps: { ...caseActionNames, refuse: 'Từ chối', 'send-back': 'Không thuộc thẩm quyền' },
  fields: {
    unitId: 'Đơn vị xử lý',
    until: 'Gia hạn đến ngày',
    answer: 'Nội dung trả lời',
    attachments: 'Minh chứng kết quả',
    solution: 'Kết quả giải quyết',
    reason: 'Lý do (người gửi sẽ đọc được)',
  },
  innerReason: 'Lý do (chỉ trong nội bộ, người gửi không đọc được)',
  suggestedForEach: 'Để trống: mỗi hồ sơ chuyển đến đơn vị được đề xuất cho hồ sơ đó.',
  nothingSuggested: 'Chưa có đơn vị nào để đề xuất. Chọn đơn vị.',
  passedTo: (unit: string) => `Đã chuyển ${unit}`,
  personalData:
    'Nội dung trên có vẻ có số điện thoại, số căn cước hoặc email. Nên xóa nếu không cần. Để nguyên vẫn gửi được.',
  rating: (solved: number, attitude: number) => `Giải quyết ${solved}/5, thái độ ${attitude}/5`,
};

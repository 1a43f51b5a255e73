import { draftDays } from '../drafts/schema.ts';
import type { Bilingual } from '../errors/input-error.ts';
import type { LegalBasis } from '../law/index.ts';
import { personalDataLaw } from './law.ts';
import type { ProcessingActivity } from './register.ts';
import type { RetentionKind } from './retention.ts';

/** What the product does with personal data, without what depends on the tenant. */
export interface BuiltInActivity extends Omit<ProcessingActivity, 'id' | 'recipients' | 'retention'> {
  id: string;
  /** Who reads it in the product itself. */
  readers: readonly Bilingual[];
  /** The rules of the tenant by which it is erased. */
  erasedBy: readonly RetentionKind[];
  /** What is erased by the product itself, whatever the rules say. */
  fixed: readonly Bilingual[];
  /** Whether other systems and programs that a tenant lets in may get something of it. */
  leaves: boolean;
  /** Whether people are told of it by mail, where mail is set up. */
  mailed: boolean;
}

const sealed: Bilingual = {
  vi: 'Họ tên, số điện thoại, email được mã hóa; mỗi lần xem đều được ghi nhật ký.',
  en: 'Name, telephone and email are encrypted; whoever reads them is written down.',
};
const byRole: Bilingual = {
  vi: 'Chỉ người có vai trò phù hợp mới đọc được; mọi thay đổi được ghi vào nhật ký không sửa được.',
  en: 'Only who has the role reads it; every change stands in a ledger that nobody can change.',
};
const consent: LegalBasis = { ...personalDataLaw, note: 'Sự đồng ý của người gửi, có ghi phiên bản nội dung đồng ý.' };
const duty: LegalBasis = { ...personalDataLaw, note: 'Thực hiện nhiệm vụ của cơ quan theo quy định của pháp luật.' };

/** Every purpose for which the product keeps personal data. */
export const builtInActivities: readonly BuiltInActivity[] = [
  {
    id: 'cases',
    name: { vi: 'Tiếp nhận, giải quyết phản ánh, kiến nghị', en: 'Reports and proposals of citizens' },
    purposes: [{ vi: 'Xử lý và trả lời phản ánh, kiến nghị.', en: 'To handle and answer what citizens send.' }],
    subjects: [
      { vi: 'Người gửi; người được nêu trong nội dung.', en: 'Senders, and people named in what they write.' },
    ],
    categories: [
      { vi: 'Họ tên, số điện thoại, email nếu người gửi cung cấp.', en: 'Name, telephone, email, where given.' },
      { vi: 'Nội dung, địa chỉ sự việc, ảnh, tài liệu.', en: 'Text, place of the matter, photographs, documents.' },
      {
        vi: 'Vị trí gần đúng của máy nếu người gửi chọn (dữ liệu nhạy cảm).',
        en: 'The approximate position of the device where the sender wished it (sensitive).',
      },
    ],
    basis: [consent, duty],
    readers: [
      { vi: 'Bộ phận thường trực (đọc được người gửi).', en: 'The secretariat, which may read the sender.' },
      { vi: 'Đơn vị được giao xử lý (không đọc được người gửi).', en: 'The unit that handles it, without the sender.' },
      {
        vi: 'Kiểm tra, giám sát; thẩm định; quản trị (không đọc được người gửi).',
        en: 'Inspectors, appraisers and administrators, without the sender.',
      },
    ],
    erasedBy: ['case-sender', 'case-content'],
    fixed: [
      { vi: `Bản nháp: ${draftDays} ngày sau lần sửa cuối.`, en: `Drafts: ${draftDays} days after their last change.` },
      { vi: 'Tệp không gắn vào hồ sơ nào: 1 ngày.', en: 'Files attached to nothing: one day.' },
    ],
    measures: [sealed, byRole],
    leaves: true,
    mailed: true,
  },
  {
    id: 'data-requests',
    name: { vi: 'Giải quyết yêu cầu về dữ liệu cá nhân', en: 'Requests about personal data' },
    purposes: [{ vi: 'Bảo đảm quyền của chủ thể dữ liệu.', en: 'To give people the rights they have in their data.' }],
    subjects: [{ vi: 'Người yêu cầu.', en: 'Whoever asks.' }],
    categories: [{ vi: 'Họ tên, cách liên hệ, nội dung yêu cầu.', en: 'Name, how to reach them, what they ask.' }],
    basis: [personalDataLaw],
    readers: [{ vi: 'Bộ phận thường trực.', en: 'The secretariat.' }],
    erasedBy: ['data-request'],
    fixed: [],
    measures: [sealed, byRole],
    leaves: false,
    mailed: false,
  },
  {
    id: 'models',
    name: { vi: 'Đăng ký, đánh giá mô hình, điển hình', en: 'Models, and their assessment' },
    purposes: [{ vi: 'Theo dõi, thẩm định, công nhận mô hình.', en: 'To follow, appraise and recognise models.' }],
    subjects: [{ vi: 'Cá nhân đăng ký; người phụ trách.', en: 'People who register, and who is responsible.' }],
    categories: [
      { vi: 'Họ tên, địa chỉ, nội dung mô hình, tệp minh chứng.', en: 'Name, address, what the model is, evidence.' },
    ],
    basis: [duty],
    readers: [
      {
        vi: 'Đơn vị đăng ký, thẩm định, thường trực, kiểm tra, quản trị.',
        en: 'The unit, appraisers, secretariat, inspectors, administrators.',
      },
    ],
    erasedBy: [],
    fixed: [{ vi: 'Lưu cùng hồ sơ thi đua, khen thưởng.', en: 'Kept with the files of emulation and commendation.' }],
    measures: [byRole],
    leaves: true,
    mailed: true,
  },
  {
    id: 'people',
    name: { vi: 'Quản lý người dùng và vai trò', en: 'Users and their roles' },
    purposes: [{ vi: 'Đăng nhập, phân quyền, ủy quyền.', en: 'Signing in, rights, delegation.' }],
    subjects: [{ vi: 'Cán bộ, công chức tham gia hệ thống.', en: 'Staff who use the system.' }],
    categories: [
      {
        vi: 'Họ tên, chức danh, đơn vị, email hoặc mã đăng nhập, vai trò, lần đăng nhập gần nhất.',
        en: 'Name, title, unit, email or sign-in identifier, roles, last sign-in.',
      },
    ],
    basis: [duty],
    readers: [{ vi: 'Quản trị; lãnh đạo đơn vị trong đơn vị mình.', en: 'Administrators; leaders within their unit.' }],
    erasedBy: ['notice-wishes'],
    fixed: [
      { vi: 'Phiên đăng nhập: xóa khi hết hạn.', en: 'Sessions: deleted when they have ended.' },
      { vi: 'Thông báo: 180 ngày.', en: 'Notices: 180 days.' },
    ],
    measures: [byRole],
    leaves: false,
    mailed: true,
  },
  {
    id: 'units',
    name: { vi: 'Danh mục cơ quan, đơn vị', en: 'The list of units' },
    purposes: [{ vi: 'Liên hệ, phân công xử lý.', en: 'To reach units and give them work.' }],
    subjects: [{ vi: 'Người liên hệ của đơn vị, nếu là cá nhân.', en: 'Contacts of units, where these are persons.' }],
    categories: [{ vi: 'Địa chỉ, số điện thoại, email của đơn vị.', en: 'Address, telephone and email of a unit.' }],
    basis: [duty],
    readers: [{ vi: 'Người dùng của hệ thống.', en: 'Users of the system.' }],
    erasedBy: ['unit-import'],
    fixed: [],
    measures: [byRole],
    leaves: true,
    mailed: false,
  },
  {
    id: 'ledger',
    name: { vi: 'Nhật ký và an toàn hệ thống', en: 'Ledger and security' },
    purposes: [
      {
        vi: 'Chứng minh ai đã làm gì; chống gửi trùng, chống lạm dụng.',
        en: 'To prove who did what; against double sending and abuse.',
      },
    ],
    subjects: [{ vi: 'Cán bộ, công chức; người truy cập (không nêu tên).', en: 'Staff; visitors, unnamed.' }],
    categories: [
      {
        vi: 'Mã đăng nhập, vai trò, việc đã làm, thời điểm; mã băm của địa chỉ mạng.',
        en: 'Sign-in identifier, role, what was done and when; hashes of network addresses.',
      },
    ],
    basis: [duty],
    readers: [{ vi: 'Quản trị; kiểm tra, giám sát.', en: 'Administrators and inspectors.' }],
    erasedBy: [],
    fixed: [
      {
        vi: 'Nhật ký: không xóa; không chứa nội dung của người dân.',
        en: 'The ledger: never; it holds nothing that citizens wrote.',
      },
      {
        vi: 'Câu trả lời giữ để chống gửi trùng: 24 giờ, được mã hóa.',
        en: 'Responses kept against double sending: 24 hours, encrypted.',
      },
    ],
    measures: [byRole],
    leaves: false,
    mailed: false,
  },
];

/** A page of the portal. */
export interface Page {
  path: string;
  /** Its file in `pages/`, without the ending. */
  file: string;
  title: string;
  /** In the navigation bar; pages without it are reached by links. */
  menu?: string;
  /** The roles in whose navigation bar it is; without, in that of everybody. */
  for?: readonly string[];
  /** The one script its widgets need, under `/cdn/`. */
  script?: string;
  /** Prints a sheet with a heading of its own, so that the portal's is left out. */
  sheet?: true;
  /** A desk of staff: whoever is signed in has the whole width for it. */
  desk?: true;
  /** Shows cases of the demonstration to try. */
  examples?: true;
}

export const pages: readonly Page[] = [
  { path: '/', file: 'trang-chu', title: 'Trang chủ', menu: 'Trang chủ' },
  { path: '/gioi-thieu', file: 'gioi-thieu', title: 'Giới thiệu', menu: 'Giới thiệu' },
  {
    path: '/dang-ky-mo-hinh',
    file: 'dang-ky-mo-hinh',
    title: 'Đăng ký mô hình',
    menu: 'Đăng ký mô hình',
    script: 'dvk-model-registration.js',
    sheet: true,
    desk: true,
  },
  {
    path: '/cham-diem',
    file: 'cham-diem',
    title: 'Chấm điểm',
    menu: 'Chấm điểm',
    script: 'dvk-scorecard.js',
    sheet: true,
    desk: true,
  },
  {
    path: '/gui-phan-anh',
    file: 'gui-phan-anh',
    title: 'Gửi phản ánh',
    menu: 'Gửi phản ánh',
    script: 'dvk-case-form.js',
    sheet: true,
  },
  {
    path: '/tra-cuu',
    file: 'tra-cuu',
    title: 'Tra cứu phản ánh, kiến nghị',
    menu: 'Tra cứu',
    script: 'dvk-complaint-tracker.js',
    sheet: true,
    examples: true,
  },
  {
    path: '/ban-xu-ly',
    file: 'ban-xu-ly',
    title: 'Tiếp nhận, xử lý phản ánh, kiến nghị',
    menu: 'Tiếp nhận, xử lý',
    script: 'dvk-case-desk.js',
    sheet: true,
    desk: true,
  },
  {
    path: '/don-vi',
    file: 'don-vi',
    title: 'Cơ quan, đơn vị, tổ chức',
    menu: 'Đơn vị',
    script: 'dvk-units.js',
    desk: true,
  },
  {
    path: '/nguoi-dung',
    file: 'nguoi-dung',
    title: 'Người dùng và vai trò',
    menu: 'Người dùng',
    script: 'dvk-people.js',
    desk: true,
  },
  {
    path: '/bo-tieu-chi',
    file: 'bo-tieu-chi',
    title: 'Bộ tiêu chí, thang điểm',
    script: 'dvk-rubrics.js',
    sheet: true,
    desk: true,
  },
  {
    path: '/thiet-lap',
    file: 'thiet-lap',
    title: 'Thiết lập',
    menu: 'Thiết lập',
    script: 'dvk-settings.js',
    desk: true,
  },
  {
    path: '/nhat-ky',
    file: 'nhat-ky',
    title: 'Nhật ký hệ thống',
    menu: 'Nhật ký',
    for: ['administrator', 'inspector'],
    script: 'dvk-audit.js',
    desk: true,
  },
  { path: '/ba-tien-ich', file: 'ba-tien-ich', title: 'Ba tiện ích', menu: 'Ba tiện ích', script: 'dvk.js' },
  { path: '/tin-tuc', file: 'tin-tuc', title: 'Tin tức' },
];

/** Shown where the portal itself fails. */
export const outOfOrder: Page = { path: '', file: 'tam-ngung', title: 'Trang tạm ngừng' };

/** Shown for a form that cannot be read. */
export const unreadable: Page = { path: '', file: 'khong-doc-duoc', title: 'Biểu mẫu không hợp lệ' };

/** Shown for an address that is no page. */
export const notFound: Page = { path: '', file: 'khong-tim-thay', title: 'Không tìm thấy trang' };

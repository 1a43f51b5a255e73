/** Where an icon belongs in the list that designers read. */
export type IconGroup = 'topic' | 'action' | 'sign' | 'state' | 'thing' | 'move';

/** What an icon means, and its name in the set of Tabler. */
export interface IconMeaning {
  group: IconGroup;
  tabler: string;
  /** What it means or where it is used, in Vietnamese. */
  vi: string;
  en: string;
}

const group =
  (group: IconGroup) =>
  (tabler: string, vi: string, en: string): IconMeaning => ({ group, tabler, vi, en });

const topic = group('topic');
const action = group('action');
const sign = group('sign');
const state = group('state');
const thing = group('thing');
const move = group('move');

/**
 * Every icon of the product by its meaning. `scripts/generate.ts` makes `icons/<meaning>.ts` of each, so that a page loads those
 * that it shows. One icon has one meaning.
 */
export const icons = {
  environment: topic('trash', 'Vệ sinh môi trường', 'Environment and waste'),
  infrastructure: topic('road', 'Hạ tầng giao thông, cấp thoát nước', 'Roads and drains'),
  'public-utilities': topic('bulb', 'Điện, nước, chiếu sáng công cộng', 'Power, water, street lights'),
  'urban-order': topic('traffic-cone', 'Trật tự đô thị', 'Urban order'),
  'administrative-procedure': topic('file-text', 'Thủ tục hành chính', 'Administrative procedure'),
  telecom: topic('antenna', 'Viễn thông', 'Telecommunications'),
  tourism: topic('beach', 'Du lịch, dịch vụ', 'Tourism and services'),
  'other-topic': topic('dots-circle-horizontal', 'Vấn đề khác', 'Something else'),
  economy: topic('coin', 'Kinh tế', 'Economy'),
  'culture-society': topic('users-group', 'Văn hóa – xã hội', 'Culture and society'),
  'defence-security': topic('shield-check', 'Quốc phòng – an ninh', 'Defence and security'),
  'political-system': topic('building-community', 'Xây dựng hệ thống chính trị', 'Building the political system'),

  camera: action('camera', 'chụp ảnh', 'take a photo'),
  gallery: action('photo', 'chọn ảnh; tệp ảnh', 'choose a photo; an image file'),
  attach: action('paperclip', 'đính kèm; có minh chứng', 'attach; has evidence'),
  locate: action('current-location', 'dùng vị trí hiện tại', 'use the current location'),
  copy: action('copy', 'sao chép', 'copy'),
  share: action('share', 'chia sẻ', 'share'),
  print: action('printer', 'in', 'print'),
  scan: action('qrcode', 'quét mã', 'scan a code'),
  send: action('send', 'gửi, nộp, trình', 'send, submit'),
  edit: action('pencil', 'sửa, đang soạn', 'edit, being written'),
  delete: action('trash-x', 'xóa', 'delete'),
  close: action('x', 'gỡ, đóng', 'remove, close'),
  search: action('search', 'tìm', 'search'),
  filter: action('filter', 'lọc', 'filter'),
  browse: action('list', 'xem cả danh sách', 'see the whole list'),
  columns: action('columns-3', 'cột hiển thị', 'columns shown'),
  figures: thing('table', 'bảng số liệu', 'table of figures'),
  'saved-filter': action('bookmark', 'bộ lọc đã lưu', 'saved filters'),
  export: action('download', 'xuất, tải tệp về', 'export, download'),
  import: action('upload', 'nhập, tải tệp lên', 'import, upload'),
  add: action('plus', 'thêm', 'add'),
  'add-to-calendar': action('calendar-plus', 'thêm vào lịch', 'add to calendar'),
  extend: action('calendar-time', 'gia hạn', 'extend'),
  assign: action('arrow-forward', 'chuyển đơn vị', 'pass to a unit'),
  merge: action('git-merge', 'hợp nhất', 'merge'),
  invite: action('user-plus', 'mời người dùng', 'invite somebody'),
  split: action('git-branch', 'chia tách', 'split'),
  rate: action('stars', 'đánh giá', 'rate'),
  'clear-filters': action('filter-off', 'xóa bộ lọc; không có mục nào khớp', 'clear filters; nothing matches'),
  'save-picture': action('photo-down', 'lưu ảnh', 'save as a picture'),
  retry: action('reload', 'thử lại, tải lại', 'try again, load again'),
  undo: action('rotate', 'hoàn tác', 'undo'),
  'zoom-in': action('zoom-in', 'phóng to', 'zoom in'),
  'zoom-out': action('zoom-out', 'thu nhỏ', 'zoom out'),
  'rotate-right': action('rotate-clockwise-2', 'xoay phải', 'turn right'),
  'open-in-tab': action('external-link', 'mở trong thẻ mới', 'open in a tab'),
  link: action('link', 'sao chép liên kết', 'copy the link'),
  more: action('dots', 'việc khác', 'more actions'),
  call: action('phone', 'gọi điện', 'call'),
  note: action('message', 'trao đổi nội bộ', 'internal note'),
  update: action('refresh', 'cập nhật', 'bring up to date'),
  'sign-in': action('login-2', 'đăng nhập', 'sign in'),

  done: sign('circle-check', 'xong, đã nhận làm, đã kết thúc', 'done, taken on, ended'),
  checked: sign('check', 'đạt, đúng hạn, được chọn', 'met, in time, chosen'),
  error: sign('alert-circle', 'lỗi ở ô nhập', 'error at a field'),
  warning: sign(
    'alert-triangle',
    'chú ý: quá hạn, lỗi chặn, phải can thiệp',
    'attention: overdue, blocked, must intervene',
  ),
  info: sign('info-circle', 'giải thích', 'explanation'),
  due: sign('clock', 'còn hạn, gần hạn', 'within the term, nearly due'),
  late: sign('clock-exclamation', 'trễ hạn', 'late'),
  'late-extended': sign('clock-plus', 'trễ hạn ban đầu, có gia hạn', 'late, but extended'),
  private: sign('lock', 'riêng tư, không công khai', 'private, not published'),
  secret: sign('key', 'mã bí mật', 'secret code'),
  offline: sign('wifi-off', 'mất mạng', 'offline'),
  saved: sign('device-floppy', 'đã lưu nháp', 'draft saved'),
  exemplary: sign('award', 'điển hình', 'exemplary model'),
  recognised: sign('rosette-discount-check', 'được công nhận', 'recognised'),
  outstanding: sign('star', 'tiêu biểu', 'outstanding'),
  replicated: sign('git-fork', 'nhân rộng', 'replicated'),
  loading: sign('loader-2', 'đang tải, đang gửi', 'loading, sending'),
  'load-failed': sign('cloud-exclamation', 'chưa tải được', 'could not be loaded'),
  'waiting-for-network': sign('cloud-up', 'đang chờ mạng để gửi', 'waits for the network'),
  'not-working': sign('tool', 'chức năng tạm thời chưa hoạt động', 'does not work for now'),
  'session-ended': sign('user-off', 'hết phiên đăng nhập', 'the session has ended'),
  audience: sign('eye', 'ai xem được, xem trước; theo dõi', 'who can see it, preview; watched'),
  similar: sign('copy-check', 'hồ sơ gần giống', 'similar cases'),
  route: sign('route', 'đề xuất đơn vị xử lý', 'suggested unit'),
  suggestion: sign('sparkles', 'gợi ý của hệ thống', 'suggestion of the system'),
  improved: sign('trending-up', 'tốt lên', 'got better'),
  worsened: sign('trending-down', 'xấu đi', 'got worse'),

  bell: sign('bell', 'thông báo', 'notices'),

  inbox: state('inbox', 'đã nhận, chờ phân loại; danh sách trống', 'received, waiting to be sorted; empty list'),
  accepted: state('clipboard-check', 'đã tiếp nhận xử lý', 'accepted'),
  running: state('progress', 'đang làm', 'in progress'),
  answered: state('message-check', 'đã trả lời', 'answered'),
  reopened: state('arrow-back-up-double', 'đang xử lý lại', 'being handled again'),
  refused: state('ban', 'từ chối, không đủ điều kiện', 'refused, not eligible'),
  closed: state('archive', 'đã kết thúc, lưu hồ sơ', 'closed, on file'),
  returned: state('arrow-back-up', 'trả lại để bổ sung', 'returned for completion'),
  registered: state('file-plus', 'đã đăng ký', 'registered'),
  building: state('tools', 'đang xây dựng', 'being built'),
  unscored: state('circle-dashed', 'chưa chấm', 'not scored yet'),
  'self-scoring': state('checklist', 'đang tự chấm, tự đánh giá', 'scoring itself'),
  waiting: state('hourglass', 'chờ thẩm định, chờ xác nhận', 'awaiting appraisal or confirmation'),
  appraised: state('file-check', 'đã thẩm định', 'appraised'),
  explaining: state('message-exclamation', 'chờ giải trình', 'awaiting an explanation'),
  concluded: state('gavel', 'đã kết luận', 'concluded'),
  locked: state('lock-check', 'đã khóa số liệu', 'figures locked'),
  paused: state('player-pause', 'tạm dừng', 'paused'),
  'term-paused': state('clock-pause', 'tạm dừng tính hạn', 'the term does not run'),
  withdrawn: state('arrow-bar-left', 'đã rút đăng ký', 'withdrawn'),
  revoked: state('certificate-off', 'thu hồi công nhận', 'recognition revoked'),
  'not-recognised': state('circle-x', 'không được công nhận', 'not recognised'),
  exempt: state('circle-minus', 'được miễn', 'exempt'),

  'very-dissatisfied': thing('mood-cry', 'rất không hài lòng', 'very dissatisfied'),
  dissatisfied: thing('mood-sad', 'không hài lòng', 'dissatisfied'),
  neutral: thing('mood-empty', 'bình thường', 'neither'),
  satisfied: thing('mood-smile', 'hài lòng', 'satisfied'),
  'very-satisfied': thing('mood-happy', 'rất hài lòng', 'very satisfied'),

  place: thing('map-pin', 'nơi xảy ra, địa bàn', 'place'),
  office: thing('building-bank', 'cơ quan', 'office'),
  person: thing('user', 'người, điển hình cá nhân', 'person, individual'),
  people: thing('users', 'nhiều người, điển hình tập thể', 'people, collective'),
  date: thing('calendar', 'ngày, lịch', 'date, calendar'),
  history: thing('history', 'lịch sử', 'history'),
  'document-file': thing('file-type-doc', 'tệp Word', 'Word file'),
  'sheet-file': thing('file-type-xls', 'tệp Excel', 'Excel file'),
  'pdf-file': thing('file-type-pdf', 'tệp PDF', 'PDF file'),
  'other-file': thing('file', 'tệp khác', 'another file'),
  email: thing('mail', 'email', 'e-mail'),
  law: thing('scale', 'căn cứ pháp lý', 'legal basis'),
  school: thing('school', 'trường học', 'school'),
  market: thing('building-store', 'chợ', 'market'),
  alley: thing('arrow-ramp-right', 'đầu ngõ, hẻm', 'alley'),
  bridge: thing('building-bridge', 'cầu', 'bridge'),
  terms: thing('clock-hour-4', 'thời hạn xử lý', 'terms'),
  limits: thing('ruler-measure', 'ngưỡng, mốc nhắc', 'limits'),
  topics: thing('category', 'các lĩnh vực', 'topics'),
  'personal-data': thing('shield-lock', 'dữ liệu cá nhân', 'personal data'),
  code: thing('hash', 'chữ đầu của mã', 'letters of a code'),
  delegated: sign('arrows-exchange', 'ủy quyền', 'delegated'),
  'service-account': thing('plug-connected', 'tài khoản dịch vụ', 'service account'),
  roles: thing('user-cog', 'vai trò của người dùng', 'roles of people'),
  plan: thing('list-check', 'kế hoạch, nhiệm vụ', 'plan, tasks'),

  back: move('arrow-left', 'quay lại', 'go back'),
  onward: move('arrow-right', 'đi tiếp', 'go on'),
  next: move('chevron-right', 'tiếp, vào trong', 'next, inside'),
  previous: move('chevron-left', 'trước, trở lại', 'previous, back'),
  below: move('arrow-narrow-down', 'xuống mục dưới', 'go on below'),
  down: move('chevron-down', 'mở ra', 'unfold'),
  up: move('chevron-up', 'thu lại', 'fold'),
  ascending: move('arrow-up', 'xếp tăng dần', 'sorted ascending'),
  descending: move('arrow-down', 'xếp giảm dần', 'sorted descending'),
} as const satisfies Record<string, IconMeaning>;

/** What an icon means. */
export type IconName = keyof typeof icons;

import type { Bilingual } from '../errors/input-error.ts';

type Params = Readonly<Record<string, string | number>>;

/** The decimal mark read in Vietnamese. */
const comma = (value: string | number | undefined) => String(value).replace('.', ',');

/**
 * What can be wrong with one field, in words. The server puts them in `errors[].detail`; forms show the same ones with
 * the field's own label, so that both read alike.
 */
const sentences = {
  required: () => ({ vi: 'Chưa nhập', en: 'Required' }),
  'too-short': (p: Params) => ({ vi: `Nhập ít nhất ${p.min} ký tự`, en: `At least ${p.min} characters` }),
  'too-long': (p: Params) => ({ vi: `Tối đa ${p.max} ký tự`, en: `At most ${p.max} characters` }),
  'too-few': (p: Params) => ({ vi: `Phải có ít nhất ${p.min} mục`, en: `At least ${p.min} items` }),
  'too-many': (p: Params) => ({ vi: `Tối đa ${p.max} mục`, en: `At most ${p.max} items` }),
  'too-small': (p: Params) => ({ vi: `Không được nhỏ hơn ${p.min}`, en: `Not less than ${p.min}` }),
  'too-big': (p: Params) => ({ vi: `Không được lớn hơn ${p.max}`, en: `Not more than ${p.max}` }),
  'not-an-option': () => ({ vi: 'Chọn một giá trị trong danh sách', en: 'Choose one of the listed values' }),
  'not-a-date': () => ({
    vi: 'Ngày không hợp lệ. Nhập ngày/tháng/năm, ví dụ 15/10/2026',
    en: 'Not a valid date. Enter day/month/year, for example 15/10/2026',
  }),
  'not-a-phone': () => ({
    vi: 'Số điện thoại gồm 10 chữ số, ví dụ 0912 345 678; máy bàn 11 chữ số kể cả mã vùng',
    en: 'A phone number has 10 digits, for example 0912 345 678; a land line 11 with the area code',
  }),
  'not-an-instant': () => ({ vi: 'Thời điểm không hợp lệ', en: 'Not a point in time' }),
  'not-a-number': () => ({ vi: 'Phải là một số', en: 'Must be a number' }),
  'not-a-whole-number': () => ({ vi: 'Phải là số nguyên', en: 'Must be a whole number' }),
  'wrong-format': () => ({ vi: 'Chưa hợp lệ; kiểm tra lại', en: 'Not valid; please check' }),
  'wrong-type': () => ({ vi: 'Không đúng loại dữ liệu', en: 'Wrong type' }),
  'control-characters': () => ({ vi: 'Có ký tự điều khiển không dùng được', en: 'Contains control characters' }),
  'direction-characters': () => ({
    vi: 'Có ký tự ẩn làm đảo chiều chữ; vui lòng xóa rồi nhập lại',
    en: 'Contains hidden characters that turn the direction of writing; delete and type it again',
  }),
  'only-invisible': () => ({
    vi: 'Chỉ có ký tự không nhìn thấy được; vui lòng nhập chữ',
    en: 'Has only characters that cannot be seen; enter text',
  }),
  'must-agree': () => ({ vi: 'Đánh dấu vào ô đồng ý', en: 'Tick the consent box' }),
  'end-before-start': () => ({
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi',
    en: 'The end must not be before the start',
  }),
  'before-today': (p: Params) => ({
    vi: `Phải từ hôm nay, ngày ${p.today}, trở đi`,
    en: `Must be today, ${p.today}, or later`,
  }),
  'not-after-due': (p: Params) => ({
    vi: `Phải sau hạn xử lý hiện tại, ngày ${p.due}`,
    en: `Must be after the current due date, ${p.due}`,
  }),
  'extension-too-long': (p: Params) => ({
    vi: `Theo quy định, chỉ được gia hạn đến hết ngày ${p.latest}`,
    en: `The rule allows an extension to ${p.latest} at most`,
  }),
  'extension-not-allowed': () => ({
    vi: 'Quy định không cho gia hạn, hoặc đã hết số lần được gia hạn',
    en: 'The rule allows no extension, or no further one',
  }),
  'extension-too-late': () => ({
    vi: 'Đã quá hạn nên không gia hạn được nữa',
    en: 'Past its due date it can no longer be extended',
  }),
  'outside-the-dates': () => ({ vi: 'Phải nằm trong thời gian thực hiện', en: 'Must lie between start and end' }),
  'exactly-one': () => ({ vi: 'Chọn đúng một', en: 'Choose exactly one' }),
  unknown: () => ({ vi: 'Không có trong hệ thống', en: 'Does not exist' }),
  'other-province': () => ({
    vi: 'Không thuộc tỉnh, thành phố mà hệ thống này phục vụ',
    en: 'Not in the province that this system serves',
  }),
  'reason-required': () => ({ vi: 'Phải nêu lý do', en: 'A reason is needed' }),
  'above-the-maximum': (p: Params) => ({ vi: `Vượt điểm tối đa ${comma(p.max)}`, en: `Above the maximum ${p.max}` }),
  'wrong-step': (p: Params) => ({
    vi: `Điểm phải là bội số của ${comma(p.step)}`,
    en: `Points must be a multiple of ${p.step}`,
  }),
  'must-apply': () => ({
    vi: 'Mục này không được để “không áp dụng”',
    en: 'This line cannot be marked “not applicable”',
  }),
  'already-worked': () => ({
    vi: 'Ngày này đã là ngày làm việc nên không cần làm bù',
    en: 'This is a working day already and cannot be a make-up day',
  }),
  'hours-overlap': () => ({
    vi: 'Giờ bắt đầu phải từ giờ kết thúc của buổi trước trở đi',
    en: 'Must not begin before the hours above it end',
  }),
  'given-twice': () => ({ vi: 'Đã có ở trên', en: 'Given twice' }),
  taken: (p: Params) => ({ vi: `Đã dùng cho ${p.name}`, en: `Already used for ${p.name}` }),
  'not-an-identification-code': () => ({
    vi: 'Mã định danh gồm các nhóm chữ số, chữ cái A–Z cách nhau bằng dấu chấm, ví dụ H56.12 hoặc 000.00.12.H56',
    en: 'An identification code has groups of digits and letters A–Z with dots between them, for example H56.12 or 000.00.12.H56',
  }),
  'inside-itself': () => ({
    vi: 'Đơn vị không thể trực thuộc chính mình hoặc đơn vị cấp dưới của mình',
    en: 'A unit cannot be part of itself or of a unit below it',
  }),
  'too-deep': (p: Params) => ({ vi: `Không được quá ${p.max} cấp`, en: `At most ${p.max} levels` }),
  'outside-parent': (p: Params) => ({
    vi: `Phải nằm trong thời gian hoạt động của ${p.name} (${p.from} – ${p.to})`,
    en: `Must lie within the time of ${p.name} (${p.from} – ${p.to})`,
  }),
  'has-children': (p: Params) => ({
    vi: `Còn ${p.count} đơn vị trực thuộc hoạt động sau ngày này, như ${p.name}; chuyển hoặc kết thúc các đơn vị đó trước`,
    en: `${p.count} units below it go on after this day, such as ${p.name}; move or close them first`,
  }),
  'unit-closed': (p: Params) => ({
    vi: `${p.name} không hoạt động vào ngày ${p.on}`,
    en: `${p.name} does not exist on ${p.on}`,
  }),
  'own-successor': () => ({
    vi: 'Đơn vị không thể tiếp nối chính mình',
    en: 'A unit cannot be its own successor',
  }),
  'has-successors': (p: Params) => ({
    vi: `Đã có đơn vị khác tiếp nối từ ngày ${p.on}`,
    en: `Others continue it already since ${p.on}`,
  }),
  'must-succeed': (p: Params) => ({
    vi: `Đơn vị này tiếp nối ${p.name} từ ngày ${p.on} nên phải hoạt động vào ngày đó`,
    en: `It continues ${p.name} since ${p.on} and must exist on that day`,
  }),
  'before-last-change': (p: Params) => ({
    vi: `Phải từ ngày ${p.from} trở đi: tên và vị trí hiện nay có từ ngày đó`,
    en: `Must be ${p.from} or later: the present name and place are of that day`,
  }),
  'after-today': (p: Params) => ({
    vi: `Không được sau hôm nay, ngày ${p.today}`,
    en: `Must not be after today, ${p.today}`,
  }),
  'doubled-in-file': (p: Params) => ({
    vi: `Trong tệp còn dòng khác về cùng đơn vị hoặc cùng mã này (dòng ${p.rows})`,
    en: `Another row of the file speaks of the same unit or has the same code (row ${p.rows})`,
  }),
  'parent-refused': (p: Params) => ({
    vi: `Đơn vị cấp trên ở dòng ${p.row} chưa nhập được; sửa dòng đó trước`,
    en: `The unit above, in row ${p.row}, cannot be taken in; correct that row first`,
  }),
  'two-units': (p: Params) => ({
    vi: `Vừa là mã của ${p.name}, vừa là mã trong hệ thống khác của ${p.other}`,
    en: `The code of ${p.name} and the external id of ${p.other}`,
  }),
  'start-stays': (p: Params) => ({
    vi: `Đơn vị này đã có trong hệ thống từ ngày ${p.from}; không đổi được ngày bắt đầu`,
    en: `This unit is there since ${p.from}; its first day cannot be changed`,
  }),
  'evidence-required': () => ({ vi: 'Cần kèm minh chứng', en: 'Evidence is needed' }),
  'not-yours-to-score': () => ({ vi: 'Điểm này do cấp trên chấm', en: 'Only the superior scores this' }),
  'whole-tenant-only': () => ({
    vi: 'Vai trò này áp dụng cho toàn hệ thống, không gắn với một đơn vị',
    en: 'This role holds for the whole system and not for one unit',
  }),
  'not-your-role': () => ({
    vi: 'Chỉ ủy quyền được vai trò mà chính mình được giao trong danh sách',
    en: 'Only a role that the list gives to you can be delegated',
  }),
  'delegated-to-you': () => ({
    vi: 'Vai trò này do người khác ủy quyền nên không ủy quyền tiếp được',
    en: 'This role was delegated to you and cannot be delegated further',
  }),
  'beyond-your-units': () => ({
    vi: 'Chỉ ủy quyền được trong phạm vi đơn vị của mình',
    en: 'Must lie within your own units',
  }),
  'beyond-your-time': (p: Params) => ({
    vi: `Vai trò của người ủy quyền chỉ có đến hết ngày ${p.latest}`,
    en: `Your own role ends on ${p.latest}`,
  }),
  'delegation-needs-end': () => ({ vi: 'Ủy quyền phải có ngày kết thúc', en: 'A delegation needs an end' }),
  'expires-too-late': (p: Params) => ({
    vi: `Khóa chỉ được có hiệu lực đến hết ngày ${p.latest}`,
    en: `A key may hold until ${p.latest} at most`,
  }),
  'already-invited': () => ({
    vi: 'Đã có người khác trong danh sách với địa chỉ hoặc mã này',
    en: 'Somebody else of the list has this address or identifier',
  }),
  'signed-in-already': () => ({
    vi: 'Người này đã đăng nhập nên không đổi được nữa',
    en: 'This person has signed in, so that it can no longer be changed',
  }),
  'no-administrator': () => ({
    vi: 'Trong danh sách chưa có quản trị nào đã đăng nhập: giao vai trò quản trị và đăng nhập một lần trước đã',
    en: 'No administrator of the list has signed in yet: give somebody that role and let them sign in first',
  }),
  'version-taken': () => ({
    vi: 'Đã có phiên bản này, và phiên bản đã ban hành không sửa được; đặt ký hiệu khác cho phiên bản mới',
    en: 'There is such a version, and a published one never changes; give the new one another name',
  }),
  'not-in-force': (p: Params) => ({
    vi: `Bộ tiêu chí này không được áp dụng cho năm ${p.year}`,
    en: `This rubric is not used for the year ${p.year}`,
  }),
  'rubric-fault': ({ vi = '', en = '' }: Params) => ({ vi: String(vi), en: String(en) }),
  'not-a-safe-address': () => ({
    vi: 'Phải là địa chỉ https, không chứa tên và mật khẩu',
    en: 'Must be an https address without a name and a password',
  }),
  'private-address': () => ({
    vi: 'Địa chỉ này nằm trong mạng nội bộ; người vận hành máy chủ có thể cho phép bằng DVK_WEBHOOK_HOSTS',
    en: 'This address is in a private network; who runs the server can allow it with DVK_WEBHOOK_HOSTS',
  }),
  'unknown-variable': (p: Params) => ({
    vi: `Không dùng được ${p.name} ở đây. Dùng được: ${p.known}`,
    en: `${p.name} cannot be used here. These can: ${p.known}`,
  }),
  incomplete: () => ({ vi: 'Còn mục chưa chấm', en: 'Some lines have no score yet' }),
} as const satisfies Record<string, (params: Params) => Bilingual>;

export type FieldErrorCode = keyof typeof sentences;

/** One thing wrong with one field, before it is put into words by `describeFieldError`. */
export interface FieldIssue {
  /** JSON pointer (RFC 6901) to the field. */
  pointer: string;
  code: FieldErrorCode;
  params?: Record<string, string | number>;
}

export function isFieldErrorCode(code: string): code is FieldErrorCode {
  return Object.hasOwn(sentences, code);
}

/** The sentence for a field error; an unknown code gives a general one, never an empty string. */
export function describeFieldError(code: string, params: Params = {}, locale: 'vi' | 'en' = 'vi'): string {
  const make = (sentences as Record<string, (params: Params) => Bilingual>)[code] ?? sentences['wrong-format'];
  return make(params)[locale];
}

import type { Bilingual } from '../../errors/index.ts';

/** What a person should look at before the imported days are used. */
export interface IcalDoubt {
  /**
   * `not-a-whole-day`, `observance` (a feast that is not a day off), `half-day`, `guessed-make-up-day`, `guessed-day-off`, `unclear-swap`,
   * `weekend` (a day off that is one anyway), `contradiction` (off and worked), `too-long`, `endless` (a repetition that was
   * cut), `unread-rule`, `outside-its-rule`, `stray-exception`, `moved-from-here-on`, `guessed-zone`, `guessed-whole-day`, `said-twice` (two dates or
   * lengths), `tentative`, `duplicate`, `no-date`; of the
   * whole file: `guessed-encoding`, `cut-off`, `unclosed`, `withdrawn`, `no-days` (nothing in the years asked for), `more`.
   */
  code: IcalDoubtCode;
  /** First day concerned, `YYYY-MM-DD`, where there is one. */
  date: string | null;
  /** The event's title. */
  name: string;
  /** Whether its days were imported nevertheless. */
  used: boolean;
  /** Number of the line of the file where the event begins, from 1; `null` for the whole file. */
  line: number | null;
  /** The event's `UID`, where it has one. */
  uid: string | null;
  text: Bilingual;
}

export const maxDays = 31;

const texts = {
  'not-a-whole-day': { vi: 'Sự kiện không phải cả ngày, đã bỏ qua', en: 'Not a whole day; left out' },
  observance: {
    vi: 'Ngày kỷ niệm, có thể không phải ngày nghỉ, đã bỏ qua',
    en: 'An observance, perhaps not a day off; left out',
  },
  'half-day': { vi: 'Nghỉ nửa ngày, đã bỏ qua', en: 'Half a day off; left out' },
  'guessed-make-up-day': { vi: 'Đoán là ngày làm bù theo tên gọi', en: 'Taken for a make-up working day by its title' },
  'guessed-day-off': {
    vi: 'Tên gọi không rõ nghỉ hay làm; đoán là ngày nghỉ vì rơi vào ngày thường',
    en: 'The title may mean rest or work; taken for a day off, being a weekday',
  },
  'unclear-swap': {
    vi: 'Ngày hoán đổi, trực hoặc làm việc: không rõ là nghỉ hay làm bù, đã bỏ qua',
    en: 'A swapped day, or one of work: off or worked in place of another is not clear; left out',
  },
  weekend: {
    vi: 'Rơi vào thứ Bảy hoặc Chủ Nhật: kiểm tra là ngày nghỉ hay ngày làm bù; ngày làm bù đã có thì giữ nguyên',
    en: 'A Saturday or Sunday: check whether it is a day off or a make-up day; a known make-up day stays',
  },
  contradiction: {
    vi: 'Cùng một ngày vừa nghỉ vừa làm bù; đang tính là ngày làm việc',
    en: 'Both a day off and a make-up day; counted as worked',
  },
  'too-long': { vi: `Dài hơn ${maxDays} ngày, đã bỏ qua`, en: `Longer than ${maxDays} days; left out` },
  endless: { vi: 'Lặp quá nhiều lần, chỉ đọc một phần', en: 'Repeats too often; read in part' },
  'unread-rule': {
    vi: 'Quy tắc lặp hoặc ngày liệt kê không đọc được, chỉ lấy ngày đầu và các ngày đọc được',
    en: 'The rule of its repetition or a listed day cannot be read; only the first day and those read were taken',
  },
  'outside-its-rule': {
    vi: 'Ngày bắt đầu không theo quy tắc lặp; đã lấy cả hai',
    en: 'Its first day does not follow its own rule; both were taken',
  },
  'stray-exception': {
    vi: 'Sửa một lần lặp không có trong quy tắc; đã lấy ngày ghi ở đây',
    en: 'Changes an occurrence that its rule does not have; the date given here was taken',
  },
  'moved-from-here-on': {
    vi: 'Từ ngày này các lần lặp sau đều dời theo; kiểm tra lại',
    en: 'This and all later occurrences are moved; check them',
  },
  'guessed-zone': {
    vi: 'Ghi theo giờ quốc tế; đoán ngày theo giờ Việt Nam',
    en: 'Written in universal time; the date was taken in the time of Việt Nam',
  },
  'guessed-whole-day': {
    vi: 'Chỉ ghi lúc 0 giờ, không có lúc hết; đoán là cả ngày',
    en: 'Midnight without an end; taken for the whole day',
  },
  'said-twice': {
    vi: 'Ghi hai ngày hoặc hai độ dài khác nhau; đã lấy giá trị đầu',
    en: 'States two dates or two lengths; the first was taken',
  },
  tentative: { vi: 'Sự kiện mới dự kiến; kiểm tra lại', en: 'Tentative only; check it' },
  duplicate: {
    vi: 'Trùng ngày với sự kiện khác, giữ sự kiện đầu',
    en: 'On the same day as another; the first was kept',
  },
  'no-date': { vi: 'Sự kiện không có ngày hợp lệ, đã bỏ qua', en: 'Has no valid date; left out' },
  'guessed-encoding': {
    vi: 'Bảng mã của tệp không phải Unicode; đã đoán là Windows-1258, kiểm tra tên các ngày',
    en: 'The file is not Unicode; Windows-1258 was assumed, check the names',
  },
  'cut-off': { vi: 'Tệp bị cắt, thiếu phần cuối', en: 'The file is cut off before its end' },
  unclosed: {
    vi: 'Trước dòng này có phần chưa khép (thiếu hoặc sai END); kiểm tra các sự kiện quanh đây',
    en: 'Something above this line is not closed (END missing or misspelt); check the events around it',
  },
  withdrawn: { vi: 'Lịch này báo hủy các sự kiện của nó, đã bỏ qua', en: 'A calendar withdraws its events; left out' },
  'no-days': {
    vi: 'Không có ngày nghỉ hay ngày làm bù nào trong các năm đã chọn; kiểm tra lại tệp và các năm',
    en: 'No day off and no make-up day in the years asked for; check the file and the years',
  },
  more: { vi: 'Còn nhiều chỗ cần xem, không kể hết', en: 'There are more doubts than are listed' },
} as const satisfies Record<string, Bilingual>;

export type IcalDoubtCode = keyof typeof texts;

/** More than anybody reads; the list ends with `more`. */
const mostDoubts = 2000;

export type Doubt = Pick<IcalDoubt, 'code' | 'date' | 'used'> & Partial<Pick<IcalDoubt, 'name' | 'line' | 'uid'>>;

export function addDoubt(doubts: IcalDoubt[], { code, date, used, name = '', line = null, uid = null }: Doubt): void {
  if (doubts.length > mostDoubts) return;
  if (doubts.length === mostDoubts) return addMore(doubts);
  doubts.push({ code, date, name, used, line, uid, text: texts[code] });
}

function addMore(doubts: IcalDoubt[]): void {
  doubts.push({ code: 'more', date: null, name: '', used: true, line: null, uid: null, text: texts.more });
}

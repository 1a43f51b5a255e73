import type { Bilingual } from '../errors/input-error.ts';

/** What can be found not to hold, in words; `$where` is the event or record. */
const words = {
  gap: { vi: 'thiếu sự kiện trước $where', en: 'events are missing before $where' },
  order: { vi: '$where không nối tiếp sự kiện trước đó', en: '$where does not follow the event before it' },
  hash: {
    vi: '$where đã bị sửa, hoặc không do máy chủ này ghi: mã băm không khớp',
    en: '$where was altered, or was not written by this server: its hash does not fit',
  },
  end: {
    vi: 'nhật ký không kết thúc như đã ghi: các sự kiện mới nhất đã bị xóa, hoặc có sự kiện được thêm vào sau',
    en: 'the ledger ends otherwise than it says: its newest events were removed, or some were added behind it',
  },
  seal: {
    vi: 'phần cuối của nhật ký không được niêm phong bằng khóa này: đã bị sửa bằng tay, hoặc có từ trước khi có nhật ký (xem "dvk-server audit seal")',
    en: 'the end of the ledger is not sealed with this secret key: it was changed by hand, or is of before the ledger (see "dvk-server audit seal")',
  },
  sequence: {
    vi: 'các sự kiện của $where không được đánh số liên tục từ 1',
    en: '$where has events that are not numbered 1, 2, 3 …',
  },
  changed: { vi: '$where đã bị sửa mà không có sự kiện nào ghi lại', en: '$where was changed behind its events' },
  'part-gone': {
    vi: '$where đã bị xóa mà không có sự kiện nào ghi lại',
    en: '$where was removed behind the events that tell of it',
  },
  gone: {
    vi: '$where không còn, trong khi theo các sự kiện thì phải còn',
    en: '$where was removed, though its events say that it is there',
  },
  'part-added': { vi: '$where được thêm vào mà không có sự kiện', en: '$where was added without an event' },
  'no-event': { vi: '$where không có sự kiện nào', en: '$where has no event' },
  'no-digest': {
    vi: 'không sự kiện nào cho biết $where phải thế nào: có từ trước khi có nhật ký (xem "dvk-server audit seal")',
    en: 'no event says how $where must be: it is of before the ledger (see "dvk-server audit seal")',
  },
  'anchor-key': {
    vi: 'bằng chứng không được tạo bằng khóa này',
    en: 'the anchor was not made with this secret key',
  },
  'anchor-ahead': {
    vi: 'bằng chứng có nhiều sự kiện hơn hiện có: các sự kiện mới nhất đã bị xóa, hoặc đây là bản sao cũ của cơ sở dữ liệu',
    en: 'the anchor knows more events than there are: the newest were removed, or an older copy of the database stands here',
  },
  'anchor-differs': {
    vi: 'phần nhật ký mà bằng chứng xác nhận đã bị ghi lại: mã băm tại đó nay khác',
    en: 'what the anchor vouches for was rewritten since: the ledger had another hash there',
  },
} as const satisfies Record<string, Bilingual>;

export const ledgerFaultKinds = Object.keys(words) as (keyof typeof words)[];

/** Something in the ledger, or in a record, that does not hold. */
export interface LedgerFault {
  what: keyof typeof words;
  /** The event's number in the ledger. */
  position?: number | undefined;
  /** The record, `<area>/<id>`. */
  subject?: string | undefined;
  /** The part of the record. */
  part?: string | undefined;
}

/** A fault as a sentence. */
export function describeFault({ what, position, subject, part }: LedgerFault, locale: 'vi' | 'en' = 'vi'): string {
  const of = { vi: `“${part}” của ${subject}`, en: `“${part}” of ${subject}` };
  const record = part === undefined ? subject : of[locale];
  const event = { vi: `sự kiện ${position}`, en: `event ${position}` };
  const where = position === undefined ? record : `${event[locale]}${subject === undefined ? '' : ` (${subject})`}`;
  return words[what][locale].replace('$where', where ?? '');
}

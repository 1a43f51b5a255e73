/** What does not hold, in words. `$where` is the event or record. */
const words = {
  gap: 'events are missing before $where',
  order: '$where does not follow the event before it',
  hash: '$where was altered, or was not written by this server: its hash does not fit',
  end: 'the ledger ends otherwise than it says: its newest events were removed, or some were added behind it',
  seal: 'the end of the ledger is not sealed with this secret key: it was changed by hand, or is of before the ledger (see "dvk-server seal")',
  sequence: '$where has events that are not numbered 1, 2, 3 …',
  changed: '$where was changed behind its events',
  'part-gone': '$where was removed behind the events that tell of it',
  gone: '$where was removed, though its events say that it is there',
  'part-added': '$where was added without an event',
  'no-event': '$where has no event',
  'no-digest': 'no event says how $where must be: it is of before the ledger (see "dvk-server seal")',
  'anchor-key': 'the anchor was not made with this secret key',
  'anchor-ahead':
    'the anchor knows more events than there are: the newest were removed, or an older copy of the database stands here',
  'anchor-differs': 'what the anchor vouches for was rewritten since: the ledger had another hash there',
} as const;

/** Something that does not hold. */
export interface LedgerFault {
  what: keyof typeof words;
  /** The event's number in the ledger. */
  position?: number;
  /** The record, `<area>/<id>`. */
  subject?: string;
  /** The part of the record. */
  part?: string;
}

/** A fault as a sentence. */
export function describeFault({ what, position, subject, part }: LedgerFault): string {
  const record = part === undefined ? subject : `“${part}” of ${subject}`;
  const where = position === undefined ? record : `event ${position}${subject === undefined ? '' : ` (${subject})`}`;
  return words[what].replace('$where', where ?? '');
}

import { dateInVietnam } from '../text/dates.ts';
import type { AuditEvent, LedgerAnchor, LedgerCheck } from './schema.ts';
import { auditEvent, ledgerCheck } from './sample-event.ts';

const uuid = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const unit = { id: uuid(900), name: 'UBND phường Mẫu' };

const who = (subject: string, name: string | null, ...roles: string[]): AuditEvent['by'] => ({
  subject,
  name,
  roles,
  unitId: null,
  unitName: null,
});
const secretary = who('tran-thi-b', 'Trần Thị B', 'secretariat');
const administrator = who('bui-van-m', 'Bùi Văn M', 'administrator');
const officer = { ...who('nguyen-van-a', 'Nguyễn Văn A', 'unit-officer'), unitId: unit.id, unitName: unit.name };
const system = { ...who('', null, 'system'), subject: null };
const anonymous = { ...who('', null, 'anonymous'), subject: null };
const program = who(`service:${uuid(700)}`, 'Phần mềm một cửa (mẫu)', 'secretariat');

type Entry = [
  minutesAgo: number,
  kind: string,
  subject: string,
  name: string | null,
  by: AuditEvent['by'],
  data?: object,
];

const code = (number: number) => `PA-26112${number}-004${number}-K`;
const ofCase = (number: number) => `case/${uuid(100 + number)}`;

/** What was done on two days, the newest first. */
const entries: readonly Entry[] = [
  [
    12,
    'case.assigned',
    ofCase(1),
    code(1),
    secretary,
    { from: 'accepted', to: 'in-progress', unitId: unit.id, dueAt: '2026-12-11T10:00:00Z', hasReason: false },
  ],
  [14, 'case.sender-read', ofCase(1), code(1), secretary],
  [47, 'person.changed', `person/${uuid(5)}`, 'Hoàng Văn G', administrator, { fields: ['title', 'unitId'] }],
  [
    51,
    'grant.given',
    `grant/${uuid(6)}`,
    'Ngô Thị L',
    administrator,
    {
      personId: uuid(7),
      role: 'unit-leader',
      unitId: unit.id,
      withSubtree: true,
      from: '2026-12-01',
      to: '2027-12-31',
      delegatedBy: null,
      basisId: null,
    },
  ],
  [
    63,
    'setting.changed',
    `setting/${uuid(8)}`,
    null,
    administrator,
    { name: 'terms', version: 3, validFrom: '2026-12-01', validTo: null, provisional: false },
  ],
  [
    90,
    'case.received',
    ofCase(2),
    code(2),
    anonymous,
    {
      to: 'received',
      code: code(2),
      kind: 'reflection',
      consent: '2',
      dueAt: '2026-12-14T10:00:00Z',
      calendar: 'dvk-2026@1',
    },
  ],
  [
    300,
    'audit.checked',
    `audit/${ledgerCheck.id}`,
    null,
    system,
    { events: 1192, records: 611, faults: 0, anchored: true },
  ],
  [
    980,
    'model.corrected',
    `model/${uuid(9)}`,
    'Tuyến đường hoa (MH-260915-0007-T)',
    officer,
    { fields: ['name', 'content', 'endDate'] },
  ],
  [
    995,
    'case.answered',
    ofCase(3),
    code(3),
    officer,
    { from: 'in-progress', to: 'answered', unitId: unit.id, dueAt: '2026-12-01T10:00:00Z', hasReason: false },
  ],
  [1010, 'case.sender-read', ofCase(3), code(3), officer],
  [
    1100,
    'unit.changed',
    `unit/${unit.id}`,
    unit.name,
    administrator,
    { fields: ['name', 'phone'], since: '2026-11-01', reason: 'Đổi tên sau sắp xếp', basis: null },
  ],
  [
    1200,
    'case.extended',
    ofCase(4),
    code(4),
    program,
    { from: 'in-progress', to: 'in-progress', unitId: unit.id, dueAt: '2026-12-08T10:00:00Z', hasReason: true },
  ],
];

/** What a list of the ledger is narrowed by. */
interface LedgerQuery {
  area?: readonly string[] | undefined;
  kind?: readonly string[] | undefined;
  subject?: string | undefined;
  actor?: string | undefined;
  q?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

const newest = auditEvent.position;

/** A ledger as administrators see it, in memory; new for each story and test. */
export function ledgerInMemory<Refusal>(
  refuse: (code: 'not-found' | 'conflict') => Refusal,
  { now, faulty = false }: { now: string; faulty?: boolean },
) {
  const ago = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();
  const events: AuditEvent[] = entries.map(([minutes, kind, subject, subjectName, by, data = {}], at) => ({
    position: newest - at,
    at: ago(minutes),
    kind,
    subject,
    subjectName,
    by,
    data: { ...data },
    names: { [unit.id]: unit.name, [uuid(7)]: 'Ngô Thị L' },
  }));
  const found: LedgerCheck['found'] = [
    { what: 'changed', subject: ofCase(2), part: 'sender', subjectName: code(2) },
    { what: 'gap', position: 1044, subject: `unit/${uuid(30)}` },
  ];
  let checks: LedgerCheck[] = [
    {
      ...ledgerCheck,
      askedAt: ago(302),
      startedAt: ago(301),
      finishedAt: ago(300),
      anchorAt: ago(900),
      ...(faulty && { faults: 2, found }),
    },
    { ...ledgerCheck, id: uuid(501), askedAt: ago(1742), startedAt: ago(1741), finishedAt: ago(1740) },
    {
      ...ledgerCheck,
      id: uuid(502),
      askedBy: 'Bùi Văn M',
      askedAt: ago(2000),
      startedAt: ago(1999),
      finishedAt: ago(1998),
    },
  ];
  /** How often a check that is under way was looked at: each time it is further. */
  let looks = 0;

  const textIn = (value: string) => value.toLocaleLowerCase('vi');
  const matches = (event: AuditEvent, query: LedgerQuery): boolean => {
    const { area, kind, subject, actor, q, from, to } = query;
    const day = dateInVietnam(event.at);
    const words = textIn(`${event.by.name} ${event.by.subject} ${event.subjectName}`);
    return (
      (area?.includes(event.kind.split('.')[0]!) ?? true) &&
      (kind?.includes(event.kind) ?? true) &&
      (subject === undefined || event.subject === subject) &&
      (actor === undefined || event.by.subject === actor) &&
      (q === undefined || words.includes(textIn(q))) &&
      (from === undefined || day >= from) &&
      (to === undefined || day <= to)
    );
  };

  const handlers = {
    list: ({ query }: { query: LedgerQuery }) => {
      const { limit = 20, cursor } = query;
      const all = events.filter((event) => matches(event, query));
      const start = cursor === undefined ? 0 : Number(cursor);
      const end = start + limit;
      return { items: all.slice(start, end), nextCursor: end < all.length ? String(end) : null };
    },
    get: ({ params }: { params: { position: string } }) =>
      events.find(({ position }) => String(position) === params.position) ?? refuse('not-found'),
    anchor: (): LedgerAnchor => ({ tenant: 'demo', events: newest, hash: 'bWF1', at: now, seal: 'bWF1' }),
    checks: () => ({ items: checks, nextCursor: null }),
    getCheck: ({ params }: { params: { id: string } }) => {
      const check = checks.find(({ id }) => id === params.id);
      if (!check) return refuse('not-found');
      if (check.state === 'done') return check;
      looks += 1;
      const isDone = looks > 1;
      const next: LedgerCheck = {
        ...check,
        state: isDone ? 'done' : 'running',
        startedAt: now,
        finishedAt: isDone ? now : null,
        events: isDone ? newest : 600,
        records: isDone ? 611 : 0,
        ...(isDone && faulty && { faults: 2, found }),
      };
      checks = checks.map((each) => (each.id === next.id ? next : each));
      return next;
    },
    check: () => {
      if (checks.some(({ state }) => state !== 'done')) return refuse('conflict');
      looks = 0;
      const check: LedgerCheck = {
        ...ledgerCheck,
        id: uuid(600 + checks.length),
        state: 'waiting',
        askedBy: 'Bùi Văn M',
        askedAt: now,
        startedAt: null,
        finishedAt: null,
        events: 0,
        records: 0,
        anchorAt: null,
      };
      checks = [check, ...checks];
      return check;
    },
  };
  return { handlers, events, checks: () => checks };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWorkingDay, layerCalendars, vietnamCalendar } from '../index.ts';
import { isInputError } from '../../errors/index.ts';
import { exportIcal, importIcal } from './index.ts';

const written = exportIcal(vietnamCalendar, { at: '2026-11-01T00:00:00Z' });
const options = { id: 'imported', version: '1', years: [2025, 2030] } as const;

const feed = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//test//EN',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', 'UID:a@b', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const datesOf = (text: string) => importIcal(text, options).layer.holidays?.map(({ date }) => date);

test('what is written is read back whole: dates, names and legal bases', () => {
  const { layer, doubts } = importIcal(written, options);
  const sorted = <T extends { date: string }>(days: readonly T[]) =>
    days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  assert.deepEqual(doubts, []);
  assert.deepEqual(layer.holidays, sorted(vietnamCalendar.holidays));
  assert.deepEqual(layer.makeUpDays, sorted(vietnamCalendar.makeUpDays));
});

test('a legal basis that another program wrote, or spoilt, is left out', () => {
  const basisOf = (json: string) =>
    importIcal(feed(['DTSTART;VALUE=DATE:20260902', 'SUMMARY:Quốc khánh', `X-DVK-BASIS:${json}`]), options).layer
      .holidays![0]!.basis;
  const basis = { title: 'Bộ luật Lao động', confidence: 'published' } as const;
  assert.deepEqual(basisOf(JSON.stringify(basis)), basis);
  for (const spoilt of [
    { ...basis, confidence: 'certain' },
    { ...basis, from: '2026-02-30' },
    { ...basis, title: 5 },
  ])
    assert.equal(basisOf(JSON.stringify(spoilt)), undefined, JSON.stringify(spoilt));
  assert.equal(basisOf('{'), undefined);
});

test('lines end in CRLF and hold at most 75 octets, letters whole', () => {
  const lines = written.split('\r\n');
  for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(!written.includes('\uFFFD') && !written.replaceAll('\r\n', '').includes('\n'));
  assert.equal(lines.at(-1), '');
});

test('the same calendar and moment give the same file', () => {
  assert.equal(exportIcal(vietnamCalendar, { at: '2026-11-01T07:00:00+07:00' }), written);
});

test('several days, the end excluded, and years outside the range', () => {
  assert.deepEqual(datesOf(feed(['DTSTART;VALUE=DATE:20260216', 'DTEND;VALUE=DATE:20260219', 'SUMMARY:Tết'])), [
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
  ]);
  assert.deepEqual(datesOf(feed(['DTSTART;VALUE=DATE:20241231', 'DTEND;VALUE=DATE:20250102', 'SUMMARY:x'])), [
    '2025-01-01',
  ]);
  assert.deepEqual(datesOf(feed(['DTSTART;VALUE=DATE:20260430', 'SUMMARY:x'])), ['2026-04-30']);
});

test('yearly repetition, with an exception', () => {
  const event = [
    'DTSTART;VALUE=DATE:20200902',
    'RRULE:FREQ=YEARLY',
    'EXDATE;VALUE=DATE:20280902',
    'SUMMARY:Quốc khánh',
  ];
  assert.deepEqual(datesOf(feed(event)), ['2025-09-02', '2026-09-02', '2027-09-02', '2029-09-02', '2030-09-02']);
});

test('what a feed leaves open comes back as a doubt', () => {
  const { layer, doubts } = importIcal(
    feed(
      ['DTSTART;VALUE=DATE:20261111', 'SUMMARY:Thánh Martin', 'DESCRIPTION:Observance'],
      ['DTSTART;VALUE=DATE:20260822', 'SUMMARY:Đi làm bù'],
      ['DTSTART:20260822T010000Z', 'SUMMARY:Họp'],
      ['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20261231', 'SUMMARY:Cả năm'],
      ['SUMMARY:Không ngày'],
      ['DTSTART;VALUE=DATE:20261124', 'SUMMARY:Một'],
      ['DTSTART;VALUE=DATE:20261124', 'SUMMARY:Hai'],
      ['DTSTART;VALUE=DATE:20261125', 'SUMMARY:Đã hủy', 'STATUS:CANCELLED'],
    ),
    options,
  );
  assert.deepEqual(
    doubts.map(({ code, date, used }) => [code, date, used]),
    [
      ['observance', '2026-11-11', false],
      ['guessed-make-up-day', '2026-08-22', true],
      ['not-a-whole-day', '2026-08-22', false],
      ['too-long', '2026-01-01', false],
      ['no-date', null, false],
      ['duplicate', '2026-11-24', false],
    ],
  );
  assert.deepEqual(
    layer.holidays?.map(({ name }) => name),
    ['Một'],
  );
  const calendar = layerCalendars({ ...vietnamCalendar, makeUpDays: [] }, layer);
  assert.equal(isWorkingDay(calendar, '2026-08-22'), true);
});

test('titles come composed and without control characters', () => {
  const decomposed = 'Tết'.normalize('NFD');
  const { layer } = importIcal(feed(['DTSTART;VALUE=DATE:20260217', `SUMMARY:${decomposed}\\n\u0007 2026`]), options);
  assert.equal(layer.holidays?.[0]?.name, 'Tết 2026');
});

test('an endless repetition is cut and said', () => {
  const { doubts } = importIcal(feed(['DTSTART;VALUE=DATE:16000101', 'RRULE:FREQ=DAILY', 'SUMMARY:x']), options);
  assert.deepEqual(
    doubts.map(({ code }) => code),
    ['endless'],
  );
});

test("a public feed's own time zone does not become the office's", () => {
  const text = feed(['DTSTART;VALUE=DATE:20260902', 'SUMMARY:x']).replace('PRODID', 'X-WR-TIMEZONE:UTC\r\nPRODID');
  const { layer } = importIcal(text, options);
  assert.equal(layerCalendars(vietnamCalendar, layer).timeZone, 'Asia/Ho_Chi_Minh');
});

test('a byte order mark and bare carriage returns are read over', () => {
  const text = feed(['DTSTART;VALUE=DATE:20260902', 'SUMMARY:x']);
  assert.deepEqual(datesOf(`\uFEFF${text}`), ['2026-09-02']);
  assert.deepEqual(datesOf(text.replaceAll('\r\n', '\r')), ['2026-09-02']);
});

test('whole days written from midnight to midnight are whole days', () => {
  assert.deepEqual(
    datesOf(
      feed([
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20260901T000000',
        'DTEND;TZID=Asia/Ho_Chi_Minh:20260903T000000',
        'SUMMARY:Quốc khánh',
      ]),
    ),
    ['2026-09-01', '2026-09-02'],
  );
});

test('dates that do not exist are a doubt, not the day after', () => {
  const { layer, doubts } = importIcal(
    feed(
      ['DTSTART;VALUE=DATE:20260230', 'SUMMARY:a'],
      ['DTSTART;VALUE=DATE:20260227', 'DTEND;VALUE=DATE:20260230', 'SUMMARY:b'],
    ),
    options,
  );
  assert.deepEqual(layer.holidays, []);
  assert.deepEqual(
    doubts.map(({ code, name }) => [code, name]),
    [
      ['no-date', 'a'],
      ['no-date', 'b'],
    ],
  );
  const wrong = { ...vietnamCalendar, holidays: [{ date: '2026-02-30', name: 'x' }] };
  assert.throws(
    () => exportIcal(wrong, { at: '2026-11-01T00:00:00Z' }),
    (error) => isInputError(error) && error.code === 'not-a-date',
  );
  assert.throws(
    () => exportIcal(vietnamCalendar, { at: '2026-11-01 10:00' }),
    (error) => isInputError(error) && error.code === 'not-an-instant',
  );
});

test('listed dates, and exceptions that move or cancel one of a repetition', () => {
  assert.deepEqual(datesOf(feed(['DTSTART;VALUE=DATE:20250430', 'RDATE;VALUE=DATE:20250502', 'SUMMARY:x'])), [
    '2025-04-30',
    '2025-05-02',
  ]);
  const { layer } = importIcal(
    feed(
      ['DTSTART;VALUE=DATE:20250902', 'RRULE:FREQ=YEARLY;COUNT=4', 'SUMMARY:Quốc khánh'],
      ['RECURRENCE-ID;VALUE=DATE:20260902', 'DTSTART;VALUE=DATE:20260903', 'SUMMARY:Quốc khánh, chuyển ngày'],
      ['RECURRENCE-ID;VALUE=DATE:20270902', 'DTSTART;VALUE=DATE:20270902', 'STATUS:cancelled', 'SUMMARY:Quốc khánh'],
    ),
    options,
  );
  assert.deepEqual(
    layer.holidays?.map(({ date, name }) => [date, name]),
    [
      ['2025-09-02', 'Quốc khánh'],
      ['2026-09-03', 'Quốc khánh, chuyển ngày'],
      ['2028-09-02', 'Quốc khánh'],
    ],
  );
  assert.deepEqual(datesOf(feed(['RECURRENCE-ID;VALUE=DATE:20260902', 'DTSTART;VALUE=DATE:20260903', 'SUMMARY:x'])), [
    '2026-09-03',
  ]);
});

for (const text of [
  '',
  'BEGIN:VCALENDAR',
  'BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD',
  '{"a":1}',
  '\u0000'.repeat(9),
  'x'.repeat(6e6),
]) {
  test(`refuses what is not a calendar: ${JSON.stringify(text.slice(0, 20))}`, () => {
    assert.throws(
      () => importIcal(text, options),
      (error) => isInputError(error) && error.code === 'not-a-calendar',
    );
  });
}

test('refuses years that are none', () => {
  for (const years of [
    [2026, 2025],
    [Number.NaN, 2026],
    [2026, 1e9],
  ] as const) {
    assert.throws(
      () => importIcal(written, { ...options, years }),
      (error) => isInputError(error) && error.code === 'bad-years',
    );
  }
});

test('a damaged file gives a typed error or doubts, and never anything else', () => {
  const small = exportIcal(
    { ...vietnamCalendar, holidays: vietnamCalendar.holidays.slice(0, 8) },
    { at: '2026-11-01T00:00:00Z' },
  );
  fc.assert(
    fc.property(fc.nat(small.length - 1), fc.nat(20), fc.string({ maxLength: 8 }), (at, cut, put) => {
      try {
        const { layer } = importIcal(small.slice(0, at) + put + small.slice(at + cut), options);
        for (const { date } of layer.holidays ?? []) assert.match(date, /^20(2[5-9]|30)-\d\d-\d\d$/);
      } catch (error) {
        assert.ok(isInputError(error), String(error));
      }
    }),
    { numRuns: 1500 },
  );
});

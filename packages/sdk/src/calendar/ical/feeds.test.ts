import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWorkingDay, layerCalendars, vietnamCalendar } from '../index.ts';
import type { IcalDoubtCode } from './index.ts';
import { feed, read } from './testkit/feed.ts';

test('a duration without end, and rules made to run for ever, end at once and are reported', () => {
  const hostile: [lines: string[], code: IcalDoubtCode][] = [
    [['DTSTART;VALUE=DATE:20260101', 'DURATION:P1000000000000000000W'], 'too-long'],
    [['DTSTART;VALUE=DATE:20260101', `DURATION:P${'9'.repeat(400)}D`], 'too-long'],
    [['DTSTART;VALUE=DATE:20260101', 'DURATION:PT99999999999999999999S'], 'too-long'],
    [['DTSTART;VALUE=DATE:20260101', 'DURATION:-P1D'], 'no-date'],
    [['DTSTART;VALUE=DATE:20260102', 'DTEND;VALUE=DATE:20260101'], 'no-date'],
    [['DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=SECONDLY'], 'unread-rule'],
    [['DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY;INTERVAL=0'], 'unread-rule'],
    [['DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY;COUNT=1000000000'], 'endless'],
    [['DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY;UNTIL=99991231'], 'endless'],
    [['DTSTART;VALUE=DATE:10000101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'], 'endless'],
    [['DTSTART;VALUE=DATE:20260101', `RRULE:FREQ=YEARLY;BYSETPOS=${'1,'.repeat(5000)}1`], 'unread-rule'],
  ];
  for (const [lines, code] of hostile) assert.deepEqual(read(feed(lines)).codes, [code], lines.join(' ').slice(0, 80));
  const many = feed(
    ...Array.from({ length: 3000 }, () => ['DTSTART:10000101', 'RRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2']),
  );
  assert.ok(read(many).codes.includes('more'));
});

test('floods of exceptions, depths of components and lines without end are read in bounds', () => {
  const deep = 'BEGIN:VEVENT\r\n'.repeat(100_000);
  const alarms = `BEGIN:VEVENT\r\n${'BEGIN:VALARM\r\n'.repeat(100_000)}${'END:VTODO\r\n'.repeat(100_000)}END:VEVENT\r\n`;
  assert.deepEqual(read(feed(['DTSTART:20260105']).replace('END:VCALENDAR', `${alarms}END:VCALENDAR`)).off, [
    '2026-01-05',
  ]);
  assert.deepEqual(read(feed(['DTSTART:20260105']).replace('END:VCALENDAR', `${deep}END:VCALENDAR`)).off, [
    '2026-01-05',
  ]);
  const dates = Array.from({ length: 60_000 }, () => '20260105').join(',');
  assert.deepEqual(read(feed(['DTSTART:20260105', 'RRULE:FREQ=DAILY;COUNT=2', `EXDATE:${dates}`])).off, ['2026-01-06']);
  const folded = Array.from({ length: 60_000 }, () => '\r\n x').join('');
  assert.equal(read(feed(['DTSTART:20260105', `SUMMARY:a${folded}`])).names[0]!.length, 300);
  const exceptions = Array.from({ length: 20_000 }, () => ['UID:1', 'RECURRENCE-ID:20260105', 'DTSTART:20260106']);
  assert.deepEqual(read(feed(['UID:1', 'DTSTART:20260105'], ...exceptions)).off, ['2026-01-06']);
  assert.equal(read(feed(['DTSTART:20260105', `SUMMARY:${'a\u0301\u0323'.repeat(100_000)}`])).off.length, 1);
});

test('a date without VALUE=DATE is a date', () => {
  for (const [start, end] of [
    ['DTSTART:20260105', 'DTEND:20260106'],
    ['DTSTART;TZID=Asia/Ho_Chi_Minh:20260105', 'DTEND;TZID=Asia/Ho_Chi_Minh:20260106'],
    ['DTSTART;VALUE=DATE-TIME:20260105', 'DURATION:P1D'],
    ['DTSTART:2026-01-05', 'DURATION:PT24H'],
    ['DTSTART;TZID=SE Asia Standard Time:20260105T000000', 'DTEND;TZID="SE Asia Standard Time":20260106T000000'],
  ])
    assert.deepEqual(read(feed([start!, end!])), { ...read(feed(['DTSTART;VALUE=DATE:20260105'])), doubts: [] }, start);
});

test('days worked in place of others are make-up days, each a doubt, and delete none below', () => {
  for (const title of [
    'Hoán đổi ngày làm việc',
    'Make up day',
    'Make-up working day',
    'Làm bù',
    'Đi làm bù',
    'Làm việc bù cho ngày 31/8',
    'Compensatory working day',
    'Working Saturday',
    'Working day (swap)',
    'Hoán đổi ngày nghỉ',
    '国庆节（班）',
    '补班',
  ]) {
    const { off, worked, doubts, layer } = read(feed(['UID:u1', 'DTSTART;VALUE=DATE:20260822', `SUMMARY:${title}`]));
    assert.deepEqual([off, worked], [[], ['2026-08-22']], title);
    assert.deepEqual(
      doubts.map(({ code, date, line, uid }) => [code, date, line, uid]),
      [['guessed-make-up-day', '2026-08-22', 4, 'u1']],
    );
    assert.equal(isWorkingDay(layerCalendars(vietnamCalendar, layer), '2026-08-22'), true, title);
  }
  for (const title of ['Nghỉ bù', 'Day in lieu', 'Nghỉ hoán đổi', 'International Workers’ Day'])
    assert.deepEqual(read(feed(['DTSTART:20260831', `SUMMARY:${title}`])).off, ['2026-08-31'], title);
  const swapped = read(feed(['DTSTART:20260831', 'SUMMARY:Hoán đổi ngày làm việc']));
  assert.deepEqual([swapped.off, swapped.worked, swapped.codes], [[], [], ['unclear-swap']]);
  const marked = read(feed(['DTSTART:20260822', 'SUMMARY:国庆节', 'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY']));
  assert.deepEqual([marked.worked, marked.codes], [['2026-08-22'], []]);
});

test('a day off on a weekend is always a doubt and leaves a make-up day below as it is', () => {
  assert.equal(isWorkingDay(vietnamCalendar, '2026-08-22'), true);
  const { off, codes, layer } = read(
    feed(['DTSTART:20260822', 'SUMMARY:Ngày gì đó'], ['DTSTART:20260905', 'SUMMARY:Lễ']),
  );
  assert.deepEqual(
    [off, codes],
    [
      ['2026-08-22', '2026-09-05'],
      ['weekend', 'weekend'],
    ],
  );
  const calendar = layerCalendars(vietnamCalendar, layer);
  assert.deepEqual([isWorkingDay(calendar, '2026-08-22'), isWorkingDay(calendar, '2026-09-05')], [true, false]);
  assert.ok(!('keepsMakeUpDays' in calendar));
  const both = read(feed(['DTSTART:20260822', 'SUMMARY:Lễ'], ['DTSTART:20260822', 'SUMMARY:Làm bù']));
  assert.deepEqual(both.codes, ['weekend', 'guessed-make-up-day', 'contradiction']);
});

test('occurrences moved by Exchange are moved, whatever form their dates have', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Customized Time Zone',
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    'TZOFFSETFROM:+0700',
    'TZOFFSETTO:+0700',
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n');
  const master = (start: string) => [
    'UID:040000008200E00074C5B7101A82E008',
    start,
    'RRULE:FREQ=YEARLY;COUNT=3',
    'SUMMARY:Lễ',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
  ];
  const moved = (id: string, start: string) => [
    'UID:040000008200E00074C5B7101A82E008',
    id,
    start,
    'SUMMARY:Lễ (dời)',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
  ];
  for (const [start, id, to] of [
    ['DTSTART;VALUE=DATE:20250903', 'RECURRENCE-ID;VALUE=DATE:20260903', 'DTSTART;VALUE=DATE:20260904'],
    [
      'DTSTART;VALUE=DATE:20250903',
      'RECURRENCE-ID;TZID=SE Asia Standard Time:20260903T000000',
      'DTSTART;TZID=SE Asia Standard Time:20260904T000000',
    ],
    [
      'DTSTART;TZID=Customized Time Zone:20250903T000000',
      'RECURRENCE-ID:20260902T170000Z',
      'DTSTART;VALUE=DATE:20260904',
    ],
    [
      'DTSTART;TZID="Customized Time Zone":20250903T000000',
      'RECURRENCE-ID;VALUE=DATE:20260903',
      'DTSTART;TZID=Customized Time Zone:20260904T000000',
    ],
  ])
    for (const order of [0, 1]) {
      const events = [master(start!), moved(id!, to!)];
      const text = feed(...(order ? events.toReversed() : events)).replace('BEGIN:VEVENT', `${zone}\r\nBEGIN:VEVENT`);
      const { off, names, codes } = read(text);
      assert.deepEqual([off, codes], [['2025-09-03', '2026-09-04', '2027-09-03'], []], start);
      assert.equal(names[1], 'Lễ (dời)');
    }
  const utc = read(
    feed(['DTSTART:20260902T170000Z', 'DTEND:20260903T170000Z', 'SUMMARY:Lễ', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE']),
  );
  assert.deepEqual([utc.off, utc.codes], [['2026-09-03'], ['guessed-zone']]);
});

test('exceptions to all later occurrences, to none, and of an event that does not repeat', () => {
  const weekly = ['UID:w', 'DTSTART:20260105', 'RRULE:FREQ=WEEKLY;COUNT=4', 'SUMMARY:Lễ'];
  const onwards = read(
    feed(weekly, [
      'UID:w',
      'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260119',
      'DTSTART:20260120',
      'SUMMARY:Lễ mới',
    ]),
  );
  assert.deepEqual(onwards.off, ['2026-01-05', '2026-01-12', '2026-01-20', '2026-01-27']);
  assert.deepEqual([onwards.names[3], onwards.codes], ['Lễ mới', ['moved-from-here-on']]);
  const ended = read(
    feed(weekly, ['UID:w', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260119', 'DTSTART:20260119', 'STATUS:CANCELLED']),
  );
  assert.deepEqual(ended.off, ['2026-01-05', '2026-01-12']);
  const stray = read(feed(weekly, ['UID:w', 'RECURRENCE-ID:20260106', 'DTSTART:20260107', 'SUMMARY:Lễ']));
  assert.deepEqual([stray.off.length, stray.codes], [5, ['stray-exception']]);
  const single = read(feed(['UID:s', 'DTSTART:20260105'], ['UID:s', 'RECURRENCE-ID:20260105', 'DTSTART:20260106']));
  assert.deepEqual([single.off, single.codes], [['2026-01-06'], []]);
  const late = read(
    feed(
      ['UID:l', 'DTSTART:20241231', 'RRULE:FREQ=YEARLY;COUNT=1'],
      ['UID:l', 'RECURRENCE-ID:20241231', 'DTSTART:20250102'],
    ),
  );
  assert.deepEqual(late.off, ['2025-01-02']);
});

test('rules end where they say, in the zone of the event, and list their own first day', () => {
  const until = (start: string, end: string) => read(feed([start, `RRULE:FREQ=DAILY;UNTIL=${end}`])).off.at(-1);
  assert.equal(until('DTSTART;VALUE=DATE:20260105', '20260108'), '2026-01-08');
  assert.equal(until('DTSTART;VALUE=DATE:20260105', '20260108T235959Z'), '2026-01-08');
  assert.equal(until('DTSTART;TZID=Asia/Ho_Chi_Minh:20260105T000000', '20260107T170000Z'), '2026-01-08');
  const { off, codes } = read(feed(['DTSTART:20260105', 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2']));
  assert.deepEqual([off, codes], [['2026-01-05', '2026-01-06', '2026-01-13'], ['outside-its-rule']]);
  assert.deepEqual(
    read(feed(['DTSTART:20260105', 'RDATE;VALUE=PERIOD:20260107T000000/P1D,20260108T000000/20260109T000000'])).off,
    ['2026-01-05', '2026-01-07', '2026-01-08'],
  );
});

test('of several states of one event the newest counts', () => {
  const state = (sequence: number, ...lines: string[]) => ['UID:s', `SEQUENCE:${sequence}`, 'SUMMARY:Lễ', ...lines];
  const old = state(1, 'DTSTART:20260105', 'RRULE:FREQ=WEEKLY;COUNT=3');
  const changed = state(1, 'RECURRENCE-ID:20260112', 'DTSTART:20260113');
  const now = state(2, 'DTSTART:20260105', 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20260112');
  const { off, codes } = read(feed(old, changed, now));
  assert.deepEqual([off, codes], [['2026-01-05', '2026-01-19'], []]);
});

test('what another program closes wrongly, lists unreadably or gives no length is reported', () => {
  const misspelt = feed(['DTSTART:20260105'], ['DTSTART:20260106']).replace(
    'END:VEVENT',
    'BEGIN:VALARM\r\nEND:VALRM\r\nEND:VEVNT',
  );
  assert.deepEqual([read(misspelt).off, read(misspelt).codes], [['2026-01-05', '2026-01-06'], ['unclosed']]);
  const listed = read(feed(['DTSTART:20260105', 'RDATE:20260107Z,20260199']));
  assert.deepEqual([listed.off, listed.codes], [['2026-01-05', '2026-01-07'], ['unread-rule']]);
  const moment = read(feed(['DTSTART:20260105T000000', 'DTEND:20260105T000000'], ['DTSTART:20260106T000000']));
  assert.deepEqual(
    [moment.off, moment.codes],
    [
      ['2026-01-05', '2026-01-06'],
      ['guessed-whole-day', 'guessed-whole-day'],
    ],
  );
  const mixed = read(feed(['DTSTART;VALUE=DATE:20260105', 'DTEND:20260107T000000Z']));
  assert.deepEqual([mixed.off, mixed.codes], [['2026-01-05', '2026-01-06'], ['guessed-zone']]);
  assert.deepEqual(read(`  ${feed(['DTSTART:20260105'])}`).off, ['2026-01-05']);
});

test('half days, cancelled calendars and files that are cut are reported', () => {
  assert.deepEqual(
    read(feed(['DTSTART:20260216', 'SUMMARY:Half-day holiday'], ['DTSTART:20260217', 'SUMMARY:Nghỉ nửa ngày'])).codes,
    ['half-day', 'half-day'],
  );
  const withdrawn = read(feed(['DTSTART:20260216']).replace('VERSION', 'METHOD:CANCEL\r\nVERSION'));
  assert.deepEqual([withdrawn.off, withdrawn.codes], [[], ['withdrawn']]);
  const whole = feed(['DTSTART:20260105', 'SUMMARY:a'], ['DTSTART:20260106', 'SUMMARY:b']);
  const cut = read(whole.slice(0, whole.lastIndexOf('END:VEVENT')));
  assert.deepEqual([cut.off, cut.codes], [['2026-01-05', '2026-01-06'], ['cut-off']]);
  assert.deepEqual(read(whole + whole.replaceAll('202601', '202602')).off, [
    '2026-01-05',
    '2026-01-06',
    '2026-02-05',
    '2026-02-06',
  ]);
});

test('files of every encoding and of vCalendar 1.0 are read, a guessed encoding is reported', () => {
  const text = feed(['DTSTART:20260902', 'SUMMARY:Quốc khánh']);
  const wide = (swap: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return new Uint8Array(swap ? bytes.swap16() : bytes);
  };
  for (const file of [
    text,
    new TextEncoder().encode(text),
    new TextEncoder().encode(`\uFEFF${text}`),
    wide(false),
    wide(true),
    text.replaceAll('\r\n', '\n'),
    text.replaceAll('\r\n', '\r'),
  ]) {
    const { names, codes } = read(file);
    assert.deepEqual([names, codes], [['Quốc khánh'], []]);
  }
  // Quốc khánh in the code page 1258: ô with a mark of its own behind it.
  const old = Buffer.from(text.replace('Quốc khánh', 'Qu@#c kh$nh').replaceAll('\r\n', '\n'), 'latin1');
  const bytes = new Uint8Array(old.map((byte) => ({ 0x40: 0xf4, 0x23: 0xec, 0x24: 0xe1 })[byte] ?? byte));
  assert.deepEqual([read(bytes).names, read(bytes).codes], [['Quốc khánh'], ['guessed-encoding']]);
  const quoted =
    'BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nDTSTART:20260902T000000\r\nDTEND:20260903T000000\r\nSUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Qu=E1=BB=91c =\r\nkh=C3=A1nh\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  assert.deepEqual([read(quoted).off, read(quoted).names], [['2026-09-02'], ['Quốc khánh']]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDay, parseDay } from '../dates.ts';
import { readRule, repeatedDays } from './repeat.ts';

function days(start: string, rule: string, last = '2010-12-31'): string[] {
  const read = readRule(rule);
  assert.ok(read, rule);
  const found = repeatedDays(read, parseDay(start, ''), parseDay(last, ''), { left: 1e6 });
  return Array.from(found, formatDay);
}

/** `1997-09 2 4, 1997-10 2` written out. */
const dates = (text: string) =>
  text.split(', ').flatMap((month) => {
    const [name, ...numbers] = month.split(' ');
    return numbers.map((number) => `${name}-${number.padStart(2, '0')}`);
  });

// The examples of RFC 5545, 3.8.5.3, as whole days.
const examples: [start: string, rule: string, expected: string, last?: string][] = [
  ['1997-09-02', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09 2 12 22, 1997-10 2 12'],
  ['1997-09-02', 'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', '1997-09 2 4 16 18 30, 1997-10 2 14 16'],
  ['1997-09-05', 'FREQ=MONTHLY;COUNT=4;BYDAY=1FR', '1997-09 5, 1997-10 3, 1997-11 7, 1997-12 5'],
  ['1997-09-07', 'FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYDAY=1SU,-1SU', '1997-09 7 28, 1997-11 2 30, 1998-01 4 25'],
  [
    '1997-09-22',
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    '1997-09 22, 1997-10 20, 1997-11 17, 1997-12 22, 1998-01 19, 1998-02 16',
  ],
  [
    '1997-09-28',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    '1997-09 28, 1997-10 29, 1997-11 28, 1997-12 29, 1998-01 29, 1998-02 26',
    '1998-02-28',
  ],
  [
    '1997-09-30',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    '1997-09 30, 1997-10 1 31, 1997-11 1 30, 1997-12 1 31, 1998-01 1 31, 1998-02 1',
  ],
  [
    '1997-09-10',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997-09 10 11 12 13 14 15, 1999-03 10 11 12 13',
  ],
  ['1997-06-10', 'FREQ=YEARLY;COUNT=4;BYMONTH=6,7', '1997-06 10, 1997-07 10, 1998-06 10, 1998-07 10'],
  [
    '1997-01-01',
    'FREQ=YEARLY;INTERVAL=3;COUNT=7;BYYEARDAY=1,100,200',
    '1997-01 1, 1997-04 10, 1997-07 19, 2000-01 1, 2000-04 9, 2000-07 18, 2003-01 1',
  ],
  ['1997-05-19', 'FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05 19, 1998-05 18, 1999-05 17'],
  ['1997-05-12', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3', '1997-05 12, 1998-05 11, 1999-05 17'],
  ['1997-03-13', 'FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=5', '1997-03 13 20 27, 1998-03 5 12'],
  ['1997-09-13', 'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=3', '1997-09 13, 1997-10 11, 1997-11 8'],
  [
    '1998-02-13',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5',
    '1998-02 13, 1998-03 13, 1998-11 13, 1999-08 13, 2000-10 13',
  ],
  [
    '1996-11-05',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3',
    '1996-11 5, 2000-11 7, 2004-11 2',
  ],
  ['1997-09-04', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09 4, 1997-10 7, 1997-11 6'],
  [
    '1997-09-29',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4',
    '1997-09 29, 1997-10 30, 1997-11 27, 1997-12 30',
  ],
  ['1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08 5 10 19 24'],
  ['1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08 5 17 19 31'],
  ['2007-01-15', 'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01 15 30, 2007-02 15, 2007-03 15 30'],
  // Not in every year or month.
  ['2000-02-29', 'FREQ=YEARLY', '2000-02 29, 2004-02 29, 2008-02 29'],
  ['2000-01-31', 'FREQ=MONTHLY;COUNT=4', '2000-01 31, 2000-03 31, 2000-05 31, 2000-07 31'],
  ['2018-12-31', 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO', '2018-12 31, 2019-12 30', '2019-12-31'],
  ['1999-12-27', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2', '2004-12 27, 2009-12 28'],
];
for (const [start, rule, expected, last] of examples)
  test(`${rule} from ${start}`, () => assert.deepEqual(days(start, rule, last), dates(expected)));

test('a rule that is none is not read', () => {
  for (const rule of [
    '',
    'FREQ=SECONDLY',
    'FREQ=HOURLY;COUNT=3',
    'FREQ=YEARLY;INTERVAL=0',
    'FREQ=YEARLY;INTERVAL=-1',
    'FREQ=YEARLY;COUNT=0',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=YEARLY;BYMONTH=-1',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYDAY=XX',
    `FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 401 }, () => 1).join(',')}`,
    'FREQ=YEARLY;SKIP=FORWARD;RSCALE=CHINESE',
    'INTERVAL=1',
  ])
    assert.equal(readRule(rule), undefined, rule);
});

test('a rule that never meets ends, and says so by its budget', () => {
  const start = parseDay('1900-01-01', '');
  for (const rule of [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=6',
    'FREQ=DAILY;INTERVAL=999999999999',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300',
  ]) {
    const budget = { left: 50_000 };
    const found = [...repeatedDays(readRule(rule)!, start, parseDay('9999-12-31', ''), budget)];
    assert.ok(found.length <= 1 && budget.left >= -1, rule);
  }
});

test('days come in order, once, from the start on, and COUNT of them', () => {
  const list = (most: number, least = 1) =>
    fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 4 });
  const rules = fc
    .record(
      {
        FREQ: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
        INTERVAL: fc.integer({ min: 1, max: 5 }),
        COUNT: fc.integer({ min: 1, max: 30 }),
        BYMONTH: list(12),
        BYMONTHDAY: list(31),
        BYDAY: fc.uniqueArray(fc.constantFrom('MO', '1TU', '-1FR', 'SU'), { minLength: 1 }),
        BYSETPOS: list(3),
      },
      { requiredKeys: ['FREQ', 'COUNT'] },
    )
    .map((parts) =>
      Object.entries(parts)
        .map(([name, value]) => `${name}=${String(value)}`)
        .join(';'),
    );
  fc.assert(
    fc.property(rules, fc.integer({ min: 0, max: 20_000 }), (rule, start) => {
      const found = [...repeatedDays(readRule(rule)!, start, start + 4000, { left: 1e6 })];
      assert.ok(found.length <= Number(/COUNT=(\d+)/.exec(rule)![1]));
      for (const [index, day] of found.entries())
        assert.ok(day >= start && (index === 0 || day > found[index - 1]!), rule);
    }),
  );
});

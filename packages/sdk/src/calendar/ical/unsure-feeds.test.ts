import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feed, read } from './testkit/feed.ts';

// A Monday.
const monday = 'DTSTART;VALUE=DATE:20260831';

test('a weekday whose title speaks of work is no certain day off', () => {
  for (const title of [
    'Làm việc bình thường',
    'Ngày đi làm',
    'Trực lễ',
    'Làm thêm',
    'Tăng ca',
    'Office open',
    'Business day',
    'Swap day',
    'Work from home',
    'Lam bu',
  ]) {
    const { off, codes } = read(feed([monday, `SUMMARY:${title}`]));
    assert.deepEqual([title, off, codes], [title, [], ['unclear-swap']]);
  }
  for (const title of ['Bù ngày 2/9', 'Working holiday']) {
    const { off, codes } = read(feed([monday, `SUMMARY:${title}`]));
    assert.deepEqual([title, off, codes], [title, ['2026-08-31'], ['guessed-day-off']]);
  }
});

test('titles of days off stay what they are', () => {
  for (const title of ['Nghỉ bù', 'Nghỉ bù Quốc khánh', 'Ngày Quốc tế Lao động', 'Labour Day', 'Day off in lieu']) {
    const { off, codes } = read(feed([monday, `SUMMARY:${title}`]));
    assert.deepEqual([title, off, codes], [title, ['2026-08-31'], []]);
  }
});

test('a morning or an afternoon off is half a day, and a title that denies the day off is believed', () => {
  for (const title of ['Buổi sáng nghỉ', 'Nghỉ chiều', 'Nghỉ buổi chiều', 'Afternoon off'])
    assert.deepEqual(read(feed([monday, `SUMMARY:${title}`])).codes, ['half-day'], title);
  for (const title of ['Không nghỉ', 'Optional Holiday', 'Not a public holiday'])
    assert.deepEqual(read(feed([monday, `SUMMARY:${title}`])).codes, ['observance'], title);
});

test('a rule with a part that is not known is a doubt, and only its first day is taken', () => {
  for (const part of ['BYEASTER=0', 'X-MOON=1']) {
    const { off, codes } = read(feed([monday, `RRULE:FREQ=YEARLY;${part}`, 'SUMMARY:Nghỉ lễ']));
    assert.deepEqual([off, codes], [['2026-08-31'], ['unread-rule']]);
  }
  const { codes } = read(feed([monday, 'RRULE:FREQ=YEARLY;COUNT=2;BYHOUR=0;WKST=MO;', 'SUMMARY:Nghỉ lễ']));
  assert.deepEqual(codes, []);
});

test('periods, ranges backwards, two dates, two lengths and tentative events are reported', () => {
  const period = [monday, 'RDATE;VALUE=PERIOD:20260907T000000/20260909T000000', 'SUMMARY:Nghỉ lễ'];
  assert.deepEqual(read(feed(period)).codes, ['unread-rule']);
  const change = ['UID:1', 'RECURRENCE-ID;RANGE=THISANDPRIOR;VALUE=DATE:20270831', 'DTSTART;VALUE=DATE:20270901'];
  const yearly = ['UID:1', monday, 'RRULE:FREQ=YEARLY;COUNT=2', 'SUMMARY:Nghỉ lễ'];
  assert.deepEqual(read(feed(yearly, change)).codes, ['unread-rule']);
  assert.deepEqual(read(feed([monday, 'DTSTART;VALUE=DATE:20260907', 'SUMMARY:Nghỉ'])).codes, ['said-twice']);
  assert.deepEqual(read(feed([monday, 'DTEND;VALUE=DATE:20260901', 'DURATION:P3D', 'SUMMARY:Nghỉ'])).codes, [
    'said-twice',
  ]);
  assert.deepEqual(read(feed([monday, 'STATUS:TENTATIVE', 'SUMMARY:Nghỉ'])).codes, ['tentative']);
});

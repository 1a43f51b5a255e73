import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInputError } from '../../errors/index.ts';
import { feed, read } from './testkit/feed.ts';

test('a calendar without a day of the years asked for is reported', () => {
  for (const text of [
    feed(),
    feed(['DTSTART:20190101', 'SUMMARY:Tết Dương lịch']),
    feed(['DTSTART:20260101', 'STATUS:CANCELLED']),
    feed().replace('END:VCALENDAR', 'BEGIN:VTODO\r\nDUE:20260105\r\nEND:VTODO\r\nEND:VCALENDAR'),
  ])
    assert.deepEqual(
      read(text).doubts.map(({ code, used }) => [code, used]),
      [['no-days', false]],
    );
});

test('a property without a value is as good as none', () => {
  const { off, codes } = read(
    feed([
      'DTSTART:20260101',
      'DTEND:',
      'DURATION: ',
      'RRULE:',
      'EXRULE:',
      'RDATE:',
      'EXDATE:',
      'RECURRENCE-ID:',
      'CATEGORIES:',
      'SUMMARY:Tết Dương lịch',
    ]),
  );
  assert.deepEqual([off, codes], [['2026-01-01'], []]);
});

test('an exception that writes only what it changes has the rest of its event', () => {
  const { off, worked, layer, codes } = read(
    feed(
      ['UID:1', 'DTSTART:20260502', 'RRULE:FREQ=YEARLY;COUNT=2', 'SUMMARY:Làm bù', 'CATEGORIES:MAKE-UP-DAY'],
      ['UID:1', 'RECURRENCE-ID:20260502', 'DTSTART:20260509'],
    ),
  );
  assert.deepEqual([off, worked, codes], [[], ['2026-05-09', '2027-05-02'], []]);
  assert.equal(layer.makeUpDays![0]!.name, 'Làm bù');
});

test('of several states of one exception the newest counts, wherever it stands', () => {
  const master = ['UID:1', 'DTSTART:20260105', 'RRULE:FREQ=WEEKLY;COUNT=2', 'SUMMARY:Lễ'];
  const states = [2, 1].map((sequence) => [
    'UID:1',
    `SEQUENCE:${sequence}`,
    'RECURRENCE-ID:20260112',
    `DTSTART:2026011${2 + sequence}`,
  ]);
  for (const order of [states, [...states].reverse()]) {
    const { off, codes } = read(feed(master, ...order));
    assert.deepEqual([off, codes], [['2026-01-05', '2026-01-14'], []]);
  }
});

test('an end that cannot be read is reported with the day it begins', () => {
  const { doubts } = read(feed(['DTSTART;VALUE=DATE:20260105', 'DURATION:PT1W'], ['DTSTART:20260106', 'DTEND:mai']));
  assert.deepEqual(
    doubts.map(({ code, date }) => [code, date]),
    [
      ['no-date', '2026-01-05'],
      ['no-date', '2026-01-06'],
    ],
  );
});

test('what is no calendar is refused with what is missing and what to do', () => {
  const refused = (text: string) => {
    let words = '';
    assert.throws(
      () => read(text),
      (error) => {
        if (isInputError(error)) words = error.text.vi;
        return isInputError(error) && error.code === 'not-a-calendar';
      },
    );
    return words;
  };
  const page = refused('<!doctype html><title>Đăng nhập</title>');
  assert.match(page, /BEGIN:VCALENDAR/);
  assert.match(page, /xuất lại/);
  assert.equal(refused('BEGIN:VEVENT\r\nDTSTART:20260105\r\nEND:VEVENT\r\n'), page);
  assert.match(refused('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'), /bị cắt.*tải lại/);
  assert.match(refused(`${feed()}${'\n'.repeat(6e6)}`), /5 triệu.*ít năm hơn/);
});

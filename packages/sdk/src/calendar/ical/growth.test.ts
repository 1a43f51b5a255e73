import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInputError } from '../../errors/index.ts';
import { assertGrowsWithLength } from '../../text/testkit/growth.ts';
import { nastyTexts } from '../../text/testkit/nasty.ts';
import { importIcal } from './index.ts';

const options = { id: 'test', version: '1', years: [2026, 2027] as const };

function attempt(file: string): void {
  try {
    importIcal(file, options);
  } catch (error) {
    assert.ok(isInputError(error), String(error));
  }
}

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const day = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a', 'DTSTART;VALUE=DATE:20260902', ...lines, 'END:VEVENT'];

/** A text wherever one can stand: as a name, in a parameter, as a value. */
const places: Record<string, (text: string) => string> = {
  'a title': (text) => calendar(...day(`SUMMARY:${text}`, `DESCRIPTION:${text}`, `CATEGORIES:${text}`)),
  'a name': (text) => calendar(...day(`${text}:a`)),
  'a parameter': (text) => calendar(...day(`SUMMARY;LANGUAGE="${text}":a`, `SUMMARY;${text}:a`)),
  'a day': (text) => calendar('BEGIN:VEVENT', `DTSTART:${text}`, `DTEND;TZID=${text}:${text}`, 'END:VEVENT'),
  'a duration': (text) => calendar(...day(`DURATION:P${text}`)),
  'a repetition': (text) => calendar(...day(`RRULE:FREQ=YEARLY;BYDAY=${text}`, `RDATE:${text}`, `EXDATE:${text}`)),
  'an identifier': (text) => calendar(...day(`UID:${text}`, `RECURRENCE-ID:${text}`)),
  'outside of all': (text) => `${text}\r\n${calendar(...day('SUMMARY:a'))}${text}`,
};

for (const [place, put] of Object.entries(places)) {
  test(`a calendar is read in a time that grows no faster than a text as ${place}`, async () => {
    for (const nasty of nastyTexts) {
      await assertGrowsWithLength(`${nasty.name} as ${place}`, 64 * 1024, (length) => {
        const file = put(nasty.ofLength(length));
        return () => attempt(file);
      });
    }
  });
}

const repeated = (length: number, lineOf: (index: number) => string) =>
  Array.from({ length: Math.ceil(length / 64) }, (_, index) => lineOf(index));

/** Many of what a calendar has, each about 64 characters. */
const crowds: Record<string, (length: number) => string> = {
  events: (length) => calendar(...repeated(length, (index) => day(`UID:${index}`, 'SUMMARY:Nghỉ lễ').join('\r\n'))),
  'events of one identifier': (length) => calendar(...repeated(length, () => day('SUMMARY:Nghỉ lễ').join('\r\n'))),
  'exceptions of one event': (length) =>
    calendar(
      ...day('SUMMARY:Nghỉ', 'RRULE:FREQ=DAILY'),
      ...repeated(length, (index) =>
        day(`RECURRENCE-ID;VALUE=DATE:2026${String((index % 12) + 1).padStart(2, '0')}15`, 'SUMMARY:b').join('\r\n'),
      ),
    ),
  'days left out': (length) =>
    calendar(...day('RRULE:FREQ=DAILY', ...repeated(length, () => 'EXDATE;VALUE=DATE:20260903'))),
  'repetitions of one event': (length) => calendar(...day(...repeated(length, () => 'RRULE:FREQ=YEARLY'))),
  'components within components': (length) => calendar(...repeated(length, () => 'BEGIN:VEVENT')),
  'lines that go on': (length) => calendar(...day('SUMMARY:a', ...repeated(length, () => ` ${'b'.repeat(60)}`))),
  'empty lines': (length) => calendar(...repeated(length, () => '\r\n'.repeat(32))),
};

for (const [name, make] of Object.entries(crowds)) {
  test(`a calendar is read in a time that grows no faster than its ${name}`, async () => {
    await assertGrowsWithLength(name, 1024 * 1024, (length) => {
      const file = make(length);
      return () => attempt(file);
    });
  });
}

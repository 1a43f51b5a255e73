import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { events } from '../api/events.ts';
import { describeFieldError } from '../contract/field-errors.ts';
import {
  channelsFor,
  checkNoticeRules,
  fillNotice,
  mailWishNames,
  mailWishNamesEn,
  NoticeRule,
  noticeOccasions,
  noticeTopicNames,
  noticeTopicNamesEn,
  presetNoticeRules,
  usualWishes,
  whenQuietEnds,
  withoutMail,
} from './index.ts';

const [rule] = presetNoticeRules() as [NoticeRule, ...NoticeRule[]];
const both = (text: string) => ({ vi: text, en: text });

describe('rules of notices', () => {
  test('those that ship are in order, and every text of theirs is a sample', () => {
    const rules = presetNoticeRules();
    assert.deepEqual(checkNoticeRules(rules), []);
    for (const each of rules) {
      assert.ok(NoticeRule.safeParse(each).success, each.id);
      assert.ok(each.illustrative, each.id);
      assert.notEqual(each.title.vi, each.title.en, each.id);
    }
  });

  test('every occasion is an event of the catalogue, or what a day brings', () => {
    for (const name of Object.keys(noticeOccasions)) assert.ok(name in events || name.startsWith('day.'), name);
  });

  test('a variable that nothing fills in is refused, in both languages, with those that can be used', () => {
    const wrong = { ...rule, title: both('Hồ sơ {secret}'), text: both('Người gửi: {name}, còn {code') };
    const issues = checkNoticeRules([wrong]);
    assert.deepEqual(
      issues.map(({ pointer, code }) => [pointer, code]),
      ['title/vi', 'text/vi', 'title/en', 'text/en'].map((part) => [`/0/${part}`, 'unknown-variable']),
    );
    const { code, params } = issues[0]!;
    assert.equal(
      describeFieldError(code, params, 'vi'),
      'Không dùng được {secret} ở đây. Dùng được: {code}, {due}, {unit}',
    );
    assert.equal(
      describeFieldError(code, params, 'en'),
      '{secret} cannot be used here. These can: {code}, {due}, {unit}',
    );
  });

  test('what people wrote stands in no title, which is the subject of mail', () => {
    const model = presetNoticeRules().find(({ on }) => on === 'model.registered')!;
    assert.deepEqual(
      checkNoticeRules([{ ...model, title: both('{name}') }]).map(({ pointer }) => pointer),
      ['/0/title/vi', '/0/title/en'],
    );
    assert.deepEqual(checkNoticeRules([{ ...model, text: both('{name}') }]), []);
  });

  test('a brace that is not closed, a rule given twice, somebody whom the occasion does not know', () => {
    const issues = checkNoticeRules([{ ...rule, text: both('{code} }') }, rule, { ...rule, id: 'x', to: 'holder' }]);
    assert.deepEqual(
      issues.map(({ pointer, code }) => `${pointer} ${code}`),
      ['/0/text/vi unknown-variable', '/0/text/en unknown-variable', '/1/id given-twice', '/2/to not-an-option'],
    );
  });

  test('are filled in once: what is filled in is not read again', () => {
    const filled = fillNotice(
      { title: both('{code} {due}'), text: both('{unit}') },
      { code: both('{unit}'), unit: both('A') },
    );
    assert.deepEqual(filled, { title: both('{unit} …'), text: both('A') });
  });
});

describe('wishes', () => {
  test('the rule says how, and the person may wish less', () => {
    const usual = { inApp: true, mail: 'at-once' } as const;
    assert.deepEqual(channelsFor(usual, 'cases', usualWishes), usual);
    assert.deepEqual(channelsFor(usual, 'cases', withoutMail(usualWishes)), { inApp: true, mail: 'never' });
    const wishes = { topics: { ...usualWishes.topics, cases: { inApp: false, mail: 'daily' as const } } };
    assert.deepEqual(channelsFor(usual, 'cases', wishes), { inApp: false, mail: 'daily' });
    assert.deepEqual(channelsFor({ inApp: false, mail: 'never' }, 'models', wishes), { inApp: false, mail: 'never' });
  });

  test('every topic and every wish has a name in both languages', () => {
    assert.deepEqual(Object.keys(noticeTopicNames), Object.keys(usualWishes.topics));
    assert.deepEqual(Object.keys(noticeTopicNamesEn), Object.keys(usualWishes.topics));
    assert.deepEqual(Object.keys(mailWishNames), Object.keys(mailWishNamesEn));
  });

  test('quiet hours end on their hour in Vietnam, the next day where they go over midnight', () => {
    const night = { from: '21:00', to: '06:00' };
    // 22:30 in Vietnam.
    assert.equal(whenQuietEnds(night, '2026-11-30T15:30:00Z'), '2026-11-30T23:00:00.000Z');
    // 05:59 in Vietnam.
    assert.equal(whenQuietEnds(night, '2026-11-30T22:59:00Z'), '2026-11-30T23:00:00.000Z');
    // 06:00 and 20:59.
    assert.equal(whenQuietEnds(night, '2026-11-30T23:00:00Z'), '2026-11-30T23:00:00.000Z');
    assert.equal(whenQuietEnds(night, '2026-12-01T13:59:00Z'), '2026-12-01T13:59:00.000Z');
    assert.equal(whenQuietEnds({ from: '12:00', to: '13:30' }, '2026-11-30T05:10:00Z'), '2026-11-30T06:30:00.000Z');
    assert.equal(whenQuietEnds(null, '2026-11-30T15:30:00Z'), '2026-11-30T15:30:00.000Z');
  });

  test('mail never goes out in quiet hours, and waits less than a day', () => {
    const clock = fc
      .integer({ min: 0, max: 1439 })
      .map(
        (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
      );
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2031-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(clock, clock, instants, (from, to, date) => {
        const sendAt = whenQuietEnds({ from, to }, date.toISOString());
        assert.equal(whenQuietEnds({ from, to }, sendAt), sendAt);
        const waits = Date.parse(sendAt) - date.getTime();
        assert.ok(waits >= 0 && waits < 24 * 60 * 60 * 1000);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addTerm, isWorkedIn, isWorkingDay, legalTerms, vietnamCalendar } from '../calendar/index.ts';
import { dueDateFrom, timeLeftOf, type DeadlineRules } from '../cases/due-date.ts';
import { addDays } from '../text/add-days.ts';
import { isRefused } from '../lifecycle/outcome.ts';
import {
  applySetting,
  CalendarChanges,
  movedDueDates,
  noCalendarChanges,
  presetSettings,
  presetThresholds,
  publicSettings,
  settingNames,
  settingNamesEn,
  settingNamesVi,
  settingShapes,
  tenantSettings,
  versionInForce,
  type SettingChange,
  type SettingVersion,
} from './index.ts';
import { bodies, settingVersion } from './sample.ts';

const office = { name: 'Bộ phận tiếp nhận', hotline: null };
const presets = { office, calendar: vietnamCalendar, terms: legalTerms, province: '80' };
const today = '2026-12-14';
const change = bodies.change as SettingChange;
const withValue = (value: CalendarChanges): SettingChange => ({ ...change, value }) as SettingChange;

const issuesOf = (body: SettingChange, latest = 0) => {
  const outcome = applySetting(body, { latest, national: vietnamCalendar });
  return isRefused(outcome) ? outcome.issues?.map(({ pointer, code }) => `${pointer} ${code}`) : [];
};

describe('settings', () => {
  test('every setting has a preset of its shape and a name in both languages', () => {
    const preset = tenantSettings([], presets).values;
    for (const name of settingNames) {
      assert.ok(settingShapes[name].safeParse(preset[name]).success, name);
      assert.ok(settingNamesVi[name] && settingNamesEn[name], name);
    }
  });

  test('without versions all is as the system was started', () => {
    const settings = tenantSettings([], presets);
    const { deadlines } = settings;
    assert.equal(deadlines.calendar, vietnamCalendar);
    assert.deepEqual(deadlines.terms, legalTerms);
    assert.equal(publicSettings(settings, { today }).privacyNotice.version, '2');
  });

  test('a calendar of a tenant lies over the national one and says so in its version', () => {
    const { deadlines } = tenantSettings([settingVersion], presets);
    const { calendar } = deadlines;
    assert.equal(calendar.version, `${vietnamCalendar.version}+1`);
    assert.equal(calendar.id, 'vn-80');
    assert.equal(isWorkingDay(calendar, '2026-12-31'), false);
    assert.equal(isWorkingDay(calendar, '2026-12-26'), true);
    assert.equal(isWorkingDay(calendar, '2026-11-24'), false, 'what it does not change stays');
    const term = { amount: 1, unit: 'working-day' } as const;
    assert.equal(addTerm(calendar, '2026-12-25', term), '2026-12-26');
  });

  test('pages are told the working days around today, with what the province departs in', () => {
    const { workWeek } = publicSettings(tenantSettings([settingVersion], presets), { today });
    assert.deepEqual(workWeek.weekdays, [1, 2, 3, 4, 5]);
    assert.deepEqual(workWeek.worked, ['2026-12-26']);
    assert.ok(workWeek.off.includes('2026-12-31') && workWeek.off.includes('2027-01-01'));
    assert.ok(!workWeek.off.includes('2026-12-26'));
    const { deadlines } = tenantSettings([settingVersion], presets);
    for (let at = -31; at <= 92; at += 1) {
      const day = addDays(today, at);
      assert.equal(isWorkedIn(workWeek, day), isWorkingDay(deadlines.calendar, day), day);
    }
    assert.ok(JSON.stringify(workWeek).length < 400, 'a few bytes');
  });

  test('a new text of the notice has a version of its own, which submissions carry', () => {
    const { consent, rights, readers } = presetSettings(office)['privacy-notice'];
    const version = { ...settingVersion, name: 'privacy-notice', value: { consent, rights, readers }, version: 3 };
    const settings = tenantSettings([version as SettingVersion], presets);
    assert.equal(publicSettings(settings, { today }).privacyNotice.version, '2.3');
  });

  test('forms and papers are told how the office writes', () => {
    const value = { tones: 'new', papers: 'party', address: 'ong-ba' } as const;
    const version = { ...settingVersion, name: 'house-style', value } as SettingVersion;
    assert.deepEqual(publicSettings(tenantSettings([version], presets), { today }).houseStyle, value);
    assert.deepEqual(
      publicSettings(tenantSettings([], presets), { today }).houseStyle,
      presetSettings(office)['house-style'],
    );
  });

  test('limits of a province say what is due soon, and forms are told of those that pages need', () => {
    const value = {
      ...presetThresholds(),
      dueSoonDays: { amount: 5, basis: { title: 'Mẫu', confidence: 'published' } },
    };
    const version = { ...settingVersion, name: 'thresholds', value } as SettingVersion;
    const settings = tenantSettings([version], presets);
    assert.equal(settings.deadlines.soonDays, 5);
    const told = { roleEndsSoonDays: 30, idleDays: 90, reasonAbove: null };
    assert.deepEqual(publicSettings(settings, { today }).thresholds, { dueSoonDays: 5, ...told });
    assert.deepEqual(publicSettings(tenantSettings([], presets), { today }).thresholds, { dueSoonDays: 2, ...told });
    const record = { status: 'in-progress' as const, dueAt: '2026-12-07T16:59:59.999Z' };
    const classOf = (rules: DeadlineRules) => timeLeftOf(record, rules, '2026-11-30T02:00:00Z')!.class;
    assert.equal(classOf(settings.deadlines), 'soon');
    assert.equal(classOf(tenantSettings([], presets).deadlines), 'in-time');
  });

  test('a limit out of its range is none', () => {
    const of = (more: object) => settingShapes.thresholds.safeParse({ ...presetThresholds(), ...more }).success;
    const { basis } = presetThresholds().remindDays;
    assert.ok(of({ remindDays: { amount: 60, basis } }));
    for (const amount of [0, 61, 1.5, null, '7']) assert.ok(!of({ remindDays: { amount, basis } }), String(amount));
    assert.ok(!of({ remindDays: { amount: 7 } }), 'each says what it rests on');
  });

  test('of the versions whose time it is the newest holds', () => {
    const version = (number: number, validFrom: string, validTo: string | null = null) => ({
      version: number,
      validFrom,
      validTo,
    });
    const versions = [version(1, '2026-01-01'), version(3, '2027-01-01', '2027-12-31'), version(2, '2026-07-01')];
    const on = (day: string) => versionInForce(versions, day)?.version;
    assert.deepEqual(['2025-12-31', '2026-01-01', '2026-07-01', '2027-01-01', '2027-12-31', '2028-01-01'].map(on), [
      undefined,
      1,
      2,
      3,
      3,
      2,
    ]);
  });

  test('a change that was made on another version than the newest is refused', () => {
    const outcome = applySetting(change, { latest: 2, national: vietnamCalendar });
    assert.deepEqual(outcome, { refused: 'precondition-failed' });
  });

  test('a change makes the next version and an event without the value', () => {
    const outcome = applySetting({ ...change, replaces: 4 }, { latest: 4, national: vietnamCalendar });
    assert.ok(!isRefused(outcome));
    assert.equal(outcome.changes.version, 5);
    assert.ok(!('replaces' in outcome.changes));
    assert.deepEqual(outcome.event, {
      kind: 'setting.changed',
      data: { name: 'calendar', version: 5, validFrom: '2026-12-01', validTo: null, provisional: false },
    });
  });

  test('a calendar that contradicts itself is refused where it does', () => {
    const day = (date: string) => ({ date, name: 'Ngày mẫu' });
    const cases: [Partial<CalendarChanges>, string[]][] = [
      [{ makeUpDays: [day('2026-12-25')] }, ['/value/makeUpDays/0/date already-worked']],
      // A Saturday that the province works every week needs no making up.
      [{ weekdays: [1, 2, 3, 4, 5, 6], makeUpDays: [day('2026-12-26')] }, ['/value/makeUpDays/0/date already-worked']],
      [{ holidays: [day('2026-12-31'), day('2026-12-31')] }, ['/value/holidays/1/date given-twice']],
      [{ holidays: [day('2026-12-26')], makeUpDays: [day('2026-12-26')] }, ['/value/makeUpDays/0/date given-twice']],
      [{ ordinaryDays: ['2026-11-24'], holidays: [day('2026-11-24')] }, ['/value/ordinaryDays/0 given-twice']],
      [{ shifts: [{ start: '11:30', end: '07:30' }] }, ['/value/shifts/0/end end-before-start']],
      [
        {
          weekdayShifts: {
            6: [
              { start: '07:30', end: '11:30' },
              { start: '11:00', end: '12:00' },
            ],
          },
        },
        ['/value/weekdayShifts/6/1/start hours-overlap'],
      ],
      [{ holidays: [day('2026-12-31')], makeUpDays: [day('2026-12-26')] }, []],
    ];
    for (const [changes, expected] of cases) {
      assert.deepEqual(issuesOf(withValue({ ...noCalendarChanges, ...changes })), expected, JSON.stringify(changes));
    }
  });

  test('a version that ends before it begins is refused, and so are prefixes and topics given twice', () => {
    assert.deepEqual(issuesOf({ ...change, validTo: '2026-11-30' }), ['/validTo end-before-start']);
    const { value: _, ...rest } = change;
    assert.deepEqual(
      issuesOf({
        ...rest,
        name: 'code-prefixes',
        value: { report: 'PA', proposal: 'PA', model: 'MH' },
      } as SettingChange),
      ['/value/proposal given-twice'],
    );
    const [topic] = presetSettings(office).topics;
    const topics = [topic!, { ...topic!, offered: false }];
    assert.deepEqual(issuesOf({ ...rest, name: 'topics', value: topics } as SettingChange), [
      '/value/1/topic given-twice',
    ]);
    const none = topics.slice(0, 1).map((each) => ({ ...each, offered: false }));
    assert.deepEqual(issuesOf({ ...rest, name: 'topics', value: none } as SettingChange), [
      '/value/0/offered required',
    ]);
  });

  test('tells which open cases would be due on another day, and leaves them where they are', () => {
    const before = tenantSettings([], presets).deadlines;
    const after = tenantSettings([settingVersion], presets).deadlines;
    const running = (id: string, startedAt: string) => ({
      id,
      code: id,
      kind: 'report' as const,
      startedAt,
      dueAt: dueDateFrom(before, 'report', startedAt).dueAt,
    });
    const cases = [
      running('later', '2026-12-28T02:00:00Z'),
      running('sooner', '2026-12-14T02:00:00Z'),
      running('untouched', '2026-11-02T02:00:00Z'),
    ];
    const moved = movedDueDates(cases, after);
    assert.deepEqual(
      moved.map(({ id, dueAt, wouldBeDueAt }) => [id, wouldBeDueAt > dueAt ? 'later' : 'sooner']),
      [
        ['later', 'later'],
        ['sooner', 'sooner'],
      ],
    );
  });
});

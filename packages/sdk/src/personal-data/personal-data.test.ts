import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { legalTerms, vietnamCalendar } from '../calendar/index.ts';
import type { DeadlineRules } from '../cases/index.ts';
import { isRefused } from '../lifecycle/outcome.ts';
import { tenantSettings } from '../settings/index.ts';
import {
  applyDataRequestStep,
  checkRetentionRules,
  dataRequestActionNames,
  dataRequestActionNamesEn,
  dataRequestActions,
  dataRequestClock,
  dataRequestKindNames,
  dataRequestKindNamesEn,
  dataRequestKinds,
  dataRequestTerms,
  holdOf,
  presetRegister,
  presetRetention,
  processingRegister,
  retentionKinds,
  retentionLimit,
  type DataRequestStep,
} from './index.ts';
import { dataRequest } from './sample.ts';

const office = { name: 'Bộ phận tiếp nhận', hotline: null };
const { deadlines } = tenantSettings([], { office, calendar: vietnamCalendar, terms: legalTerms });
const closed = { code: 'PA-1', kind: 'report', status: 'closed' } as const;
const known = { ...dataRequest, status: 'identity-checked' } as const;

const take = (
  changes: Partial<typeof dataRequest>,
  input: DataRequestStep,
  cases: readonly (typeof closed)[] = [closed],
) =>
  applyDataRequestStep({ ...known, ...changes }, input, {
    actors: ['secretariat'],
    now: '2026-12-01T02:00:00Z',
    deadlines,
    cases,
  });
const effectOf = (...asked: Parameters<typeof take>) => {
  const outcome = take(...asked);
  return isRefused(outcome) ? outcome.refused : outcome.effect;
};

describe('requests about personal data', () => {
  test('kinds and steps have words in both languages, and terms with a basis that says how sure it is', () => {
    for (const kind of dataRequestKinds) {
      assert.ok(dataRequestKindNames[kind] && dataRequestKindNamesEn[kind], kind);
      assert.equal(dataRequestTerms.filter(({ matter }) => matter === `data-${kind}`).length, 2);
    }
    for (const action of dataRequestActions)
      assert.ok(dataRequestActionNames[action] && dataRequestActionNamesEn[action], action);
    for (const { basis } of dataRequestTerms) assert.notEqual(basis.confidence, 'published');
  });

  test('the terms of a province go before those that ship', () => {
    const own: DeadlineRules = {
      ...deadlines,
      terms: [
        ...deadlines.terms,
        {
          ...dataRequestTerms.find(({ id }) => id === 'data.erasure.resolve')!,
          id: 'own',
          amount: 12,
          basis: { title: 'Quyết định mẫu', confidence: 'illustrative' },
        },
      ],
    };
    const received = '2026-12-01T02:00:00Z';
    assert.equal(dataRequestClock(deadlines, 'erasure', received).dueAt, '2026-12-21T16:59:59.999Z');
    const clock = dataRequestClock(own, 'erasure', received);
    assert.deepEqual([clock.dueAt, clock.termBasis.title], ['2026-12-13T16:59:59.999Z', 'Quyết định mẫu']);
  });

  test('what carrying out does follows from the kind, in part it erases who it was alone', () => {
    const reason = { reason: 'Giữ hồ sơ', basis: { title: 'Mẫu', confidence: 'illustrative' } } as const;
    assert.deepEqual(effectOf({ kind: 'erasure' }, { action: 'carry-out' }), { do: 'erase', what: 'all' });
    const inPart = { action: 'carry-out-in-part', ...reason } as const;
    assert.deepEqual(effectOf({ kind: 'erasure' }, inPart), { do: 'erase', what: 'identity' });
    assert.deepEqual(effectOf({ kind: 'withdrawal' }, { action: 'carry-out' }), { do: 'erase', what: 'identity' });
    assert.deepEqual(effectOf({ kind: 'objection' }, { action: 'carry-out' }), { do: 'restrict', personId: undefined });
    assert.deepEqual(effectOf({ kind: 'access' }, { action: 'carry-out' }), { do: 'nothing' });
    assert.equal(effectOf({ kind: 'correction' }, { action: 'carry-out' }), 'validation-failed');
    assert.equal(
      effectOf({ kind: 'erasure', status: 'carried-out' }, { action: 'lift', reason: 'x' }),
      'transition-not-allowed',
    );
    assert.equal(
      effectOf({ status: 'received' }, { action: 'carry-out' }),
      'transition-not-allowed',
      'nobody was checked',
    );
  });

  test('what the law keeps is not erased', () => {
    assert.equal(holdOf('erasure', closed), null);
    assert.ok(holdOf('erasure', { kind: 'report', status: 'in-progress' }));
    assert.equal(holdOf('withdrawal', { kind: 'report', status: 'in-progress' }), null);
    assert.ok(holdOf('withdrawal', { kind: 'denunciation', status: 'closed' }));
    assert.equal(holdOf('access', { kind: 'denunciation', status: 'received' }), null);
  });
});

describe('the register of processing', () => {
  const register = (hasMail: boolean) =>
    processingRegister({
      office,
      own: presetRegister,
      retention: presetRetention(),
      systems: ['Trung tâm (mẫu)'],
      programs: ['Bảng số liệu (mẫu)'],
      hasMail,
      now: '2026-12-01T02:00:00Z',
    });
  const recipients = (id: string, hasMail = true) =>
    register(hasMail)
      .activities.find((each) => each.id === id)!
      .recipients.map(({ vi }) => vi)
      .join(' ');

  test('names systems, programs and mail only where something reaches them', () => {
    for (const name of ['Trung tâm', 'Bảng số liệu', 'Máy chủ thư'])
      assert.ok(recipients('cases').includes(name), name);
    assert.doesNotMatch(recipients('cases', false), /Máy chủ thư/);
    for (const id of ['data-requests', 'ledger'])
      assert.doesNotMatch(recipients(id), /Trung tâm|Bảng số liệu|Máy chủ thư/);
  });

  test('says of every activity what for, whose, which, on what basis, who, how long and how it is kept', () => {
    for (const { id, purposes, subjects, categories, basis, recipients: who, retention, measures } of register(true)
      .activities)
      for (const part of [purposes, subjects, categories, basis, who, retention, measures])
        assert.ok(part.length > 0, id!);
  });
});

describe('retention', () => {
  test('the presets erase nothing that citizens sent, and name every kind once', () => {
    const preset = presetRetention();
    assert.deepEqual(preset.map(({ kind }) => kind).sort(), [...retentionKinds].sort());
    assert.deepEqual(checkRetentionRules(preset), []);
    assert.deepEqual(
      preset.filter(({ active }) => active).map(({ kind }) => kind),
      ['unit-import', 'notice-wishes'],
    );
  });

  test('months are counted back by the calendar, and a day that a month lacks is its last', () => {
    assert.equal(retentionLimit({ months: 1 }, '2027-03-31T02:00:00Z'), '2027-02-28T02:00:00.000Z');
    assert.equal(retentionLimit({ months: 12 }, '2028-02-29T02:00:00Z'), '2027-02-28T02:00:00.000Z');
    assert.equal(retentionLimit({ months: 24 }, '2026-12-01T02:00:00Z'), '2024-12-01T02:00:00.000Z');
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { events } from '../api/index.ts';
import { eventName } from './event-name.ts';
import { eventNamesEn } from './event-names-en.ts';
import { eventNames } from './event-names.ts';
import { describeFault, ledgerFaultKinds } from './faults.ts';
import { auditAreaNamesEn } from './names-en.ts';
import { auditAreaNames } from './names.ts';

const kinds = Object.keys(events);

test('every event of the catalogue has a name in both languages, and no name is of an event that there is not', () => {
  for (const names of [eventNames, eventNamesEn]) {
    assert.deepEqual(
      kinds.filter((kind) => eventName(kind, names) === kind),
      [],
    );
    const named = Object.keys(names).filter((kind) => kind !== 'sealed');
    assert.deepEqual(
      named.filter((kind) => !kinds.includes(kind)),
      [],
    );
    assert.deepEqual(
      named,
      named.filter((kind, at) => named.indexOf(kind) === at),
    );
  }
});

test('every area that has events has a name in both languages', () => {
  const areas = [...new Set(kinds.map((kind) => kind.split('.')[0]!))].toSorted();
  for (const names of [auditAreaNames, auditAreaNamesEn]) assert.deepEqual(Object.keys(names).toSorted(), areas);
});

test('a kind of a newer server stands for itself', () => {
  assert.equal(eventName('comet.seen', eventNames), 'comet.seen');
  assert.equal(eventName('comet.sealed', eventNames), 'Ghi nhận như hiện có');
});

test('a fault names the event or the record in both languages', () => {
  assert.equal(
    describeFault({ what: 'hash', position: 7, subject: 'case/x' }),
    'sự kiện 7 (case/x) đã bị sửa, hoặc không do máy chủ này ghi: mã băm không khớp',
  );
  assert.equal(
    describeFault({ what: 'part-added', subject: 'case/x', part: 'sender' }, 'en'),
    '“sender” of case/x was added without an event',
  );
  for (const what of ledgerFaultKinds)
    for (const locale of ['vi', 'en'] as const)
      assert.doesNotMatch(describeFault({ what, position: 1 }, locale), /\$|undefined/);
});

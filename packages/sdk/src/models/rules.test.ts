import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRegistration, type RegistrationKeys } from './rules.ts';
import { ModelRegistration } from './schema.ts';

const good: RegistrationKeys = {
  registrantKind: 'collective',
  unitName: 'Chi bộ mẫu',
  startDate: '2026-05-01',
  assessmentDate: '2026-11-15',
  endDate: '2026-12-31',
};

test('a registration names exactly one unit', () => {
  assert.deepEqual(checkRegistration(good), []);
  const { unitName: _, ...none } = good;
  assert.deepEqual(checkRegistration(none), [{ pointer: '/unitId', code: 'required' }]);
  const both = { ...good, unitId: '01890000-0000-7000-8000-000000000000' };
  assert.deepEqual(checkRegistration(both), [{ pointer: '/unitName', code: 'exactly-one' }]);
});

test('an individual needs a name', () => {
  const individual: RegistrationKeys = { ...good, registrantKind: 'individual' };
  assert.deepEqual(checkRegistration(individual), [{ pointer: '/registrantName', code: 'required' }]);
  assert.deepEqual(checkRegistration({ ...individual, registrantName: 'Nguyễn Văn A' }), []);
});

test('start ≤ assessment ≤ end, all three on one day allowed', () => {
  const day = { startDate: '2026-05-01', assessmentDate: '2026-05-01', endDate: '2026-05-01' };
  assert.deepEqual(checkRegistration({ ...good, ...day }), []);
  assert.deepEqual(checkRegistration({ ...good, endDate: '2026-04-30' }), [
    { pointer: '/endDate', code: 'end-before-start' },
  ]);
  assert.deepEqual(checkRegistration({ ...good, assessmentDate: '2027-01-01' }), [
    { pointer: '/assessmentDate', code: 'outside-the-dates' },
  ]);
});

test('text is stored well-formed, in NFC, without outer space; control characters are refused', () => {
  const { name } = ModelRegistration.shape;
  assert.equal(name.parse('  Đường hoa\u0300  '), 'Đường hoà');
  assert.equal(name.parse('lẻ \ud800'), 'lẻ \ufffd');
  for (const bad of ['', '   ', 'a\u0000b', 'x'.repeat(301), 7]) assert.equal(name.safeParse(bad).success, false);
});

test('a date must exist', () => {
  const { startDate } = ModelRegistration.shape;
  assert.equal(startDate.safeParse('2028-02-29').success, true);
  for (const bad of ['2026-02-29', '2026-13-01', '29/02/2028', '1800-01-01'])
    assert.equal(startDate.safeParse(bad).success, false);
});

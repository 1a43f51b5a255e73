import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { describeFieldError, staff } from '../contract/index.ts';
import { isRefused } from '../lifecycle/outcome.ts';
import { sessionWith, type Session } from '../session/index.ts';
import {
  applyAddition,
  applyEnding,
  applyFirstSignIn,
  applyGrant,
  applyLeaving,
  applyPersonChange,
  applyReturn,
  endingWith,
  mergeRights,
  rightsOn,
  stateOf,
  reachOn,
  type Giver,
  type Grant,
  type HeldGrant,
  type NewGrant,
  type PersonRecord,
  type UnitPlace,
} from './index.ts';
import { bodies } from './sample.ts';

const day = '2026-12-01';
const place = (id: string, party: string | null, administrative: string | null = null): UnitPlace => ({
  id,
  partyParentId: party,
  administrativeParentId: administrative,
  validFrom: '2025-07-01',
  validTo: null,
  formerStates: [],
  successorIds: [],
});
/** The province, a commune under it, a village under that by the administrative tree, and a unit apart. */
const units = [
  place('province', null),
  place('commune', 'province'),
  place('village', null, 'commune'),
  place('apart', null),
];
const reach = reachOn(units, day);

const wanted: NewGrant = {
  role: 'unit-leader',
  unitId: 'commune',
  withSubtree: true,
  from: day,
  to: '2026-12-31',
  reason: 'Đi công tác',
};
const held = (changes: Partial<Grant> = {}): Grant => ({
  id: 'own',
  personId: 'leader',
  ...wanted,
  to: null,
  unitName: null,
  delegatedBy: null,
  delegatedByName: null,
  basisId: null,
  holds: true,
  endedAt: null,
  endReason: null,
  createdAt: '2026-01-01T00:00:00Z',
  ...changes,
});
const administrator: Giver = { personId: null, administrator: true, grants: [] };
const leader = (...grants: Grant[]): Giver => ({ personId: 'leader', administrator: false, grants });
const deputy = { id: 'deputy', leftOn: null, isGiver: false };

const give = (changes: Partial<NewGrant>, giver: Giver, receiver: Parameters<typeof applyGrant>[1] = deputy) =>
  applyGrant({ ...wanted, ...changes }, receiver, giver, { day, reach });
/** What is wrong with a grant, as `pointer code`. */
function issuesOf(changes: Partial<NewGrant>, giver: Giver): string[] {
  const outcome = give(changes, giver);
  return isRefused(outcome) ? (outcome.issues ?? []).map(({ pointer, code }) => `${pointer} ${code}`) : [];
}

describe('giving roles', () => {
  test('an administrator gives any role, in the place where it can count', () => {
    for (const role of staff) {
      const unitId = role.startsWith('unit') ? 'commune' : null;
      assert.deepEqual(issuesOf({ role, unitId, withSubtree: unitId !== null }, administrator), [], role);
    }
    assert.deepEqual(issuesOf({ role: 'appraiser', unitId: 'commune' }, administrator), []);
    assert.deepEqual(issuesOf({ unitId: null, withSubtree: false }, administrator), ['/unitId required']);
    for (const role of ['secretariat', 'administrator'] as const)
      assert.deepEqual(issuesOf({ role, withSubtree: false }, administrator), ['/unitId whole-tenant-only']);
    assert.deepEqual(issuesOf({ to: '2026-11-30' }, administrator), ['/to end-before-start']);
  });

  test('nobody gives a role to themselves, and who has left gets none', () => {
    for (const giver of [administrator, leader(held())]) {
      const outcome = give({}, giver, { ...deputy, isGiver: true });
      assert.ok(isRefused(outcome) && outcome.refused === 'forbidden' && outcome.detail);
    }
    const gone = give({}, administrator, { ...deputy, leftOn: '2026-11-30' });
    assert.ok(isRefused(gone) && gone.refused === 'transition-not-allowed' && gone.detail);
  });

  test('a leader delegates a role of their own, within its units and its time', () => {
    const given = give({ unitId: 'village', withSubtree: false }, leader(held()));
    assert.ok(!isRefused(given));
    assert.deepEqual([given.changes.delegatedBy, given.changes.basisId], ['leader', 'own']);
    const own = leader(held({ to: '2026-12-20' }));
    assert.deepEqual(issuesOf({ role: 'unit-officer' }, own), ['/role not-your-role']);
    assert.deepEqual(issuesOf({ role: 'administrator', unitId: null, withSubtree: false }, own), [
      '/role not-your-role',
    ]);
    assert.deepEqual(issuesOf({ unitId: 'province' }, own), ['/unitId beyond-your-units']);
    assert.deepEqual(issuesOf({ unitId: 'apart' }, own), ['/unitId beyond-your-units']);
    assert.deepEqual(issuesOf({}, leader(held({ withSubtree: false }))), ['/unitId beyond-your-units']);
    assert.deepEqual(issuesOf({ to: null }, own), ['/to delegation-needs-end']);
    assert.deepEqual(issuesOf({ to: '2026-12-21' }, own), ['/to beyond-your-time']);
    assert.deepEqual(issuesOf({ from: '2026-11-30' }, own), ['/from before-today']);
    assert.deepEqual(issuesOf({ to: '2026-12-20' }, own), []);
  });

  test('a delegation is not delegated further, and what ended or has not begun gives nothing', () => {
    assert.deepEqual(issuesOf({}, leader(held({ delegatedBy: 'chief', basisId: 'first' }))), [
      '/role delegated-to-you',
    ]);
    assert.deepEqual(issuesOf({}, leader(held({ endedAt: '2026-11-30T00:00:00Z' }))), ['/role not-your-role']);
    assert.deepEqual(issuesOf({}, leader(held({ from: '2026-12-02' }))), ['/role not-your-role']);
    assert.deepEqual(issuesOf({}, leader()), ['/role not-your-role']);
  });

  test('every refusal has a sentence of its own in both languages', () => {
    const codes = [
      'whole-tenant-only',
      'not-your-role',
      'delegated-to-you',
      'beyond-your-units',
      'delegation-needs-end',
    ];
    const sentences = [...codes, 'already-invited', 'signed-in-already', 'no-administrator'].flatMap((code) => [
      describeFieldError(code, {}, 'vi'),
      describeFieldError(code, {}, 'en'),
    ]);
    assert.equal(new Set(sentences).size, sentences.length);
    assert.match(describeFieldError('beyond-your-time', { latest: '2026-12-20' }, 'vi'), /2026-12-20/);
  });
});

describe('people', () => {
  const person: PersonRecord = {
    ...applyAddition({ ...bodies.add, invitation: 'Tran.Thi.B@Example.vn' }).changes,
    leftOn: null,
    subject: null,
  };
  const events = [
    applyAddition(bodies.add),
    applyPersonChange(person, { name: 'Trần Thị C', invitation: 'c@example.vn' }),
    applyFirstSignIn(person, { issuer: 'https://sso.example.vn', subject: 'u-1' }),
    applyLeaving(person, day),
    give({ reason: 'Thay ông Nguyễn Văn A' }, leader(held())),
    applyEnding(held(), { reason: 'Trần Thị B nghỉ', now: '2026-12-01T00:00:00Z', because: 'ended' }),
  ].map((outcome) => {
    assert.ok(!isRefused(outcome));
    return outcome.event;
  });

  test('events name neither people nor their addresses', () => {
    const text = JSON.stringify(events);
    for (const secret of ['Trần', 'Nguyễn', 'example.vn', 'u-1']) assert.ok(!text.includes(secret), secret);
  });

  test('an invitation means the same in small letters', () => {
    assert.equal(person.invitation, 'tran.thi.b@example.vn');
    const outcome = applyPersonChange(person, { invitation: 'TRAN.THI.B@example.vn' });
    assert.ok(!isRefused(outcome));
    assert.deepEqual(outcome.changes, {});
  });

  test('is invited, signs in, leaves and comes back', () => {
    const active = { ...person, subject: 'u-1' };
    const left = { ...active, leftOn: day };
    assert.deepEqual([person, active, left].map(stateOf), ['invited', 'active', 'left']);
    const change = applyPersonChange(active, { invitation: 'other@example.vn' });
    assert.deepEqual(isRefused(change) && change.issues, [{ pointer: '/invitation', code: 'signed-in-already' }]);
    for (const outcome of [
      applyFirstSignIn(active, { issuer: '', subject: 'u-2' }),
      applyFirstSignIn({ ...person, leftOn: day }, { issuer: '', subject: 'u-2' }),
      applyLeaving(left, day),
      applyPersonChange(left, { name: 'X' }),
      applyReturn(active),
    ])
      assert.ok(isRefused(outcome) && outcome.refused === 'transition-not-allowed');
    assert.ok(!isRefused(applyReturn(left)));
  });
});

describe('rights', () => {
  const session: Session = { subject: 'u-1', name: null, roles: ['citizen'], unitId: null, tenant: 't' };

  test('of several grants are one for each role, and what a role and one unit say needs no list', () => {
    const officer = { role: 'unit-officer' as const, unitIds: ['a'] };
    const merged = mergeRights([officer, { role: 'appraiser', unitIds: ['b'] }, { ...officer, unitIds: ['a', 'c'] }]);
    assert.deepEqual(merged, [
      { role: 'unit-officer', unitIds: ['a', 'c'] },
      { role: 'appraiser', unitIds: ['b'] },
    ]);
    assert.deepEqual(
      mergeRights([
        { role: 'appraiser', unitIds: ['b'] },
        { role: 'appraiser', unitIds: null },
      ]),
      [{ role: 'appraiser', unitIds: null }],
    );
    assert.deepEqual(sessionWith(session, [officer, { role: 'inspector', unitIds: null }]), {
      ...session,
      roles: ['unit-officer', 'inspector'],
      unitId: 'a',
    });
    assert.deepEqual(sessionWith({ ...session, roles: ['administrator'], unitId: 'a' }, []), session);
    assert.deepEqual(sessionWith({ ...session, unitId: 'c' }, merged).unitId, 'c');
  });

  test('end with the day, and reach what lies beneath in either tree, circles or not', () => {
    const on = (when: string, grant: Partial<HeldGrant> = {}) =>
      rightsOn([{ ...wanted, endedAt: null, basis: null, ...grant }], when, reach).flatMap(({ unitIds }) => unitIds);
    assert.deepEqual(on('2026-11-30'), []);
    assert.deepEqual(on('2026-12-31'), ['commune', 'village']);
    assert.deepEqual(on('2027-01-01'), []);
    assert.deepEqual(on(day, { withSubtree: false }), ['commune']);
    assert.deepEqual(on(day, { endedAt: '2026-12-01T01:00:00Z' }), []);
    const circle = reachOn([place('x', 'z'), place('y', 'x'), place('z', 'y')], day);
    assert.deepEqual([...circle('y', true)].sort(), ['x', 'y', 'z']);
  });

  test('of a unit that was merged or split count in its successors from the day on, by the trees of that day', () => {
    const ended = (id: string, validTo: string, ...successorIds: string[]): UnitPlace => ({
      ...place(id, 'province'),
      validTo,
      successorIds,
    });
    const begun = (id: string, validFrom: string): UnitPlace => ({ ...place(id, 'province'), validFrom });
    const merged = [
      place('province', null),
      ended('old', '2026-11-30', 'middle'),
      { ...ended('middle', '2026-12-31', 'one', 'two'), validFrom: day },
      begun('one', '2027-01-01'),
      begun('two', '2027-01-01'),
      {
        ...place('child', 'one'),
        formerStates: [{ to: '2026-12-31', partyParentId: 'old', administrativeParentId: null }],
      },
    ];
    const reached = (when: string, withSubtree: boolean, basis: HeldGrant['basis'] = null) =>
      rightsOn(
        [{ ...wanted, unitId: 'old', withSubtree, from: '2026-01-01', to: null, endedAt: null, basis }],
        when,
        reachOn(merged, when),
      ).flatMap(({ unitIds }) => unitIds);
    assert.deepEqual(reached('2026-11-30', false), ['old']);
    assert.deepEqual(reached('2026-11-30', true), ['old', 'child'], 'as the tree is on the day, not as it will be');
    assert.deepEqual(reached(day, false), ['old', 'middle']);
    assert.deepEqual(reached('2027-01-01', false), ['old', 'middle', 'one', 'two']);
    assert.deepEqual(reached('2027-01-01', true), ['old', 'middle', 'one', 'two', 'child']);
    const basis = { ...wanted, unitId: 'middle', withSubtree: false, from: '2026-01-01', to: null, endedAt: null };
    assert.deepEqual(
      reached('2027-01-01', true, basis),
      ['middle', 'one', 'two'],
      'no further than the grant behind it',
    );
  });

  test('no sequence of delegations, endings and moves gives anybody what no administrator gave', () => {
    const names = ['p0', 'p1', 'p2'];
    const unitIds = ['u0', 'u1', 'u2', 'u3'];
    const dates = ['2026-11-20', day, '2026-12-10', '2027-01-05'];
    const roles = ['unit-leader', 'unit-officer', 'appraiser'] as const;
    const parent = fc.option(fc.constantFrom(...unitIds), { freq: 3 });
    const terms = (from: readonly string[], to: fc.Arbitrary<string | null>) =>
      fc.record({
        role: fc.constantFrom(...roles),
        unitId: fc.option(fc.constantFrom(...unitIds), { freq: 8 }),
        withSubtree: fc.boolean(),
        from: fc.constantFrom(...from),
        to,
        reason: fc.constant('…'),
      });
    const anyDate = fc.constantFrom(...dates);
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('given' as const),
          to: fc.constantFrom(...names),
          terms: terms(dates.slice(0, 2), fc.option(anyDate, { freq: 1 })),
        }),
      },
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('delegated' as const),
          from: fc.nat(12),
          like: fc.subarray(['role', 'unitId'] as const),
          to: fc.constantFrom(...names),
          terms: terms(dates.slice(1), fc.option(anyDate, { freq: 6 })),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('ended' as const), index: fc.nat(12) }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('moved' as const), unit: fc.nat(3), party: parent, other: parent }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('merged' as const),
          unit: fc.nat(3),
          into: fc.constantFrom(...unitIds),
        }),
      },
    );
    let delegations = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 20, size: 'max' }), (steps) => {
        // A line of units, until they are moved.
        const places = unitIds.map((id, index) => place(id, unitIds[index - 1] ?? null));
        const all: Grant[] = [];
        const within = (when = day) => reachOn(places, when);
        const add = (to: string, grant: NewGrant, giver: Giver) => {
          const receiver = { id: to, leftOn: null, isGiver: giver.personId === to };
          const outcome = applyGrant(grant, receiver, giver, { day, reach: within() });
          if (isRefused(outcome)) return;
          if (outcome.changes.basisId !== null) delegations += 1;
          all.push({ ...held(), ...outcome.changes, id: `g${all.length}` });
        };
        const rightsAt = (grants: readonly Grant[], when: string) =>
          rightsOn(
            grants.map((grant) => ({ ...grant, basis: all.find(({ id }) => id === grant.basisId) ?? null })),
            when,
            within(when),
          ).flatMap(({ role, unitIds: units }) => (units ?? ['*', ...unitIds]).map((unit) => `${role} ${unit}`));
        for (const each of steps) {
          if (each.kind === 'given') add(each.to, each.terms, administrator);
          else if (each.kind === 'delegated') {
            // Somebody tries to pass on what they hold, more or less.
            const source = all[each.from % Math.max(all.length, 1)];
            if (!source) continue;
            const like = Object.fromEntries(each.like.map((field) => [field, source[field]]));
            const grants = all.filter(({ personId }) => personId === source.personId);
            add(each.to, { ...each.terms, ...like }, { personId: source.personId, administrator: false, grants });
          } else if (each.kind === 'moved') places[each.unit] = place(unitIds[each.unit]!, each.party, each.other);
          else if (each.kind === 'merged')
            places[each.unit] = { ...places[each.unit]!, validTo: '2026-12-05', successorIds: [each.into] };
          else {
            const first = all[each.index];
            const ended = first && first.endedAt === null ? [first, ...endingWith(all, [first])] : [];
            for (const grant of ended) grant.endedAt = '2026-12-01T00:00:00Z';
          }
        }
        for (const when of dates) {
          const roots = new Set(
            rightsAt(
              all.filter(({ basisId }) => basisId === null),
              when,
            ),
          );
          for (const name of names) {
            const own = all.filter(({ personId }) => personId === name);
            for (const right of rightsAt(own, when)) assert.ok(roots.has(right), `${name} has ${right} on ${when}`);
            for (const grant of own.filter(({ basisId }) => basisId !== null)) {
              const giver = new Set(
                rightsAt(
                  all.filter(({ personId }) => personId === grant.delegatedBy),
                  when,
                ),
              );
              for (const right of rightsAt([grant], when)) assert.ok(giver.has(right), `beyond the giver: ${right}`);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(delegations > 50, `only ${delegations} delegations were made`);
  });
});

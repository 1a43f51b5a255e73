import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { unitsAfter } from '../plan.ts';
import { isAlive, unitOn, type StoredUnit } from '../stored-unit.ts';
import { below, unit } from '../testkit/units.ts';
import { planUnitImport, type UnitImportContext } from './plan.ts';
import type { UnitTableRow } from './read-table.ts';
import { department, rowsOf } from './testkit/table.ts';

const today = '2026-11-30';

let made = 0;
const plan = (units: readonly StoredUnit[], rows: readonly UnitTableRow[], more: Partial<UnitImportContext> = {}) =>
  planUnitImport(rows, { units, today, newId: () => `new-${++made}`, ...more });
const after = (units: readonly StoredUnit[], rows: readonly UnitTableRow[], more: Partial<UnitImportContext> = {}) =>
  new Map(unitsAfter(units, plan(units, rows, more).writes).map((each) => [each.code, each]));
/** `outcome`, or the columns and codes of what is wrong, of each row. */
const outcomes = (units: readonly StoredUnit[], rows: readonly UnitTableRow[], more: Partial<UnitImportContext> = {}) =>
  plan(units, rows, more).results.map(({ outcome, issues }) =>
    outcome === 'refused' ? issues.map(({ column, code }) => `${column} ${code}`).join(', ') : outcome,
  );

test('new units stand below parents of the table, in whatever order, and below those that are there', () => {
  const units = [unit('TINH', { externalId: 'HT-1' })];
  const rows = rowsOf(
    department('C', { administrativeParent: 'ht-b', partyParent: 'ht-1' }),
    department('B', { externalId: 'HT-B', administrativeParent: 'A' }),
    department('A', { administrativeParent: 'tinh' }),
  );
  const { counts, writes, results } = plan(units, rows);
  assert.deepEqual(counts, { added: 3, changed: 0, unchanged: 0, refused: 0, untouched: 1 });
  assert.deepEqual(
    writes.map(({ added }) => added!.code),
    ['A', 'B', 'C'],
    'parents come first',
  );
  assert.deepEqual(
    results.map(({ row, code, outcome }) => [row, code, outcome]),
    [
      [2, 'C', 'added'],
      [3, 'B', 'added'],
      [4, 'A', 'added'],
    ],
  );
  const made = after(units, rows);
  assert.equal(made.get('C')!.administrativeParentId, made.get('B')!.id);
  assert.equal(made.get('C')!.partyParentId, 'TINH');
});

test('a row is read as people write it', () => {
  const rows = rowsOf(
    department('A', {
      kind: 'so ban nganh',
      placeCode: '00004',
      topics: 'Trật tự đô thị; vệ sinh môi trường;Tourism and services',
      phone: '+84 912.345.678',
      email: 'a@example.gov.vn',
      identificationCode: '000.00.12.H56',
      address: '1 đường Mẫu',
      validFrom: '45839',
      validTo: '2026-12-31',
    }),
  );
  const found = after([], rows).get('A')!;
  assert.deepEqual(found, {
    ...unit('A', { name: 'Đơn vị A', id: found.id }),
    placeCode: '00004',
    topics: ['urban-order', 'environment', 'tourism'],
    phone: '0912345678',
    email: 'a@example.gov.vn',
    identificationCode: { written: '000.00.12.H56', canonical: 'H56.12' },
    address: '1 đường Mẫu',
    validTo: '2026-12-31',
  });
});

test('what is wrong with a row is told by column, with a code and in both languages', () => {
  const bad = {
    code: 'mã có dấu',
    name: '',
    kind: 'Sở gì đó',
    placeCode: '4',
    topics: 'Bóng đá',
    phone: '12',
    email: 'a@',
    validFrom: '31/02/2026',
  };
  const [result] = plan([], rowsOf(bad)).results;
  assert.deepEqual(result!.issues.map(({ column, code }) => `${column} ${code}`).toSorted(), [
    'code wrong-format',
    'email wrong-format',
    'kind not-an-option',
    'name required',
    'phone not-a-phone',
    'placeCode wrong-format',
    'topics not-an-option',
    'validFrom not-a-date',
  ]);
  for (const { text } of result!.issues) {
    assert.ok(text.vi.length > 3 && text.en.length > 3);
    assert.doesNotMatch(text.vi + text.en, /undefined/);
  }
  assert.deepEqual(outcomes([], rowsOf({ code: 'A' })), ['name required, kind required, validFrom required']);
  assert.deepEqual(outcomes([], rowsOf(department('A', { identificationCode: 'ngoài' }))), [
    'identificationCode not-an-identification-code',
  ]);
});

test('a unit is found by its external id, else by its code; only what differs changes', () => {
  const units = [unit('A', { externalId: 'HT-1', phone: '0912345678' }), unit('B'), below('A', 'C')];
  const rows = rowsOf(
    { externalId: 'HT-1', code: 'A2', name: 'A', phone: '0912 345 678' },
    { externalId: 'HT-2', code: 'b', name: 'Tên mới' },
  );
  const { results, counts } = plan(units, rows);
  assert.deepEqual(counts, { added: 0, changed: 2, unchanged: 0, refused: 0, untouched: 1 });
  assert.deepEqual(results[0]!.changes, [{ column: 'code', from: 'A', to: 'A2' }]);
  assert.deepEqual(results[1]!.changes, [
    { column: 'externalId', from: '', to: 'HT-2' },
    { column: 'code', from: 'B', to: 'b' },
    { column: 'name', from: 'B', to: 'Tên mới' },
  ]);
  const made = after(units, rows);
  assert.deepEqual(made.get('C'), units[2], 'a unit that the table does not name stays as it is');
  assert.equal(made.get('A2')!.phone, '0912345678');
});

test('a column that is not there changes nothing; an empty cell removes what was there', () => {
  const units = [unit('A', { phone: '0912345678', email: 'a@example.gov.vn', topics: ['tourism'] })];
  const made = after(units, rowsOf({ code: 'A', phone: '', topics: '' }));
  assert.deepEqual(made.get('A'), { ...units[0], phone: null, topics: [] });
  assert.deepEqual(outcomes(units, rowsOf({ code: 'A', name: '' })), ['name required']);
});

test('names and places change from a day on, or are put right', () => {
  const units = [unit('A'), unit('B'), below('A', 'C', { name: 'Tên cũ' })];
  const rows = rowsOf({ code: 'C', name: 'Tên mới', administrativeParent: 'B' });
  const since = after(units, rows, { since: '2026-10-01' }).get('C')!;
  assert.deepEqual(unitOn(since, '2026-09-30').name, 'Tên cũ');
  assert.deepEqual([since.name, since.administrativeParentId], ['Tên mới', 'B']);
  assert.deepEqual(after(units, rows).get('C')!.formerStates, []);
  assert.deepEqual(outcomes(units, rows, { since: '2026-12-01' }), ['null after-today']);
});

test('codes and external ids twice in the table: none of the rows is taken', () => {
  const units = [unit('A', { externalId: 'HT-1' })];
  const rows = rowsOf(
    department('X'),
    department('x'),
    department('Y', { externalId: 'HT-9' }),
    department('Z', { externalId: 'ht-9' }),
    { code: 'A', externalId: '', name: 'Theo mã' },
    { externalId: 'HT-1', code: 'A3', name: 'Theo mã ngoài' },
  );
  assert.deepEqual(outcomes(units, rows), [
    'code doubled-in-file',
    'code doubled-in-file',
    'externalId doubled-in-file',
    'externalId doubled-in-file',
    'code doubled-in-file',
    'code doubled-in-file',
  ]);
  const [first] = plan(units, rows).results;
  assert.match(first!.issues[0]!.text.vi, /dòng 3/);
});

test('codes, external ids and identification codes of other units are taken', () => {
  const code = { written: 'H56.12', canonical: 'H56.12' };
  const units = [unit('A', { externalId: 'HT-1', identificationCode: code }), unit('B', { externalId: 'HT-2' })];
  for (const [row, issue] of [
    [{ externalId: 'HT-1', code: 'B' }, 'code taken'],
    [department('A', { externalId: 'HT-7' }), 'code taken'],
    [department('C', { identificationCode: '000.00.12.H56' }), 'identificationCode taken'],
  ] as const)
    assert.deepEqual(outcomes(units, rowsOf(row)), [issue]);
  assert.deepEqual(
    outcomes(units, rowsOf({ externalId: 'HT-1', code: 'B' }, { externalId: 'HT-2', code: 'A' })),
    ['code taken', 'code taken'],
    'no code changes hands',
  );
  assert.deepEqual(
    outcomes([unit('A')], rowsOf(department('P', { name: 'Một' }), department('Q', { name: 'một' }))),
    ['name taken', 'name taken'],
    'two units of one kind and place have one name',
  );
});

test('parents that nobody knows, circles, and what hangs below them', () => {
  const rows = rowsOf(
    department('A', { administrativeParent: 'B' }),
    department('B', { administrativeParent: 'A' }),
    department('C', { administrativeParent: 'B' }),
    department('D', { administrativeParent: 'C' }),
    department('E', { partyParent: 'không có' }),
    department('F', { administrativeParent: 'E' }),
    department('G', { administrativeParent: 'G' }),
    department('H'),
  );
  assert.deepEqual(outcomes([], rows), [
    'administrativeParent inside-itself',
    'administrativeParent inside-itself',
    'administrativeParent parent-refused',
    'administrativeParent parent-refused',
    'partyParent unknown',
    'administrativeParent parent-refused',
    'administrativeParent inside-itself',
    'added',
  ]);
  assert.deepEqual(
    outcomes([unit('A'), below('A', 'B')], rowsOf({ code: 'A', administrativeParent: 'B' })),
    ['administrativeParent inside-itself'],
    'with a unit that is not in the table',
  );
  assert.deepEqual(
    outcomes([unit('A'), unit('B', { externalId: 'A' })], rowsOf(department('C', { administrativeParent: 'A' }))),
    ['administrativeParent two-units'],
  );
});

test('a tree of more than fifty levels', () => {
  const chain = Array.from({ length: 60 }, (_, at) =>
    department(`U${at}`, at === 0 ? {} : { administrativeParent: `U${at - 1}` }),
  );
  const found = outcomes([], rowsOf(...chain));
  assert.equal(found.filter((each) => each === 'added').length, 50);
  assert.equal(found[50], 'administrativeParent too-deep');
});

test('dates: the first day stays, the last may be set and taken back, and units below are inside', () => {
  const units = [unit('A'), below('A', 'B'), unit('C', { validTo: '2026-06-30' })];
  assert.deepEqual(outcomes(units, rowsOf({ code: 'A', validFrom: '01/01/2026' })), ['validFrom start-stays']);
  assert.deepEqual(outcomes(units, rowsOf({ code: 'A', validFrom: '01/07/2025' })), ['unchanged']);
  assert.deepEqual(outcomes(units, rowsOf({ code: 'A', validTo: '31/12/2026' })), ['validTo has-children']);
  const both = rowsOf({ code: 'A', validTo: '31/12/2026' }, { code: 'B', validTo: '30/11/2026', name: 'Tên khác' });
  const { writes } = plan(units, both);
  assert.deepEqual(
    writes.map(({ event }) => [event.kind, event.data]),
    [
      ['unit.closed', { validTo: '2026-12-31', reason: null, basis: null }],
      ['unit.changed', { fields: ['name', 'validTo'], since: null, reason: null, basis: null }],
    ],
  );
  assert.equal(after(units, rowsOf({ code: 'C', validTo: '' })).get('C')!.validTo, null);
  assert.deepEqual(outcomes(units, rowsOf(department('D', { validTo: '30/06/2025' }))), ['validTo end-before-start']);
  assert.deepEqual(outcomes(units, rowsOf(department('D', { administrativeParent: 'C', validFrom: '01/01/2026' }))), [
    'administrativeParent outside-parent',
  ]);
});

test('a unit that others continue keeps its end; the rest of it may be corrected', () => {
  const units = [unit('A', { validTo: '2026-06-30', successorIds: ['B'] }), unit('B')];
  assert.deepEqual(outcomes(units, rowsOf({ code: 'A', validTo: '' })), ['validTo has-successors']);
  assert.deepEqual(outcomes(units, rowsOf({ code: 'A', validTo: '31/12/2026' })), ['validTo has-successors']);
  assert.deepEqual(outcomes(units, rowsOf({ code: 'A', validTo: '30/06/2026', address: 'Nơi cũ' })), ['changed']);
});

test('what rests on a refused row is refused with it, and the rest is in order', () => {
  const units = [unit('A'), below('A', 'B')];
  // B cannot move below a unit that is not taken in, so A still has a unit below it and cannot end.
  const rows = rowsOf(
    department('N', { phone: '12' }),
    { code: 'B', administrativeParent: 'N' },
    { code: 'A', validTo: '31/12/2026' },
    department('M'),
  );
  assert.deepEqual(outcomes(units, rows), [
    'phone not-a-phone',
    'administrativeParent parent-refused',
    'validTo has-children',
    'added',
  ]);
});

test('what the table says already of a unit is not judged again', () => {
  // Such a code came with an import of another system.
  const units = [unit('mã có dấu', { id: 'A', phone: 'máy lẻ 5' })];
  assert.deepEqual(outcomes(units, rowsOf({ code: 'mã có dấu', name: 'mã có dấu', phone: 'máy lẻ 5' })), ['unchanged']);
});

test('a move of the future is not undone by a table of today', () => {
  const moving = below('B', 'C', {
    formerStates: [{ to: '2026-12-31', name: 'C', partyParentId: null, administrativeParentId: 'A' }],
  });
  const units = [unit('A'), unit('B'), moving];
  assert.deepEqual(outcomes(units, rowsOf({ code: 'C', administrativeParent: 'A' })), ['unchanged']);
});

/** Tables by chance: good and bad rows, parents among them. */
const tables = fc
  .array(
    fc.record({
      code: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'a'),
      externalId: fc.constantFrom('', '', 'x1', 'x2', 'X2'),
      name: fc.constantFrom('Một', 'Hai', 'Ba', 'Bốn', ''),
      partyParent: fc.constantFrom('', '', 'A', 'B', 'x1', 'S', 'Z'),
      administrativeParent: fc.constantFrom('', '', 'A', 'C', 'x2', 'T'),
      validTo: fc.constantFrom('', '', '', '31/12/2026', '01/01/2025'),
      phone: fc.constantFrom('', '0912 345 678', '12'),
    }),
    { maxLength: 8 },
  )
  .map((rows) => rowsOf(...rows.map((row) => ({ ...department(row.code), ...row }))));
const standing = fc.constantFrom<readonly StoredUnit[]>(
  [],
  [unit('S'), below('S', 'T', { externalId: 'x1' }), below('T', 'A')],
  [
    unit('A', { externalId: 'x2' }),
    unit('B', { validTo: '2026-06-30', successorIds: ['A'] }),
    below('A', 'T'),
    unit('S'),
  ],
);

test('a second import of the same table changes nothing, and refuses what it refused before', () => {
  fc.assert(
    fc.property(standing, tables, (units, rows) => {
      const first = plan(units, rows);
      const made = unitsAfter(units, first.writes);
      const second = plan(made, rows);
      assert.deepEqual(second.writes, []);
      for (const [at, { outcome }] of first.results.entries())
        if (outcome !== 'refused') assert.equal(second.results[at]!.outcome, 'unchanged');
    }),
    { numRuns: 400 },
  );
});

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(standing, tables, fc.nat(), (units, rows, seed) => {
      const shuffled = rows
        .map((row, at) => ({ row, by: (Math.imul(at + 1, 2654435761) ^ Math.imul(seed, 40503)) >>> 0 }))
        .toSorted((one, other) => one.by - other.by)
        .map(({ row }) => row);
      const told = ({ results }: ReturnType<typeof plan>) =>
        results
          .map(({ row, outcome, changes, issues }) => ({
            row,
            outcome,
            changes,
            issues: issues.map(({ column, code }) => `${column} ${code}`).toSorted(),
          }))
          .toSorted((one, other) => one.row - other.row);
      assert.deepEqual(told(plan(units, shuffled)), told(plan(units, rows)));
    }),
    { numRuns: 400 },
  );
});

test('units keep the rules after every import', () => {
  fc.assert(
    fc.property(standing, tables, (units, rows) => {
      const made = unitsAfter(units, plan(units, rows).writes);
      const keys = made.flatMap(({ code, externalId }) => [
        code.toLowerCase(),
        ...(externalId ? [`${externalId.toLowerCase()}/`] : []),
      ]);
      assert.equal(new Set(keys).size, keys.length);
      const byId = new Map(made.map((each) => [each.id, each]));
      for (const each of made)
        for (const parentId of [each.partyParentId, each.administrativeParentId])
          if (parentId !== null) assert.ok(isAlive(byId.get(parentId)!, each.validFrom));
    }),
    { numRuns: 300 },
  );
});

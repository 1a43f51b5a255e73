import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitsAfter } from '../plan.ts';
import type { StoredUnit } from '../stored-unit.ts';
import { below, unit } from '../testkit/units.ts';
import { planUnitImport } from './plan.ts';
import type { UnitTableRow } from './read-table.ts';
import { department, rowsOf } from './testkit/table.ts';
import { planImportUndo, writtenBy } from './undo.ts';

type Versioned = StoredUnit & { version: number };

let made = 0;
/** Units after an import, with what it wrote. */
function imported(units: readonly StoredUnit[], rows: readonly UnitTableRow[]) {
  const before = units.map((each): Versioned => ({ ...each, version: 1 }));
  const { writes } = planUnitImport(rows, { units: before, today: '2026-11-30', newId: () => `new-${++made}` });
  const written = writtenBy(before, writes);
  const versions = new Map(written.map(({ id, version }) => [id, version]));
  const after = unitsAfter(before, writes).map((each): Versioned => ({ ...each, version: versions.get(each.id) ?? 1 }));
  return { before, after, written };
}
const reason = 'Nhập nhầm tệp';
const byCode = (units: readonly StoredUnit[], code: string) => units.find((each) => each.code === code)!;

test('an import on which nothing was built is taken back whole', () => {
  const rows = rowsOf(
    department('P'),
    department('Q', { administrativeParent: 'P' }),
    { code: 'A', name: 'Tên mới', administrativeParent: 'Q', phone: '0912345678' },
    { code: 'B', validTo: '31/12/2026' },
  );
  const { before, after, written } = imported([unit('A'), unit('B'), unit('C')], rows);
  const { removedIds, writes, kept } = planImportUndo(written, { units: after, usedIds: new Set(), reason });
  assert.deepEqual(kept, []);
  assert.equal(removedIds.length, 2);
  const back = unitsAfter(after, writes).filter(({ id }) => !removedIds.includes(id));
  assert.deepEqual(
    back.map((each) => ({ ...each, version: 1 })),
    before,
  );
  assert.deepEqual(
    writes.map(({ event }) => event.data),
    [
      { fields: ['name', 'administrativeParentId', 'phone'], since: null, reason, basis: null },
      { fields: ['validTo'], since: null, reason, basis: null },
    ].map((data) => ({ ...data, fields: data.fields })),
  );
});

test('what was changed or used since, and what that rests on, stays and is told', () => {
  const rows = rowsOf(
    department('P'),
    department('Q', { administrativeParent: 'P' }),
    department('R'),
    department('S'),
    { code: 'A', name: 'Tên mới' },
    { code: 'B', phone: '0912345678' },
  );
  const { after, written } = imported([unit('A'), unit('B')], rows);
  const q = byCode(after, 'Q');
  const units = [
    ...after.map((each) => (each.code === 'B' ? { ...each, version: 3 } : each)).filter(({ code }) => code !== 'S'),
    { ...below(byCode(after, 'R').id, 'neu'), version: 1 },
  ];
  const { removedIds, writes, kept } = planImportUndo(written, { units, usedIds: new Set([q.id]), reason });
  assert.deepEqual(removedIds, []);
  assert.deepEqual(
    writes.map(({ id }) => id),
    ['A'],
  );
  assert.deepEqual(
    kept.map((each) => [byCode(after, 'P').id === each.unitId ? 'P' : each.name, each.reason]).toSorted(),
    [
      ['', 'gone'],
      ['B', 'changed-since'],
      ['P', 'has-units'],
      ['Đơn vị Q', 'has-records'],
      ['Đơn vị R', 'has-units'],
    ],
  );
});

test('a name that another unit has taken since is not put back', () => {
  const { after, written } = imported([unit('A', { name: 'Sở Một' })], rowsOf({ code: 'A', name: 'Sở Hai' }));
  const units = [...after, { ...unit('C', { name: 'Sở Một' }), version: 1 }];
  const { writes, kept } = planImportUndo(written, { units, usedIds: new Set(), reason });
  assert.deepEqual([writes, kept.map((each) => each.reason)], [[], ['breaks-rule']]);
  assert.match(kept[0]!.text.vi, /Không đưa lại như cũ được: Đã dùng cho Sở Một/);
});

import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import type { Unit, UnitRecord } from './schema.ts';

const id = '01890000-0000-7000-8000-000000000001';

/** A unit of a made-up ward, as lists give it; its commune is a real code, so that its name can be looked up. */
export const listedUnit: Unit = {
  id,
  code: 'KDC1',
  name: 'Khu dân cư số 1',
  kind: 'residential-area',
  partyParentId: null,
  administrativeParentId: null,
  placeCode: '00004',
  topics: [],
  validFrom: '2025-07-01',
  validTo: null,
};

/** The same unit in full. */
export const unit: UnitRecord = {
  ...listedUnit,
  externalId: 'HT-0001',
  address: '1 đường Mẫu',
  phone: null,
  email: null,
  identificationCode: { written: '000.01.12.H26', canonical: 'H26.12.01', reversed: '000.01.12.H26' },
  formerStates: [],
  successorIds: [],
  predecessorIds: [],
  etag: '"v1"',
};

const other = {
  code: 'KDC2',
  name: 'Khu dân cư số 2',
  kind: 'residential-area' as const,
  placeCode: '00004',
  address: '2 đường Mẫu',
  externalId: 'HT-0002',
  identificationCode: 'H26.12.02',
};
const why = { reason: 'Sắp xếp khu dân cư (mẫu minh họa)' };
const merge = {
  unitIds: [id],
  into: { unit: { ...other, code: 'KDC3', name: 'Khu dân cư số 3', externalId: 'HT-0003', identificationCode: null } },
  on: '2026-12-01',
  ...why,
};
const split = {
  unitId: id,
  into: [
    { unit: { code: 'KDC4', name: 'Khu dân cư số 4', kind: 'residential-area' as const } },
    { unit: { code: 'KDC5', name: 'Khu dân cư số 5', kind: 'residential-area' as const } },
  ],
  on: '2026-12-01',
  ...why,
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = {
  create: { ...other, validFrom: '2025-07-01' },
  change: { name: 'Tổ dân phố số 1', since: '2026-01-01', ...why },
  close: { validTo: '2026-12-31', ...why },
  merge,
  mergeEffect: merge,
  split,
  splitEffect: split,
};

export { treeUnitId, treeUnits, unitsInMemory } from './sample-tree.ts';

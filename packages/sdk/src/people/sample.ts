import type { BodiesOf } from '../contract/endpoint.ts';
import { unit } from '../units/sample.ts';
import type { endpoints } from './contract.ts';
import type { Grant, NewGrant, NewPerson, Person } from './schema.ts';

const addition: NewPerson = {
  name: 'Trần Thị B',
  title: 'Công chức Văn hóa – Xã hội',
  unitId: unit.id,
  invitation: 'tran.thi.b@example.vn',
};

/** Somebody who has signed in. */
export const person: Person = {
  ...addition,
  title: 'Công chức Văn hóa – Xã hội',
  id: '01890000-0000-7000-8000-0000000000f1',
  etag: '"v2"',
  unitName: unit.name,
  state: 'active',
  lastSignInAt: '2026-11-27T01:30:00Z',
  leftOn: null,
  createdAt: '2026-11-02T02:00:00Z',
};

const wanted: NewGrant = {
  role: 'unit-officer',
  unitId: unit.id,
  withSubtree: true,
  from: '2026-11-02',
  to: '2026-12-31',
  reason: 'Phân công phụ trách phong trào (mẫu minh họa)',
};

/** A role in a unit and beneath it until the end of the year. */
export const grant: Grant = {
  ...wanted,
  id: '01890000-0000-7000-8000-0000000000f2',
  personId: person.id,
  unitName: unit.name,
  delegatedBy: null,
  delegatedByName: null,
  basisId: null,
  holds: true,
  endedAt: null,
  endReason: null,
  createdAt: '2026-11-02T02:05:00Z',
};

const reason = { reason: 'Chuyển công tác (mẫu minh họa)' };

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = {
  add: addition,
  change: { title: 'Phó Chủ tịch' },
  leave: reason,
  grant: wanted,
  endGrant: reason,
};

export { peopleInMemory, samplePersonId } from './sample-people.ts';

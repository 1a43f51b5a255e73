import type { Person } from '@dvk/sdk/people';
import { sql } from 'drizzle-orm';
import { grants, people } from '../../people/table.ts';
import type { TestServer } from '../server.ts';
import { clone, created, idBy, n, pick } from './clone.ts';
import { madeAt } from './fill-records.ts';
import { communeOf } from './fill-units.ts';

/** People with a role each; one leads a unit and all beneath, another has many roles. */
export async function fillPeople(server: TestServer, count: number, unit: string): Promise<Person> {
  const db = server.database.queries;
  const invite = (name: string, unitId: string | null) =>
    created<Person>(server, '/v1/people', 'administrator', { name, unitId, invitation: name });
  const grant = (to: Person, role: string, unitId: string | null) =>
    created<{ id: string }>(server, `/v1/people/${to.id}/grants`, 'administrator', {
      role,
      unitId,
      withSubtree: unitId !== null,
      from: '2026-01-01',
      to: null,
      reason: 'Phân công (mẫu)',
    });
  const leader = await invite('lanh-dao', null);
  const member = await invite('can-bo', null);
  await grant(leader, 'unit-leader', unit);
  const held = await grant(member, 'unit-officer', unit);
  await clone(
    db,
    people,
    { id: member.id, count },
    {
      id: idBy('a0', n),
      name: sql`'Nguyễn Văn ' || n || ' ' || place.name`,
      unit_id: communeOf(count, sql`n * 31`),
      invitation: sql`'nguoi-' || n || '@example.vn'`,
      issuer: sql`CASE WHEN n % 2 = 0 OR n % 500 = 1 THEN 'https://login.example.vn' END`,
      subject: sql`CASE WHEN n % 2 = 0 OR n % 500 = 1 THEN 'nguoi-' || n END`,
      left_on: sql`CASE WHEN n % 500 = 1 THEN '2026-01-01'::date END`,
      search_text: sql`'nguyen van ' || n || ' ' || place.search || ' nguoi ' || n || ' example vn'`,
      sort_key: sql`sample.sort_key || place.sort`,
    },
  );
  // One of a thousand roles is that person's, the others have one each.
  await clone(
    db,
    grants,
    { id: held.id, count },
    {
      id: idBy('b0', n),
      person_id: sql`CASE WHEN n % 1000 = 0 THEN ${member.id}::uuid ELSE ${idBy('a0', n)} END`,
      unit_id: communeOf(count, sql`n * 31`),
      created_at: madeAt(count),
      updated_at: madeAt(count),
      role: pick(['unit-officer', 'unit-leader'], n),
      ended_at: sql`CASE WHEN n % 10 = 0 THEN now() END`,
    },
  );
  return member;
}

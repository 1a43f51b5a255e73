import { sql } from 'drizzle-orm';
import type { Asker, TestServer } from '../server.ts';
import { addPlaces, withoutSearch } from './clone.ts';
import { fillPeople } from './fill-people.ts';
import { fillAssessments, fillModels } from './fill-records.ts';
import { communeOf, fillUnits } from './fill-units.ts';

/** A server with many records of each kind, and whom its lists are asked by. */
export interface LongLists {
  /** A unit with as many models as others, over all the years. */
  unit: string;
  /** A unit whose records are all among the oldest. */
  formerUnit: string;
  /** The units at the top of either tree. */
  party: string;
  province: string;
  /** A unit below others. */
  village: string;
  /** A person of {@link unit}. */
  officer: Asker;
  /** A person of {@link formerUnit}. */
  formerOfficer: Asker;
  /** Who has a role for {@link unit} and all beneath. */
  leader: Asker;
  /** A person with many roles. */
  person: string;
}

/**
 * Fills a server with `count` records of each kind, copies of valid ones. As in life, what is old is done – recognised,
 * concluded – and what is new is not, a unit that is no more has old records alone, and few belong to any one unit.
 */
export async function fillLists(server: TestServer, count: number): Promise<LongLists> {
  const lists = await withoutSearch(server.database.queries, () => fill(server, count));
  await server.database.withClient((client) => client.query('VACUUM ANALYZE'));
  return lists;
}

async function fill(server: TestServer, count: number): Promise<LongLists> {
  const db = server.database.queries;
  await addPlaces(db);
  const { party, province, former, village } = await fillUnits(db, count);
  const owners = { formerId: former.id, villageId: village.id };
  await fillModels(server, count, owners);
  await fillAssessments(server, count, owners);
  const { rows } = await db.execute<{ id: string }>(sql`SELECT ${communeOf(count, sql`31`)} AS id`);
  const unit = rows[0]!.id;
  const person = await fillPeople(server, count, unit);
  await db.execute(sql`DROP TABLE sample_place`);
  await useListOfPeople(server);
  const officerOf = (unitId: string): Asker => ({ roles: ['unit-officer'], unitId });
  return {
    unit,
    formerUnit: former.id,
    party: party.id,
    province: province.id,
    village: village.id,
    officer: officerOf(unit),
    formerOfficer: officerOf(former.id),
    leader: { subject: 'lanh-dao', roles: ['citizen'] },
    person: person.id,
  };
}

/** Roles come from the list of people too. */
async function useListOfPeople(server: TestServer): Promise<void> {
  const setting = {
    name: 'role-source',
    value: 'both',
    validFrom: '2026-01-01',
    validTo: null,
    basis: null,
    provisional: false,
  };
  const set = await server.call('POST', '/v1/settings/versions', {
    as: 'administrator',
    body: { ...setting, reason: 'Mẫu', replaces: 0 },
  });
  if (set.status !== 201) throw new Error(JSON.stringify(set.body));
}

import type { Assessment } from '@dvk/sdk/assessments';
import type { Model } from '@dvk/sdk/models';
import { bacKan2017, illustrativeModel } from '@dvk/sdk/rubrics';
import { searchKey } from '@dvk/sdk/text';
import { sql, type SQL } from 'drizzle-orm';
import { assessments } from '../../assessments/table.ts';
import { models } from '../../models/table.ts';
import { addRubric } from '../../rubrics/store.ts';
import { sampleRegistration } from '../samples.ts';
import { testTenant, type Asker, type TestServer } from '../server.ts';
import { clone, created, idBy, n, pick } from './clone.ts';
import { communeOf, villageOf } from './fill-units.ts';

/** The year of the newest records. */
const year = 2026;
const titles = [
  'Tuyến đường hoa tự quản',
  'Tổ hòa giải',
  'Nuôi ong lấy mật',
  'Ngõ sáng có camera',
  'Hiến đất mở đường',
];

/** When the records were made, one each twenty minutes, as SQL. */
export const madeAt = (count: number): SQL =>
  sql`'${sql.raw(String(year))}-11-01T00:00:00Z'::timestamptz - (${count}::int - n) * interval '20 minutes'`;
/** How old a record is, from 0 for the oldest tenth to 9. */
const tenth = (count: number): SQL => sql`(n * 10 / ${count}::int)`;
/** The unit of a record: of the oldest ones that which is no more. */
const ownerOf = (count: number, formerId: string): SQL =>
  sql`CASE WHEN n < ${count}::int / 500 THEN ${formerId}::uuid ELSE ${communeOf(count, sql`n * 31`)} END`;

interface Owners {
  formerId: string;
  villageId: string;
}

/** What is old is recognised or not, what is new is under way. */
export async function fillModels(server: TestServer, count: number, { formerId, villageId }: Owners): Promise<void> {
  const db = server.database.queries;
  const [at, part, owner] = [madeAt(count), tenth(count), ownerOf(count, formerId)];
  const model = await created<Model>(server, '/v1/models', 'secretariat', {
    ...sampleRegistration(),
    unitName: undefined,
    unitId: villageId,
  });
  await clone(
    db,
    models,
    { id: model.id, count },
    {
      id: idBy('e0', n),
      code: sql`'MH-' || n`,
      created_at: at,
      updated_at: sql`${at} + interval '1 day'`,
      status: sql`CASE WHEN ${part} >= 9 THEN ${pick(['registered', 'returned', 'building', 'paused'], n)}
      WHEN ${part} >= 8 THEN ${pick(['self-assessing', 'awaiting-appraisal', 'appraised'], n)}
      WHEN n = 7 THEN 'revoked'
      ELSE ${pick(['recognised', 'not-recognised', 'recognised', 'withdrawn'], n)} END`,
      field: sql`CASE WHEN ${part} < 1 THEN 'defence-security' ELSE ${pick(['economy', 'culture-society', 'political-system'], n)} END`,
      registrant_kind: sql`CASE WHEN ${part} < 1 THEN 'individual' ELSE 'collective' END`,
      owner_unit_id: owner,
      unit_id: sql`CASE WHEN n % 2 = 0 THEN ${villageOf(sql`n % ${Math.floor(count / 2)}::int + 1`)} ELSE ${owner} END`,
      name: sql`${pick(titles, sql`n * 7`)} || ' ' || place.name`,
      commune_code: sql`place.code`,
      search_text: sql`${pick(titles.map(searchKey), sql`n * 7`)} || ' ' || place.search || ' mh ' || n`,
    },
  );
}

/** What is old is locked, of what is new some have no points yet. */
export async function fillAssessments(
  server: TestServer,
  count: number,
  { formerId, villageId }: Owners,
): Promise<void> {
  const db = server.database.queries;
  const [at, part, owner] = [madeAt(count), tenth(count), ownerOf(count, formerId)];
  for (const rubric of [bacKan2017, illustrativeModel])
    await addRubric(db, testTenant, rubric, '2022-01-01T00:00:00.000Z');

  const officer: Asker = { roles: ['unit-officer'], unitId: villageId };
  const assessment = await created<Assessment>(server, '/v1/assessments', officer, {
    rubricId: bacKan2017.id,
    rubricVersion: bacKan2017.version,
    subject: { kind: 'unit', id: villageId },
    period: String(year),
  });
  const isUnit = sql`n % 20 = 0`;
  const isNew = sql`${part} >= 9`;
  await clone(
    db,
    assessments,
    { id: assessment.id, count },
    {
      id: idBy('f0', n),
      subject_kind: sql`CASE WHEN ${isUnit} THEN 'unit' ELSE 'model' END`,
      subject_id: idBy('e0', n),
      subject_name: sql`${pick(titles, sql`n * 7`)} || ' ' || place.name`,
      rubric_id: sql`CASE WHEN ${isUnit} THEN ${bacKan2017.id} ELSE ${illustrativeModel.id} END`,
      rubric_version: sql`CASE WHEN ${isUnit} THEN ${bacKan2017.version} ELSE ${illustrativeModel.version} END`,
      unit_id: owner,
      period: sql`(${sql.raw(String(year))} - 4 + n * 5 / (${count}::int + 1))::text`,
      status: sql`CASE WHEN ${isNew} THEN ${pick(['open', 'submitted', 'open', 'explaining', 'appraised'], n)}
      WHEN ${part} >= 8 THEN 'concluded' WHEN n % 1000 = 0 THEN 'appraised' ELSE 'locked' END`,
      created_at: at,
      updated_at: sql`${at} + interval '1 day'`,
      self_points: sql`CASE WHEN ${isNew} AND n % 2 = 0 THEN NULL ELSE n * 7919 % 10000 END`,
      appraised_points: sql`CASE WHEN ${isNew} AND n % 5 < 4 THEN NULL ELSE n * 7907 % 10000 END`,
      search_text: sql`${pick(titles.map(searchKey), sql`n * 7`)} || ' ' || place.search`,
    },
  );
}

/** What the main questions of several tenants cost on PostgreSQL, with the plans that say why. */
import type { CaseReceipt } from '@dvk/sdk/cases';
import { sql } from 'drizzle-orm';
import type { BenchLine } from '../../../scripts/bench.ts';
import { cases } from './cases/table.ts';
import { insertAll, type Database } from './database/index.ts';
import { globalSetup, globalTeardown } from './testkit/global-setup.ts';
import { manyCases } from './testkit/many-cases.ts';
import { patientDatabase } from './testkit/patient-database.ts';
import { explain, sumOf } from './testkit/plans.ts';
import { sampleSubmission, sampleUnit } from './testkit/samples.ts';
import { startTestServer, testTenant, type Asker, type TestServer } from './testkit/server.ts';
import { queriesOf } from './testkit/statements.ts';
import { addUnits } from './units/store.ts';

type Report = (line: BenchLine) => void;

/** Of the tenant that is asked, and of each of the others. */
const own = 60_000;
const others = 4;
const each = 10_000;
const rounds = 15;

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;

/** Cases of a tenant, each with two events of the ledger. */
async function fill({ queries }: Database, tenant: string, count: number, unitIds: string[]): Promise<void> {
  await insertAll(queries, cases, await manyCases(tenant, count, new Date(), unitIds));
  await queries.execute(sql`
    INSERT INTO event (tenant, position, subject, sequence, kind, at, actor, data, state, previous_hash, hash)
    SELECT tenant, 1000000 + row_number() OVER (ORDER BY at), 'case/' || id, number, kind, at,
      json_build_object('subject', 'u' || (number * 7 % 40), 'roles', '[]'::json, 'unitId', null)::jsonb, '{}', null, ''::bytea, ''::bytea
    FROM (
      SELECT tenant, id, 1 AS number, 'case.received' AS kind, received_at AS at FROM citizen_case WHERE tenant = ${tenant}
      UNION ALL
      SELECT tenant, id, 2, 'case.accepted', received_at + interval '1 hour' FROM citizen_case WHERE tenant = ${tenant}
    ) told
    WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.tenant = told.tenant AND e.subject = 'case/' || told.id)`);
}

interface Question {
  name: string;
  ask: () => Promise<unknown>;
}

function questionsOf(server: TestServer, { code, secret }: CaseReceipt, unitId: string): Question[] {
  const get = (name: string, path: string, as: Asker, headers: Record<string, string> = {}): Question => ({
    name,
    ask: async () => {
      const { status, body } = await server.call('GET', encodeURI(path), { as, headers });
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    },
  });
  const officer: Asker = { roles: ['unit-officer'], unitId };
  return [
    get('list of cases', '/v1/cases', 'secretariat'),
    get(
      'desk: two states, overdue, of a topic',
      '/v1/cases?status=accepted&status=in-progress&due=overdue&topic=environment',
      'secretariat',
    ),
    get('desk: of one commune', '/v1/cases?communeCode=00004', 'secretariat'),
    get('desk of a unit', '/v1/cases', officer),
    get('desk: “rác”', '/v1/cases?q=rác', 'secretariat'),
    get('counts of the desk', '/v1/cases/counts', 'secretariat'),
    get('public view, by code and secret', `/v1/tracking/${code}`, undefined, { 'case-secret': secret }),
    get('audit list', '/v1/audit/events', 'administrator'),
    get('audit list, one kind', '/v1/audit/events?kind=case.accepted', 'administrator'),
    get('audit list, one person', '/v1/audit/events?actor=u7', 'administrator'),
  ];
}

export async function bench(report: Report): Promise<void> {
  await globalSetup();
  const server = await startTestServer(() => patientDatabase('PostgreSQL'));
  const { database } = server;
  const units = Array.from({ length: 200 }, () => sampleUnit());
  const unitIds = units.map(({ id }) => id);
  await addUnits(database.queries, testTenant, units);
  const receipt = (await server.call<CaseReceipt>('POST', '/v1/cases', { body: sampleSubmission() })).body;
  const analyze = () => database.withClient((client) => client.query('VACUUM ANALYZE'));
  const questions = questionsOf(server, receipt, unitIds[7]!);
  const timesOf = async ({ ask }: Question) => {
    const times: number[] = [];
    for (let round = -3; round < rounds; round += 1) {
      const started = performance.now();
      await ask();
      if (round >= 0) times.push(performance.now() - started);
    }
    return median(times);
  };

  await fill(database, testTenant, own, unitIds);
  await analyze();
  const alone = new Map<string, number>();
  for (const question of questions) alone.set(question.name, await timesOf(question));
  for (let other = 1; other <= others; other += 1) await fill(database, `tinh-${other}`, each, []);
  await analyze();
  const { rows } = await database.queries.execute<{ bytes: number }>(sql`
    SELECT (pg_total_relation_size('citizen_case') + pg_total_relation_size('event'))::float8 AS bytes`);
  const total = own + others * each;
  report({ name: 'a case with two events, and all indexes', value: rows[0]!.bytes / total / 1024, unit: 'KiB' });
  const told = ({ read, buffers, ways }: ReturnType<typeof sumOf>) =>
    `${read} rows read, ${buffers} pages; ${ways.join(', ')}`;
  for (const question of questions) {
    const value = await timesOf(question);
    const before = alone.get(question.name)!;
    const work = sumOf(await explain(database, await queriesOf(question.ask)));
    report({
      name: `${question.name} (${told(work)})`,
      value,
      unit: 'ms',
      baseline: `the tenant alone (${before.toFixed(1)} ms)`,
      ratio: value / before,
    });
  }
  await server.end();
  await globalTeardown();
}

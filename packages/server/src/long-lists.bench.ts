import { sql } from 'drizzle-orm';
import type { Engine } from './testkit/engines.ts';
import { globalSetup, globalTeardown } from './testkit/global-setup.ts';
import { listQuestions, type ListQuestion } from './testkit/long-lists/questions.ts';
import { benchFirstRows } from './testkit/long-lists/first-rows.ts';
import { fillLists } from './testkit/long-lists/index.ts';
import { patientDatabase } from './testkit/patient-database.ts';
import { explain, sumOf } from './testkit/plans.ts';
import { startTestServer, testTenant, type TestServer } from './testkit/server.ts';
import { queriesOf } from './testkit/statements.ts';
import type { BenchLine } from '../../../scripts/bench.ts';

const count = 100_000;
const engines: readonly Engine[] = ['PGlite', 'PostgreSQL'];
const rounds = 9;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!;

/** How long a question takes, and as long as what: in turns, so that the machine's other work meets both alike. */
async function measure(server: TestServer, { path, as }: ListQuestion) {
  const ask = () => server.call('GET', encodeURI(path), { as });
  // The keys of one page, which an index alone gives.
  const baseline = () =>
    server.database.queries.execute(sql`
      SELECT tenant, created_at, id FROM model WHERE tenant = ${testTenant}
      ORDER BY created_at DESC, id DESC LIMIT 21`);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = -3; round < rounds; round += 1) {
    const [asked, based] = [await timed(ask), await timed(baseline)];
    if (round < 0) continue;
    ours.push(asked);
    theirs.push(based);
  }
  const work = sumOf(await explain(server.database, await queriesOf(ask)));
  return { value: median(ours), baseline: median(theirs), work };
}

/** What the screens ask of lists of 100,000 models, assessments, units, people and roles, with what the database did for it. */
export async function bench(report: (line: BenchLine) => void): Promise<void> {
  await globalSetup();
  try {
    for (const engine of engines) {
      const server = await startTestServer(() => patientDatabase(engine));
      const lists = await fillLists(server, count);
      for (const question of await listQuestions(server, lists)) {
        const { value, baseline, work } = await measure(server, question);
        const { read, sorted, buffers, scanned } = work;
        const whole = scanned.filter((table) => /^(model|assessment|unit|person|role_grant)$/.test(table));
        const did = [
          `${read} rows read`,
          `${sorted} sorted`,
          `${buffers} buffers`,
          ...whole.map((each) => `all of ${each}`),
        ];
        report({
          name: `${engine}: ${question.name} (${did.join(', ')})`,
          value,
          unit: 'ms',
          baseline: `the keys of a page by an index alone (${baseline.toFixed(1)} ms)`,
          ratio: value / baseline,
        });
      }
      await benchFirstRows(engine, server, report);
      await server.end();
    }
  } finally {
    await globalTeardown();
  }
}

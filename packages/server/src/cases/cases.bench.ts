import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { CaseSummary } from '@dvk/sdk/cases';
import { sql } from 'drizzle-orm';
import { insertAll, newId, type Database } from '../database/index.ts';
import { listen, type Listening } from '../listen.ts';
import type { Engine } from '../testkit/engines.ts';
import { globalSetup, globalTeardown } from '../testkit/global-setup.ts';
import { startLoad } from '../testkit/load.ts';
import { manyCases } from '../testkit/many-cases.ts';
import { patientDatabase } from '../testkit/patient-database.ts';
import { sampleSubmission, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { cases } from './table.ts';
import type { BenchLine } from '../../../../scripts/bench.ts';

type Report = (line: BenchLine) => void;

const small = 10_000;
const large = 200_000;
const engines: readonly Engine[] = ['PGlite', 'PostgreSQL'];

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The middle of many runs, in milliseconds; the first ones do not count. */
async function medianOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = -3; run < runs; run += 1) {
    const time = await timed(work);
    if (run >= 0) times.push(time);
  }
  return median(times);
}

/** What a handler must not forget – key, number, history, event, answer to give again – against the row alone. */
async function benchCreation(engine: Engine, server: TestServer, { url }: Listening, report: Report): Promise<void> {
  const [row] = await server.database.queries.select().from(cases).limit(1);
  const body = JSON.stringify(sampleSubmission());
  const send = async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': newId() };
    const response = await fetch(`${url}/v1/cases`, { method: 'POST', headers, body });
    if (response.status !== 201) throw new Error(await response.text());
    await response.arrayBuffer();
  };
  const insert = () => {
    const id = newId();
    return server.database.queries.insert(cases).values({ ...row!, id, code: id });
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  // In turns, so that the machine's other work meets both alike.
  for (let round = -50; round < 300; round += 1) {
    const [sent, inserted] = [await timed(send), await timed(insert)];
    if (round < 0) continue;
    ours.push(sent);
    theirs.push(inserted);
  }
  const value = median(ours);
  const baseline = `a bare INSERT of the row (${median(theirs).toFixed(2)} ms)`;
  report({ name: `cases on ${engine}: create over HTTP`, value, unit: 'ms', baseline, ratio: value / median(theirs) });
}

/** Fills the table as fast as it goes: the search index is made afterwards. */
async function fill(database: Database, count: number, unitIds: string[]): Promise<void> {
  const { queries } = database;
  const { rows } = await queries.execute<{ definition: string }>(
    sql`SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'citizen_case_search'`,
  );
  await queries.execute(sql`DROP INDEX citizen_case_search`);
  await insertAll(queries, cases, await manyCases(testTenant, count, new Date(), unitIds));
  await queries.execute(sql.raw(rows[0]!.definition));
  await queries.execute(sql`ANALYZE`);
}

type List = { items: CaseSummary[]; nextCursor: string | null };

/** What people ask of the list: each with how often its words occur. */
const questions: readonly (readonly [string, string])[] = [
  ['first page', ''],
  ['of one state that none is in', '?status=closed'],
  ['newest first', '?sort=newest'],
  ['overdue', '?due=overdue'],
  ['due soon, of two topics', '?due=soon&topic=environment&topic=telecom'],
  ['of one commune', '?communeCode=00004'],
  ['counts', '/counts'],
  ['counts of one topic', '/counts?topic=environment'],
  ['counts, a common word: “rác”', '/counts?q=rác'],
  ['search, a common word: “rác”', '?q=rác'],
  ['search, a rare place: “mường bú”', '?q=mường bú'],
  ['search, common words that seldom meet: “đèn rác”', '?q=đèn rác'],
  ['search, a short word that is nowhere: “zq”', '?q=zq'],
  ['search, a common and an absent word: “rác zq”', '?q=rác zq'],
];

async function askAll(server: TestServer): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const ask = (query: string) => server.call<List>('GET', `/v1/cases${encodeURI(query)}`, { as: 'secretariat' });
  for (const [name, query] of questions) times.set(name, await medianOf(15, () => ask(query)));
  let cursor: string | null = null;
  for (let page = 0; page < 40; page += 1) {
    cursor = (await ask(`?limit=100${cursor === null ? '' : `&cursor=${cursor}`}`)).body.nextCursor;
  }
  times.set('page after 4,000 others', await medianOf(15, () => ask(`?limit=100&cursor=${cursor}`)));
  return times;
}

/** How late the server's loop gets to its work while 16 people search at once. */
async function benchLoop(engine: Engine, server: TestServer, { url }: Listening, report: Report): Promise<void> {
  const authorization = `Bearer ${await server.tokenFor('secretariat')}`;
  const urls = questions
    .filter(([, query]) => query.startsWith('?q='))
    .map(([, query]) => `${url}/v1/cases${encodeURI(query)}`);
  const lag = monitorEventLoopDelay({ resolution: 1 });
  const watch = async (milliseconds: number) => {
    lag.reset();
    lag.enable();
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
    lag.disable();
    return lag.percentile(99) / 1e6;
  };
  const idle = await watch(2000);
  const load = await startLoad({ urls, headers: { authorization }, atOnce: 16 });
  const busy = await watch(8000);
  const { answers, median: middle } = await load.stop();
  const name = `server on ${engine}: loop lag p99, 16 searching ${large.toLocaleString('en')} cases`;
  const baseline = `the bar of 20 ms (idle ${idle.toFixed(1)} ms; ${Math.round(answers / 8)} answers/s, median ${middle.toFixed(0)} ms)`;
  report({ name, value: busy, unit: 'ms', baseline, ratio: busy / 20 });
}

export async function bench(report: Report): Promise<void> {
  await globalSetup();
  const units = Array.from({ length: 200 }, () => sampleUnit());
  const unitIds = units.map(({ id }) => id);
  try {
    for (const engine of engines) {
      const smallTimes = new Map<string, number>();
      for (const count of [small, large]) {
        const server = await startTestServer(() => patientDatabase(engine));
        const listening = await listen(server.fetch, { port: 0 });
        await addUnits(server.database.queries, testTenant, units);
        await fill(server.database, count, unitIds);
        const times = await askAll(server);
        if (count === small) {
          for (const [name, time] of times) smallTimes.set(name, time);
          await benchCreation(engine, server, listening, report);
        } else {
          for (const [name, value] of times) {
            const before = smallTimes.get(name)!;
            const baseline = `among ${small.toLocaleString('en')} (${before.toFixed(1)} ms)`;
            report({ name: `cases on ${engine}: ${name}`, value, unit: 'ms', baseline, ratio: value / before });
          }
          await benchLoop(engine, server, listening, report);
        }
        await listening.close();
        await server.end();
      }
    }
  } finally {
    await globalTeardown();
  }
}

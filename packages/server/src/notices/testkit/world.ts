import assert from 'node:assert/strict';
import type { Case, CaseReceipt, CaseSubmission } from '@dvk/sdk/cases';
import type { Grant, NewGrant, Person } from '@dvk/sdk/people';
import type { Notice } from '@dvk/sdk/notices';
import { and, eq, inArray, lte } from 'drizzle-orm';
import { pino } from 'pino';
import { createServices } from '../../create-services.ts';
import type { ServerOptions } from '../../create-server.ts';
import { storedJobs, type StoredJob } from '../../queue/stored-job.ts';
import { serverJobs } from '../../server-jobs.ts';
import type { TestDatabase } from '../../testkit/engines.ts';
import { sampleSubmission, sampleUnit } from '../../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant, type TestServer } from '../../testkit/server.ts';
import { addUnits } from '../../units/store.ts';

/** A server with a list of people, whose jobs are done when a test says so. */
export interface NoticeWorld {
  server: TestServer;
  /** The time, RFC 3339; a test changes it. */
  now: string;
  unit: ReturnType<typeof sampleUnit>;
  /** Somebody of the list who has signed in, with a role. */
  addPerson(subject: string, grants: Partial<NewGrant>[]): Promise<Person>;
  /** Sends a case, as somebody or nobody. */
  sendCase(changes?: Partial<CaseSubmission>, as?: string): Promise<CaseReceipt & { id: string }>;
  step(id: string, body: object, as?: string): Promise<Case>;
  /** How many jobs are done at once, as by so many servers; one unless a test says so. */
  workers: number;
  /** Does the jobs with these names that are due, until there are none; how many. */
  work(...names: string[]): Promise<number>;
  noticesOf(subject: string): Promise<Notice[]>;
  call: TestServer['call'];
}

/** What the sign-in service of tests calls somebody, which is also their address. */
export const addressOf = (name: string) => `${name}@example.vn`;

export async function startNoticeWorld(
  create: () => Promise<TestDatabase>,
  options: Partial<ServerOptions> = {},
  now = '2026-12-14T02:00:00.000Z',
): Promise<NoticeWorld> {
  const unit = sampleUnit();
  const world = { now, workers: 1 } as NoticeWorld;
  const server = await startTestServer(create, { clock: () => new Date(world.now), ...options });
  const services = createServices({ secretKey: testSecretKey, ...options });
  const { queries } = server.database;
  await addUnits(queries, testTenant, [unit]);

  async function must<Body>(method: string, path: string, as: Parameters<typeof server.call>[2]): Promise<Body> {
    const { status, body } = await server.call<Body>(method, path, as);
    assert.ok(status < 300, `${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }
  const somebody = (name: string) => ({ subject: addressOf(name), roles: ['citizen'] as const });

  Object.assign(world, {
    server,
    unit,
    call: server.call,
    async addPerson(subject: string, grants: Partial<NewGrant>[]) {
      const about = { name: `Cán bộ ${subject}`, unitId: null, invitation: addressOf(subject) };
      const person = await must<Person>('POST', '/v1/people', { as: 'administrator', body: about });
      for (const grant of grants) {
        const terms = { unitId: null, withSubtree: false, from: '2026-01-01', to: null, reason: 'Mẫu', ...grant };
        await must<Grant>('POST', `/v1/people/${person.id}/grants`, { as: 'administrator', body: terms });
      }
      // The first sign-in is what lets the list know them.
      await must('GET', '/v1/session', { as: somebody(subject) });
      return person;
    },
    async sendCase(changes: Partial<CaseSubmission> = {}, as?: string) {
      const receipt = await must<CaseReceipt>('POST', '/v1/cases', {
        ...(as === undefined ? {} : { as: somebody(as) }),
        body: sampleSubmission(changes),
      });
      const { items } = await must<{ items: Case[] }>('GET', `/v1/cases?q=${receipt.code}`, { as: 'secretariat' });
      return { ...receipt, id: items[0]!.id };
    },
    async step(id: string, body: object, as = 'secretary') {
      const asker = as === 'secretary' ? ('secretariat' as const) : somebody(as);
      const { headers } = await server.call('GET', `/v1/cases/${id}`, { as: asker });
      return must<Case>('POST', `/v1/cases/${id}/transitions`, {
        as: asker,
        body,
        headers: { 'if-match': headers.get('etag')! },
      });
    },
    async work(...names: string[]) {
      let count = 0;
      for (;;) {
        const due = and(
          eq(storedJobs.state, 'created'),
          inArray(storedJobs.name, names),
          lte(storedJobs.startAfter, world.now),
        );
        const rows = (await queries.select().from(storedJobs).where(due)).toReversed();
        if (rows.length === 0) return count;
        const workOn = async ({ id, name, data }: StoredJob) => {
          const job = serverJobs.find((each) => each.name === name)!;
          await job.run(
            {
              database: server.database,
              services,
              tenant: data.tenant,
              key: data.key,
              now: new Date(world.now),
              log: pino({ level: 'silent' }),
              signal: new AbortController().signal,
            },
            data.data,
          );
          await queries.update(storedJobs).set({ state: 'completed' }).where(eq(storedJobs.id, id));
          count += 1;
        };
        const workers = Array.from({ length: world.workers }, async () => {
          for (let row = rows.pop(); row; row = rows.pop()) await workOn(row);
        });
        await Promise.all(workers);
      }
    },
    noticesOf: async (subject: string) =>
      (await must<{ items: Notice[] }>('GET', '/v1/notices?limit=100', { as: somebody(subject) })).items,
  } satisfies Omit<NoticeWorld, 'now' | 'workers'>);

  const source = { name: 'role-source', value: 'both', validFrom: '2026-01-01', validTo: null, basis: null };
  await must('POST', '/v1/settings/versions', {
    as: 'administrator',
    body: { ...source, reason: 'Mẫu', provisional: false, replaces: 0 },
  });
  return world;
}

import type { BenchLine } from '../../../../scripts/bench.ts';
import { freshDatabase, type Engine } from '../testkit/engines.ts';
import { globalSetup, globalTeardown } from '../testkit/global-setup.ts';
import { sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant } from '../testkit/server.ts';
import { Keyring } from '../secrets/keyring.ts';
import { addUnits } from '../units/store.ts';
import { SignInSessions } from './sessions.ts';

const rounds = 400;
const engines: readonly Engine[] = ['PGlite', 'PostgreSQL'];
const issuer = 'https://sso.example';
const address = new URL('https://dvk.example/');

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;

/** What it costs to know who asks – by a session of the server, by a token – against a visitor who is not asked. */
async function benchWhoAsks(engine: Engine, report: (line: BenchLine) => void): Promise<void> {
  const known = {
    key: 'sso',
    label: 'SSO',
    issuer,
    roleNames: { 'thu-ky': 'secretariat' },
    client: { id: 'dvk' },
  } as const;
  const server = await startTestServer(freshDatabase[engine], { signIn: { address, issuers: [known] } });
  const { database } = server;
  await addUnits(database.queries, testTenant, [sampleUnit()]);
  const sessions = new SignInSessions(new Keyring(testSecretKey), { idle: 60, lifetime: 720 });
  const id = await database.transaction((db) =>
    sessions.begin(
      db,
      testTenant,
      { issuer, claims: { sub: 'u1', roles: ['thu-ky'] }, idToken: 'x' },
      { now: new Date().toISOString(), before: undefined },
    ),
  );
  const ways: Readonly<Record<string, Record<string, string>>> = {
    visitor: {},
    session: { cookie: `__Host-dvk-session=${id}` },
    token: { authorization: `Bearer ${await server.tokenFor('secretariat')}` },
  };
  const times: Record<string, number[]> = { visitor: [], session: [], token: [] };
  // In turns, so that the machine's other work meets all alike.
  for (let round = -50; round < rounds; round += 1) {
    for (const [way, headers] of Object.entries(ways)) {
      const started = performance.now();
      const response = await server.fetch(new Request(`${address.href}v1/units`, { headers }));
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${way}: ${response.status}`);
      if (round >= 0) times[way]!.push(performance.now() - started);
    }
  }
  const visitor = median(times['visitor']!);
  for (const [way, name] of [
    ['session', 'a session of the server'],
    ['token', 'a token'],
  ] as const) {
    const value = median(times[way]!);
    report({
      name: `GET /v1/units with ${name}, ${engine}`,
      value,
      unit: 'ms',
      baseline: 'the same signed out',
      ratio: value / visitor,
    });
  }
  await server.end();
}

export async function bench(report: (line: BenchLine) => void): Promise<void> {
  await globalSetup();
  try {
    for (const engine of engines) await benchWhoAsks(engine, report);
  } finally {
    await globalTeardown();
  }
}

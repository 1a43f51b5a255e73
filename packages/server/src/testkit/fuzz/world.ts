import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { api } from '@dvk/sdk/api';
import type { Endpoint, Role } from '@dvk/sdk/contract';
import { exportRubricDocx } from '@dvk/documents/rubrics';
import { bacKan2017, illustrativeModel, illustrativeUnit, tayNinh2022 } from '@dvk/sdk/rubrics';
import { pino } from 'pino';
import { addRubric } from '../../rubrics/store.ts';
import { memoryStorage } from '../../storage/index.ts';
import { addUnits } from '../../units/store.ts';
import type { TestDatabase } from '../engines.ts';
import { docx, jpegWithPlace, pdf, png, unitTable, webp, xlsx } from '../files.ts';
import { sampleUnit } from '../samples.ts';
import { startTestServer, testTenant, type TestServer } from '../server.ts';
import { addJobs } from './jobs.ts';
import { judgeProblem, judgeSuccess, type SeenRecord } from './judge.ts';
import { addNotices } from './notices.ts';
import { addRetentionRun } from './retention.ts';
import { pick, type Known, type Roll } from './known.ts';
import { likelyParams, likelyRequest, makeHistories, pickTarget, withRealIds } from './likely.ts';
import { goodPeople, makePeople } from './people.ts';
import { fieldsOf, operations, type Shot } from './shots.ts';

/** How often each operation was answered how. */
export type Tally = Map<string, Map<string, number>>;

/** Sends a finished request: in process, or over a network; `undefined` where the sender itself refuses. */
export type Send = (request: Request) => Promise<Response | undefined>;

export interface World {
  server: TestServer;
  tally: Tally;
  /** What the server wrote down as failures of its own. */
  failures: readonly unknown[];
  /** Makes records that the operations of some areas need, another time. */
  prepare(areas: Iterable<string>, round: number): Promise<void>;
  /** Sends what a shot describes, and judges the answer. @throws AssertionError naming what is wrong with it */
  fire(shot: Shot, send?: Send): Promise<void>;
  end(): Promise<void>;
}

/** How long one answer may take on a busy machine before it counts as hanging. */
const patience = 20_000;
const mostRemembered = 200;

/** Numbers from 0 to 1, the same for the same seed. */
function dice(seed: number): Roll {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A server with units, rubrics, people and files, and what is known of its records. */
export async function makeWorld(create: () => Promise<TestDatabase>): Promise<World> {
  const units = [sampleUnit({ name: 'Phòng Nội vụ' }), sampleUnit({ name: 'Ủy ban nhân dân xã An Bình' })] as const;
  const unitIds = units.map(({ id }) => id) as [string, string];
  const people = await makePeople(unitIds);
  const failures: unknown[] = [];
  const server = await startTestServer(create, {
    authenticator: people.authenticator,
    storage: memoryStorage(),
    log: pino({ level: 'error' }, { write: (line: string) => void failures.push(JSON.parse(line)) }),
  });
  const rubrics = [bacKan2017, tayNinh2022, illustrativeModel, illustrativeUnit];
  await addUnits(server.database.queries, testTenant, units);
  await addJobs(server.database.queries);
  await addNotices(server.database.queries);
  await addRetentionRun(server.database.queries);
  for (const rubric of rubrics)
    await addRubric(server.database.queries, testTenant, rubric, '2026-01-01T00:00:00.000Z');
  const rubricFile = exportRubricDocx(illustrativeUnit);
  const files = await Promise.all([pdf(), png(), webp(), jpegWithPlace(), docx(), xlsx(), unitTable(), rubricFile]);

  const tally: Tally = new Map();
  /** By area, the newest last. */
  const records = new Map<string, Map<string, SeenRecord>>();
  /** By operation: the states of records in which it succeeded. */
  const succeededIn = new Map<string, Set<unknown>>();
  const usedKeys: string[] = [];
  /** Who was given a record last, by its id: what is somebody's own is found again by them alone. */
  const seenBy = new Map<unknown, string>();

  const recordsOf = (area: string): SeenRecord[] =>
    area === '*' ? [...records.keys()].flatMap(recordsOf) : [...(records.get(area)?.values() ?? [])];

  /** A record and the receipt for it have the code in common. */
  function remember(area: string, body: Partial<SeenRecord>): void {
    const known = records.get(area) ?? new Map<string, SeenRecord>();
    records.set(area, known);
    const name = String(body['code'] ?? [body.id, body['version']]);
    const before = known.get(name);
    known.delete(name);
    known.set(name, { ...before, ...body } as SeenRecord);
    if (known.size > mostRemembered) known.delete(known.keys().next().value!);
  }

  /** What a request needs of the record it is about: the parameters of the path and, in headers, its secret. */
  const needsOf = ({ path, headers }: Endpoint) => [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
    ...('case-secret' in fieldsOf(headers) ? ['secret'] : []),
  ];

  async function pathOf(shot: Shot, endpoint: Endpoint, known: Known, roll: Roll): Promise<string> {
    const likely = await likelyParams(shot.operation, known, roll);
    return endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(
        (shot.params[name] ?? likely[name] ?? String(known.target?.[name] ?? 'nothing')).toWellFormed(),
      ),
    );
  }

  type Sent = { body: string | Uint8Array<ArrayBuffer> | null; actors?: readonly string[] | undefined };

  async function bodyOf(shot: Shot, known: Known, roll: Roll): Promise<Sent> {
    const { body } = shot;
    if (body === null) return { body };
    if ('text' in body) return { body: body.text };
    if ('bytes' in body) return { body: body.bytes };
    if ('file' in body) {
      const file = new Uint8Array(files[body.file % files.length]!);
      return { body: file.slice(0, file.length - Math.min(body.cut, file.length)) };
    }
    if ('json' in body) {
      return { body: JSON.stringify(await withRealIds(shot.operation, body.json, known, roll)) ?? null };
    }
    const { body: likely, actors } = await likelyRequest(shot.operation, body.fitting, known, roll);
    const changed = Array.isArray(likely) ? likely : { ...(likely as object), ...body.likely };
    return { body: JSON.stringify(changed), actors };
  }

  async function requestOf(
    shot: Shot,
    endpoint: Endpoint,
  ): Promise<{ request?: Request; target?: SeenRecord; who: string }> {
    const roll = dice(shot.luck);
    const [area = ''] = shot.operation.split('.');
    const needs = needsOf(endpoint);
    const possible = recordsOf(area).filter((record) => needs.every((name) => name in record));
    const target = pickTarget(possible, succeededIn.get(shot.operation), roll);
    const known: Known = { recordsOf, rubrics, target };
    const method = shot.method ?? endpoint.method;
    const { body, actors }: Sent =
      method === 'GET' || method === 'HEAD' ? { body: null } : await bodyOf(shot, known, roll);
    const able = roll() < 0.6 ? goodPeople((actors ?? []) as Role[]).filter((who) => people.headers.has(who)) : [];
    const who = pick(able, roll) ?? (roll() < 0.3 ? seenBy.get(target?.id) : undefined) ?? shot.who;
    const key =
      shot.key === 'fresh' || shot.key === 'twice'
        ? randomUUID()
        : shot.key === 'used'
          ? (pick(usedKeys, roll) ?? null)
          : (shot.key?.text ?? null);
    const version = Number(/\d+/.exec(target?.etag ?? '')?.[0] ?? 1);
    const ifMatch =
      shot.ifMatch === 'current'
        ? `"v${version}"`
        : shot.ifMatch === 'stale'
          ? `"v${Math.max(0, version - 1)}"`
          : (shot.ifMatch?.text ?? null);
    const given = {
      'content-type': shot.contentType ?? (typeof body === 'string' ? 'application/json' : null),
      authorization: people.headers.get(who) ?? null,
      'idempotency-key': key,
      'if-match': ifMatch,
      'case-secret': needs.includes('secret') ? ((target?.['secret'] as string | undefined) ?? null) : null,
      ...shot.headers,
    };
    try {
      const headers = new Headers();
      for (const [name, value] of Object.entries(given)) if (value !== null) headers.set(name, value);
      const query = shot.query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
      const address = (await pathOf(shot, endpoint, known, roll)) + shot.tail + (query && `?${query}`);
      const request = new Request(`http://test${address}`, { method, headers, body });
      if (key !== null && method === 'POST') remembered(usedKeys, key);
      return { request, ...(target && { target }), who };
    } catch (error) {
      // What the platform itself refuses to send is not ours to answer.
      assert.ok(error instanceof TypeError, String(error));
      return { who };
    }
  }

  function count(operation: string, outcome: string): void {
    const counts = tally.get(operation) ?? new Map<string, number>();
    tally.set(operation, counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
  }

  async function exchange(
    shot: Shot,
    request: Request,
    { status, who }: { status: unknown; who: string },
    send: Send,
  ): Promise<{ ok: boolean; text: string }> {
    const endpoint = operations.get(shot.operation)!;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new assert.AssertionError({ message: 'no answer' })), patience);
    });
    try {
      const response = await Promise.race([send(request), late]);
      if (!response) return { ok: false, text: '' };
      const text = await Promise.race([response.text(), late]);
      const asked = shot.method === null && shot.tail === '';
      assert.ok(response.status < 500, `${response.status} ${text}`);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      if (response.status >= 400) {
        // The answer to HEAD has no body to judge.
        const outcome = request.method === 'HEAD' ? 'refused' : judgeProblem(response, text, asked, endpoint);
        count(shot.operation, outcome);
      } else if (asked) {
        const body = judgeSuccess(endpoint, request, response, text);
        count(shot.operation, 'done');
        if (status !== undefined)
          succeededIn.set(shot.operation, (succeededIn.get(shot.operation) ?? new Set()).add(status));
        if (body) learn(shot.operation, body, who);
      } else {
        count(shot.operation, 'done otherwise');
      }
      return { ok: response.ok, text };
    } finally {
      clearTimeout(timer);
    }
  }

  function learn(operation: string, body: SeenRecord, who: string): void {
    const [area = ''] = operation.split('.');
    const items = Array.isArray(body['items']) ? (body['items'] as SeenRecord[]) : [body];
    for (const item of items) {
      if ('id' in item || 'code' in item) remember(area, item);
      if ('id' in item) seenBy.set(item.id, who);
    }
  }
  for (const unit of units) remember('units', { ...unit });
  for (const { id, version } of rubrics) remember('rubrics', { id, version });

  const ask = async <Body>(who: string, operation: string, path: string, body?: unknown, etag?: string) => {
    const { method } = operations.get(operation)!;
    const file = body instanceof Uint8Array;
    const headers = new Headers({ 'idempotency-key': randomUUID() });
    if (file) headers.set('content-disposition', 'attachment; filename="tep.jpg"');
    else headers.set('content-type', 'application/json');
    const authorization = people.headers.get(who);
    if (authorization) headers.set('authorization', authorization);
    if (etag) headers.set('if-match', etag);
    const request = new Request(`http://test${path}`, {
      method,
      headers,
      body: file ? new Uint8Array(body) : (JSON.stringify(body) ?? null),
    });
    const response = await server.fetch(request);
    const answer = (await response.json()) as SeenRecord;
    assert.ok(response.ok, `${operation}: ${JSON.stringify(answer)}`);
    learn(operation, answer, who);
    return answer as Body;
  };
  const prepare = (areas: Iterable<string>, round: number) => makeHistories(areas, ask, unitIds[0], round);
  await prepare(Object.keys(api), 0);

  return {
    server,
    tally,
    failures,
    prepare,
    async fire(shot, send = (request) => server.fetch(request, { remoteAddress: '192.0.2.1' })) {
      const endpoint = operations.get(shot.operation)!;
      const { request, target, who } = await requestOf(shot, endpoint);
      if (!request) return;
      const about = { status: target?.['status'], who };
      if (shot.key !== 'twice') {
        await exchange(shot, request, about, send);
        return;
      }
      const [first, second] = await Promise.all([
        exchange(shot, request.clone(), about, send),
        exchange(shot, request, about, send),
      ]);
      if (request.method === 'POST' && first.ok && second.ok) assert.equal(second.text, first.text);
    },
    end: () => server.end(),
  };
}

/** Percent-encoded as a browser does; what a browser cannot encode stays as it is. */
const encode = (text: string) => (text.isWellFormed() ? encodeURIComponent(text) : text);

function remembered<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > mostRemembered) list.shift();
}

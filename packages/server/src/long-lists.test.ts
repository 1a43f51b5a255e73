import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seesAllUnits, unitsOf, type Session } from '@dvk/sdk/session';
import { onBothEngines } from './testkit/engines.ts';
import { listQuestions, type ListQuestion } from './testkit/long-lists/questions.ts';
import { fillLists, type LongLists } from './testkit/long-lists/index.ts';
import { explain, sumOf } from './testkit/plans.ts';
import { startTestServer, type Asker, type TestServer } from './testkit/server.ts';
import { queriesOf } from './testkit/statements.ts';

interface Page {
  items: { id: string }[];
  nextCursor: string | null;
}

const count = 8000;
const listed = ['model', 'assessment', 'unit', 'person', 'role_grant'];

onBothEngines('long lists', (engine, create) => {
  let server: TestServer;
  let questions: ListQuestion[];

  let lists: LongLists;

  before(async () => {
    server = await startTestServer(create);
    lists = await fillLists(server, count);
    questions = await listQuestions(server, lists);
  });
  after(() => server.end());

  /** What the database does for a question; as in a table a hundred times as long, in which nobody reads all. */
  async function workFor({ path, as }: ListQuestion) {
    let body: { items?: unknown[]; total?: number } = {};
    const queries = await queriesOf(async () => {
      const answer = await server.call<typeof body>('GET', encodeURI(path), { as });
      assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`);
      body = answer.body;
    });
    return { body, ...sumOf(await explain(server.database, queries, ['enable_seqscan = off'])) };
  }

  test('no page looks at most of a table, nor sorts it, whatever it is narrowed by and whoever asks', async () => {
    // The children of the communes of a province, which are counted, are all units.
    const pages = questions.filter(({ path, name }) => !path.includes('/counts') && !name.includes('below the top'));
    assert.ok(pages.length > 90);
    for (const question of pages) {
      const { read, sorted, scanned, ways } = await workFor(question);
      const told = `${engine}, ${question.name}: ${ways.join(', ')}`;
      assert.deepEqual(
        scanned.filter((table) => listed.includes(table)),
        [],
        told,
      );
      assert.ok(read < count * 0.6, told);
      assert.ok(sorted < count / 4, told);
    }
  });

  test('a first page without filters reads as many rows as it shows, and the one by which more are known', async () => {
    const firsts = questions.filter(({ path }) => /^\/v1\/(models|assessments|units|people)$/.test(path));
    for (const question of firsts.filter(({ as }) => typeof as === 'string')) {
      const { ways } = await workFor(question);
      assert.ok(
        ways.some((way) => way.endsWith(' 21') && listed.some((table) => way.startsWith(table))),
        ways.join(', '),
      );
    }
  });

  /** The units whose records somebody sees; `undefined` for all. */
  async function unitsSeenBy(as: Asker): Promise<readonly string[] | undefined> {
    const { body } = await server.call<Session>('GET', '/v1/session', { as });
    return seesAllUnits(body) ? undefined : unitsOf(body);
  }

  /** The ids of a list, page by page. */
  async function idsOf(as: Asker, path: string): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: string = `${path}&limit=100${cursor && `&cursor=${cursor}`}`;
      const { body } = await server.call<Page>('GET', page, { as });
      ids.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    return ids;
  }

  const model = { table: 'model', units: ['owner_unit_id', 'unit_id'], order: 'created_at DESC, id DESC' };
  const assessment = { table: 'assessment', units: ['unit_id'], order: 'updated_at DESC, id DESC' };
  const byPoints = (points: string, hidden = 'false') =>
    `(${points} IS NULL OR ${hidden}), CASE WHEN ${hidden} THEN NULL ELSE ${points} END DESC NULLS LAST,
     CASE WHEN ${points} IS NULL OR ${hidden} THEN updated_at END DESC, id DESC`;
  const underAppraisal = `status IN ('open', 'submitted', 'explaining')`;
  const narrowings: readonly (readonly [typeof model, query: string, where: string])[] = [
    [model, 'status=building&status=appraised&status=revoked', `status IN ('building', 'appraised', 'revoked')`],
    [model, 'status=recognised&field=defence-security', `status = 'recognised' AND field = 'defence-security'`],
    [model, 'registrantKind=individual', `registrant_kind = 'individual'`],
    [assessment, 'period=2025', `period = '2025'`],
    [assessment, 'period=2026&status=open&status=appraised', `period = '2026' AND status IN ('open', 'appraised')`],
    [assessment, 'subjectKind=unit&rubricId=bac-kan-unit', `subject_kind = 'unit'`],
    [{ ...assessment, order: byPoints('self_points') }, 'sort=self-points&subjectKind=unit', `subject_kind = 'unit'`],
    [{ ...assessment, order: byPoints('self_points') }, 'sort=self-points&status=open', `status = 'open'`],
    [{ ...assessment, order: byPoints('appraised_points') }, 'sort=appraised-points&period=2026', `period = '2026'`],
  ];

  for (const who of ['secretariat', 'leader', 'officer', 'formerOfficer'] as const) {
    test(`a list is whole, in its order and counted, narrowed as it may be, for ${who}`, async () => {
      const as = who === 'secretariat' ? who : lists[who];
      const units = await unitsSeenBy(as);
      for (const [{ table, units: columns, order }, query, where] of narrowings) {
        const isSeen = units && columns.map((column) => `${column} = ANY('{${units.join()}}')`).join(' OR ');
        const hides = units && query.includes('appraised-points');
        const { rows } = await server.database.queries.execute<{ id: string }>(
          `SELECT id FROM ${table} WHERE tenant = 'test' AND (${where}) AND (${isSeen ?? 'true'})
           ORDER BY ${hides ? byPoints('appraised_points', underAppraisal) : order}`,
        );
        const path = `/v1/${table}s`;
        assert.deepEqual(
          await idsOf(as, `${path}?${query}`),
          rows.map(({ id }) => id),
          `${table} ${query}`,
        );
        const filters = query.replace(/sort=[^&]*&/, '');
        const { body } = await server.call<{ total: number }>('GET', `${path}/counts?${filters}`, { as });
        assert.equal(body.total, rows.length, `counts of ${table} ${query}`);
      }
    });
  }

  test('what is counted without words is counted from an index alone, or from the rows of a unit', async () => {
    const counts = questions.filter(({ path }) => path.includes('/counts') && !path.includes('q='));
    assert.ok(counts.length > 5);
    for (const question of counts) {
      const { read, buffers, ways } = await workFor(question);
      assert.ok(
        read < count / 20 || buffers < count / 80,
        `${engine}, ${question.name}, ${buffers} pages: ${ways.join(', ')}`,
      );
    }
  });
});

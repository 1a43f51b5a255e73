import assert from 'node:assert/strict';
import type { Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { api } from '@dvk/sdk/api';
import type { Assessment } from '@dvk/sdk/assessments';
import type { Case, CaseReceipt } from '@dvk/sdk/cases';
import { createClient, isProblem, type Client } from '@dvk/sdk/client';
import type { Model } from '@dvk/sdk/models';
import { bacKan2017, criteriaOf } from '@dvk/sdk/rubrics';
import { sampleBodies } from '@dvk/sdk/testing';
import { eventsOf } from './events/index.ts';
import { addRubric } from './rubrics/store.ts';
import { onBothEngines } from './testkit/engines.ts';
import { sampleRegistration, sampleSubmission, sampleUnit } from './testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from './testkit/server.ts';
import { addUnits } from './units/store.ts';

/** A change of a record, made from a version of it. */
interface Change {
  name: string;
  /** The client never sends it twice by itself. */
  isPatch?: true;
  /** Makes a record to change: how often it has been changed, and the change as a call. */
  prepare(): Promise<{ changesOf: () => Promise<number>; change: () => PromiseLike<unknown> }>;
}

onBothEngines('two people, and one person twice', (_engine, create) => {
  let server: TestServer;
  let http: NodeServer;
  let client: Client;
  let appraiser: Client;
  let administrator: Client;
  const unit = sampleUnit();
  let year = 2020;
  /** Answers to lose: the request is carried out, then its connection cut. */
  let losses = 0;

  before(async () => {
    server = await startTestServer(create);
    const db = server.database.queries;
    await addUnits(db, testTenant, [unit]);
    await addRubric(db, testTenant, bacKan2017, '2026-01-01T00:00:00.000Z');
    http = createAdaptorServer({
      fetch: async (request, bindings) => {
        const response = await server.fetch(request);
        if (request.method !== 'GET' && losses > 0) {
          losses -= 1;
          (bindings as HttpBindings).incoming.socket.destroy();
        }
        return response;
      },
    }) as NodeServer;
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const officer = await server.tokenFor({ roles: ['unit-officer', 'secretariat'], unitId: unit.id });
    const judge = await server.tokenFor('appraiser');
    client = createClient({ baseUrl, getToken: () => officer });
    appraiser = createClient({ baseUrl, getToken: () => judge });
    const ruler = await server.tokenFor('administrator');
    administrator = createClient({ baseUrl, getToken: () => ruler });
  });
  after(async () => {
    http.closeAllConnections();
    http.close();
    await server.end();
  });

  const registration = (name = 'Tuyến đường hoa') => sampleRegistration({ unitId: unit.id, unitName: undefined, name });
  const makeModel = (): PromiseLike<Model> => client.models.create({ body: registration() });
  async function makeCase(): Promise<Case> {
    const { code } = await client.cases.create({ body: sampleSubmission() });
    const { items } = await client.cases.list({ query: { q: code } });
    return client.cases.get({ params: { id: items[0]!.id } });
  }
  async function answeredCase(): Promise<CaseReceipt & { id: string }> {
    const receipt = await client.cases.create({ body: sampleSubmission() });
    const { items } = await client.cases.list({ query: { q: receipt.code } });
    const params = { id: items[0]!.id };
    for (const body of [{ action: 'accept' }, { action: 'answer', answer: 'Đã xong.' }] as const) {
      const { etag } = await client.cases.get({ params });
      await client.cases.transition({ params, body }, { ifMatch: etag });
    }
    return { ...receipt, ...params };
  }
  function makeAssessment(): PromiseLike<Assessment> {
    year += 1;
    const { id, version } = bacKan2017;
    return client.assessments.create({
      body: {
        rubricId: id,
        rubricVersion: version,
        subject: { kind: 'unit', id: unit.id },
        period: String(year),
      },
    });
  }
  const selfLines = criteriaOf(bacKan2017)
    .filter(({ scoredBy }) => scoredBy !== 'superior')
    .map(({ id }) => ({ criterionId: id, value: { points: 1000 } }));
  async function submitted(): Promise<Assessment> {
    const { id, etag } = await makeAssessment();
    const params = { id };
    const scored = await client.assessments.putSelfLines({ params, body: selfLines }, { ifMatch: etag });
    return client.assessments.transition({ params, body: { action: 'submit' } }, { ifMatch: scored.etag });
  }

  let made = 0;
  const makeUnit = () =>
    administrator.units.create({
      body: { code: `M${(made += 1)}`, name: `Khu dân cư ${made}`, kind: 'residential-area', validFrom: '2025-07-01' },
    });
  const makePerson = () =>
    administrator.people.add({
      body: { name: 'Nguyễn Văn A', unitId: unit.id, invitation: `nguoi-${(made += 1)}` },
    });

  const makeImport = () => {
    const table = `Mã;Tên;Loại;Hiệu lực từ\nI${(made += 1)};Khu dân cư nhập ${made};Khu dân cư;01/07/2025`;
    const headers = { 'content-disposition': 'attachment; filename="a.csv"' };
    return administrator.imports.check({ headers, body: new Blob([table]) });
  };
  const carryOutImport = ({ id, etag }: { id: string; etag: string }) =>
    administrator.imports.carryOut({ params: { id }, body: { mode: 'good-rows' } }, { ifMatch: etag });

  const eventCount = async (subject: string) => (await eventsOf(server.database.queries, testTenant, subject)).length;
  const changes: Change[] = [
    {
      name: 'models.update',
      prepare: async () => {
        const { id, etag } = await makeModel();
        const call = () => client.models.update({ params: { id }, body: registration('Tên mới') }, { ifMatch: etag });
        return { changesOf: () => eventCount(`model/${id}`), change: call };
      },
    },
    {
      name: 'models.transition',
      prepare: async () => {
        const { id, etag } = await makeModel();
        const body = { action: 'withdraw', reason: 'Đăng ký nhầm' } as const;
        const call = () => client.models.transition({ params: { id }, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`model/${id}`), change: call };
      },
    },
    {
      name: 'cases.transition',
      prepare: async () => {
        const { id, etag } = await makeCase();
        const body = { action: 'assign', unitId: unit.id } as const;
        const call = () => client.cases.transition({ params: { id }, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`case/${id}`), change: call };
      },
    },
    {
      name: 'assessments.putSelfLines',
      prepare: async () => {
        const { id, etag } = await makeAssessment();
        const call = () => client.assessments.putSelfLines({ params: { id }, body: selfLines }, { ifMatch: etag });
        return { changesOf: () => eventCount(`assessment/${id}`), change: call };
      },
    },
    {
      name: 'assessments.putAppraisedLines',
      prepare: async () => {
        const { id, etag } = await submitted();
        const body = selfLines.map((line) => ({ ...line, reason: 'Thẩm định' }));
        const call = () => appraiser.assessments.putAppraisedLines({ params: { id }, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`assessment/${id}`), change: call };
      },
    },
    {
      name: 'assessments.putConditions',
      prepare: async () => {
        const { id, etag } = await submitted();
        const body = bacKan2017.conditions.slice(0, 1).map((each) => ({ conditionId: each.id, reason: 'Có đơn thư' }));
        const call = () => appraiser.assessments.putConditions({ params: { id }, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`assessment/${id}`), change: call };
      },
    },
    {
      name: 'assessments.transition',
      prepare: async () => {
        const { id, etag } = await submitted();
        const body = { action: 'return', reason: 'Cần bổ sung' } as const;
        const call = () => client.assessments.transition({ params: { id }, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`assessment/${id}`), change: call };
      },
    },
    {
      name: 'units.change',
      isPatch: true,
      prepare: async () => {
        const { id, etag } = await makeUnit();
        const body = { name: 'Tổ dân phố', since: '2026-01-01', reason: 'Đổi tên' };
        const call = () => administrator.units.change({ params: { id }, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`unit/${id}`), change: call };
      },
    },
    {
      name: 'units.close',
      prepare: async () => {
        const { id, etag } = await makeUnit();
        const body = { validTo: '2026-12-31', reason: 'Sắp xếp' };
        const call = () => administrator.units.close({ params: { id }, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`unit/${id}`), change: call };
      },
    },
    {
      name: 'imports.carryOut',
      prepare: async () => {
        const found = await makeImport();
        return { changesOf: () => eventCount(`import/${found.id}`), change: () => carryOutImport(found) };
      },
    },
    {
      name: 'imports.undo',
      prepare: async () => {
        const { id, etag } = await carryOutImport(await makeImport());
        const body = { reason: 'Nhập nhầm' };
        const call = () => administrator.imports.undo({ params: { id }, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`import/${id}`), change: call };
      },
    },
    {
      name: 'people.change',
      isPatch: true,
      prepare: async () => {
        const { id, etag } = await makePerson();
        const body = { title: 'Phó Chủ tịch' };
        const call = () => administrator.people.change({ params: { id }, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`person/${id}`), change: call };
      },
    },
    {
      name: 'people.leave',
      prepare: async () => {
        const { id, etag } = await makePerson();
        const call = () => administrator.people.leave({ params: { id }, body: { reason: 'Nghỉ' } }, { ifMatch: etag });
        return { changesOf: () => eventCount(`person/${id}`), change: call };
      },
    },
    {
      name: 'people.rejoin',
      prepare: async () => {
        const { id, etag } = await makePerson();
        const left = await administrator.people.leave({ params: { id }, body: { reason: 'Nghỉ' } }, { ifMatch: etag });
        const call = () => administrator.people.rejoin({ params: { id } }, { ifMatch: left.etag });
        return { changesOf: () => eventCount(`person/${id}`), change: call };
      },
    },
    {
      name: 'personalData.transition',
      prepare: async () => {
        const { code } = await client.cases.create({ body: sampleSubmission() });
        const made = await client.personalData.create({
          body: { ...sampleBodies.personalData.create, caseCodes: [code], kind: 'withdrawal' },
        });
        const params = { id: made.id };
        const checking = { action: 'check-identity', identityMethod: 'called-back' } as const;
        const { etag } = await client.personalData.transition({ params, body: checking }, { ifMatch: made.etag });
        const body = { action: 'carry-out' } as const;
        const call = () => client.personalData.transition({ params, body }, { ifMatch: etag });
        return { changesOf: () => eventCount(`data-request/${made.id}`), change: call };
      },
    },
    {
      name: 'notices.setPreferences',
      prepare: async () => {
        const { etag: _, hasMail: __, ...wishes } = await client.notices.preferences();
        const versionOf = async () => Number(/\d+/.exec((await client.notices.preferences()).etag)![0]);
        const ifMatch = `"v${await versionOf()}"`;
        const change = () => client.notices.setPreferences({ body: wishes }, { ifMatch });
        return { changesOf: versionOf, change };
      },
    },
    {
      name: 'drafts.update',
      prepare: async () => {
        const body = sampleBodies.drafts.create;
        const { id, etag } = await client.drafts.create({ body });
        const params = { id };
        const call = () => client.drafts.update({ params, body: { ...body, title: 'Tên mới' } }, { ifMatch: etag });
        // Drafts have no events; their versions are counted instead.
        const versionOf = async () => Number(/\d+/.exec((await client.drafts.get({ params })).etag)![0]);
        return { changesOf: versionOf, change: call };
      },
    },
  ];

  for (const { name, isPatch, prepare } of changes) {
    test(`${name}: of many from one version one wins, and the others get 412`, async () => {
      const { changesOf, change } = await prepare();
      const earlier = await changesOf();
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, async () => change()));
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      assert.equal(lost.length, 5);
      for (const { reason } of lost) assert.ok(isProblem(reason, 'precondition-failed'), String(reason));
      assert.equal((await changesOf()) - earlier, 1);
    });

    if (isPatch) continue;
    test(`${name}: whoever never heard the answer hears it on asking again, and nothing is done twice`, async () => {
      const { changesOf, change } = await prepare();
      const earlier = await changesOf();
      losses = 2;
      await change();
      assert.equal(losses, 0);
      assert.equal((await changesOf()) - earlier, 1);
    });
  }

  test('a sender who asks twice at once to take a case up again does so once', async () => {
    const { id, code, secret } = await answeredCase();
    const reopen = async () =>
      client.cases.reopen(
        { params: { code }, headers: { 'case-secret': secret }, body: { reason: 'Chưa xong' } },
        { maxRetries: 0 },
      );
    const earlier = await eventCount(`case/${id}`);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, reopen));
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') continue;
      const { reason } = outcome;
      assert.ok(
        isProblem(reason, 'request-in-progress') || isProblem(reason, 'transition-not-allowed'),
        String(reason),
      );
    }
    assert.equal((await eventCount(`case/${id}`)) - earlier, 1);
    const { reopenCount } = await client.cases.get({ params: { id } });
    assert.equal(reopenCount, 1);
  });

  test('every change that names a version is among these', () => {
    const versioned = Object.entries(api).flatMap(([area, endpoints]) =>
      Object.entries(endpoints).flatMap(([name, endpoint]) =>
        'etag' in endpoint && endpoint.etag === 'required' ? [`${area}.${name}`] : [],
      ),
    );
    assert.deepEqual(changes.map(({ name }) => name).sort(), versioned.sort());
  });
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { api } from '@dvk/sdk/api';
import { roles, type Endpoint } from '@dvk/sdk/contract';
import { routes } from '../areas/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';

const endpoints: Endpoint[] = Object.values(api).flatMap((area) => Object.values(area) as Endpoint[]);

test('every endpoint of the contract is implemented, once', () => {
  const name = ({ method, path }: Endpoint) => `${method} ${path}`;
  assert.deepEqual(routes.map(({ endpoint }) => name(endpoint)).sort(), endpoints.map(name).sort());
});

onBothEngines('rights', (_engine, create) => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(create);
  });
  after(() => server.end());

  const addressOf = (path: string) => path.replaceAll(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');

  for (const { method, path, roles: allowed, etag } of endpoints) {
    test(`${method} ${path} lets in those whom the contract names, and nobody else`, async () => {
      for (const role of roles) {
        // Nothing else of the request is in order: whoever gets past the rights is refused for that, or finds nothing.
        const { status } = await server.call(method, addressOf(path), { as: role, key: null });
        if (allowed.includes(role)) assert.ok(status !== 401 && status !== 403 && status < 500, `${role}: ${status}`);
        else assert.equal(status, role === 'anonymous' ? 401 : 403, role);
      }
    });

    if (method === 'POST')
      test(`${method} ${path} asks for an idempotency key`, async () => {
        const { status, body } = await server.call(method, addressOf(path), { as: allowed[0]!, key: null });
        assert.deepEqual([status, body['type']], [400, 'urn:dvk:problem:idempotency-key-missing']);
      });

    if (etag === 'required')
      test(`${method} ${path} asks for the version that is changed`, async () => {
        const { status, body } = await server.call(method, addressOf(path), { as: allowed[0]! });
        assert.deepEqual([status, body['type']], [428, 'urn:dvk:problem:precondition-required']);
      });
  }
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inspect } from 'node:util';
import { ClientError, isClientError, isProblem, NetworkError, ProblemError, TimeoutError } from './errors.ts';
import { failure, faultMatrix } from './testkit/fault-matrix.ts';
import { startFaultServer } from './testkit/fault-server.ts';
import { breakBody, html, reset, stallBody, stallHeaders, status, text } from './testkit/faults.ts';
import { thingsClient } from './testkit/things.ts';

const server = await startFaultServer();
after(() => server[Symbol.asyncDispose]());

const { things } = thingsClient({ baseUrl: server.url, timeout: 8000 });
const one = { params: { id: '1' } };

for (const { name, run } of faultMatrix) test(name, () => run(server));

test('an error points at the caller’s line', async () => {
  server.script(status(404));
  async function callerOfTheClient() {
    await things.get(one);
  }
  const error = await failure(callerOfTheClient(), ProblemError);
  assert.match(error.stack!, /callerOfTheClient/);
  assert.match(error.stack!, /^ProblemError: things\.get: 404 not-found\n/);
});

test('whatever goes wrong, no error holds token, address, header or body', async () => {
  const secret = 'ABC-secret';
  // A server of its own: what is given up after 20 ms may still arrive while the next test runs.
  await using apart = await startFaultServer();
  const careful = thingsClient({ baseUrl: apart.url, getToken: () => secret, timeout: 300, maxRetries: 1 });
  const steps = [status(404), status(503), reset, stallHeaders, stallBody, breakBody, html(502), text('{')];
  for (const step of steps)
    for (const options of [{}, { attemptTimeout: 50 }, { signal: AbortSignal.timeout(20) }]) {
      apart.script(step);
      const input = { params: { id: secret }, body: { name: secret } };
      const headers = { 'case-secret': secret };
      const error = await failure(careful.things.update(input, { ...options, headers, ifMatch: secret }), ClientError);
      const everything = inspect(error, { depth: Infinity, showHidden: true });
      assert.ok(!everything.includes(secret), everything);
    }
});

test('an error of another copy of the package is recognised', async () => {
  const copy = (await import(`./errors.ts?copy=${Math.random()}`)) as typeof import('./errors.ts');
  const error = new copy.NetworkError('no answer', { operation: 'things.get', attempts: 1 });
  assert.ok(error instanceof NetworkError);
  assert.ok(!(error instanceof TimeoutError));
  assert.ok(isClientError(error, 'network'));
  assert.ok(!isProblem(error));
  assert.ok(!isClientError(new Error('other')));
});

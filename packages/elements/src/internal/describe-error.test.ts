import { assert } from '@open-wc/testing';
import { DecodeError, NetworkError, ProblemError } from '@dvk/sdk/client';
import { common } from '../locale/common/vi.ts';
import { describeError, isRefusal } from './describe-error.ts';

describe('the words of a failure', () => {
  let online = true;
  before(() => Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online }));
  after(() => Reflect.deleteProperty(navigator, 'onLine'));

  it('stay as they are when the network returns or goes away afterwards', () => {
    const failure = () =>
      new NetworkError('unreachable', { operation: 'cases.list', attempts: 1, requestId: undefined });
    online = false;
    const whileOffline = failure();
    assert.equal(describeError(whileOffline, common).text, common.offline);
    online = true;
    const whileOnline = failure();
    assert.equal(describeError(whileOnline, common).text, common.network);
    assert.equal(describeError(whileOffline, common).text, common.offline);
    online = false;
    assert.equal(describeError(whileOnline, common).text, common.network);
  });

  const context = { operation: 'cases.create', attempts: 1, requestId: undefined };
  const refusalOf = (status: number, data: unknown = '<html><h1>nginx</h1></html>') =>
    new ProblemError(new Response(null, { status }), data, undefined, context);

  it('say that something in between has answered, and offer to try again', () => {
    for (const failure of [302, 403, 404, 409, 418].map((status) => refusalOf(status)))
      assert.deepEqual(describeError(failure, common), { text: common.foreign, action: 'retry' }, `${failure.status}`);
    assert.deepEqual(describeError(refusalOf(403, { error: 'no' }), common).text, common.foreign);
    assert.deepEqual(describeError(new DecodeError('a page', context), common).text, common.foreign);
    assert.deepEqual(describeError(refusalOf(413), common), { text: common.tooLarge, action: 'retry' });
  });

  it('take from something in between that one must sign in, or wait', () => {
    assert.equal(describeError(refusalOf(401), common).action, 'sign-in');
    assert.equal(describeError(refusalOf(429), common).text, common.tooMany(undefined));
    assert.equal(describeError(refusalOf(502), common).text, common.failed);
  });

  it('take a record for missing only if the API says so', () => {
    assert.isFalse(isRefusal(refusalOf(404), 'not-found'));
    assert.isTrue(isRefusal(refusalOf(404, { type: 'urn:dvk:problem:not-found' }), 'not-found'));
  });
});

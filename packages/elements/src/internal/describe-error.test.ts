import { assert } from '@open-wc/testing';
import { NetworkError } from '@dvk/sdk/client';
import { common } from '../locale/common/vi.ts';
import { describeError } from './describe-error.ts';

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
});

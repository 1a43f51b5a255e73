import { assert } from '@open-wc/testing';
import { RequestRunner } from './request-runner.ts';
import type { ErrorSummary } from './error-summary.ts';

/** A widget, as far as the runner knows it. */
function runner() {
  const host = Object.assign(new EventTarget(), {
    requestUpdate: () => {},
    addController: () => {},
    removeController: () => {},
    updateComplete: Promise.resolve(true),
  });
  return new RequestRunner(host, {} as ErrorSummary);
}

describe('the requests of a widget', () => {
  it('try again what has failed, not what was begun last', async () => {
    const requests = runner();
    const tried: string[] = [];
    const { promise: answer, reject } = Promise.withResolvers<void>();
    const saving = requests.run(() => answer, { retry: () => tried.push('save') });
    await requests.run(() => Promise.resolve(), { retry: () => tried.push('read'), reads: 'rows' });
    reject(new TypeError('Failed to fetch'));
    assert.isFalse(await saving);
    requests.retry!();
    assert.deepEqual(tried, ['save']);
  });

  it('change one thing at a time; of what reads the same, the newest counts', async () => {
    const requests = runner();
    const { promise: answer, resolve } = Promise.withResolvers<void>();
    const saving = requests.run(() => answer);
    assert.isFalse(await requests.run(() => Promise.resolve()));
    const older = requests.run(() => answer, { reads: 'rows' });
    const newer = requests.run(() => answer, { reads: 'rows' });
    resolve();
    assert.deepEqual(await Promise.all([saving, older, newer]), [true, false, true]);
    assert.isFalse(requests.busy);
  });
});

import { assert } from '@open-wc/testing';
import { Draft } from './draft.ts';

interface State {
  title: string;
}
const isState = (state: unknown): state is State => typeof (state as State | null)?.title === 'string';
const open = (form: string) => Draft.open<State>(form, isState);
const asAnotherTab = () => sessionStorage.removeItem('dvk-tab');

describe('Draft', () => {
  let form: string;
  beforeEach(() => {
    form = `test ${crypto.randomUUID()}`;
  });

  it('gives back what was typed before a reload', async () => {
    const before = await open(form);
    assert.isUndefined(before.restored);
    before.save({ title: 'Đường hoa' });
    before.close();
    const after = await open(form);
    assert.deepEqual(after.restored?.state, { title: 'Đường hoa' });
    after.close();
  });

  it('keeps persons apart', async () => {
    const mine = await open(`${form} A`);
    mine.save({ title: 'của A' });
    mine.close();
    const yours = await open(`${form} B`);
    assert.isUndefined(yours.restored);
    yours.close();
  });

  it('keeps tabs apart while both are open', async () => {
    const first = await open(form);
    first.save({ title: 'thẻ một' });
    asAnotherTab();
    const second = await open(form);
    assert.isUndefined(second.restored);
    second.save({ title: 'thẻ hai' });
    first.close();
    second.close();
  });

  it('takes over the draft of a tab that is gone', async () => {
    const gone = await open(form);
    gone.save({ title: 'bỏ dở' });
    gone.close();
    asAnotherTab();
    const next = await open(form);
    assert.deepEqual(next.restored?.state, { title: 'bỏ dở' });
    await next.clear();
    next.close();
    asAnotherTab();
    const third = await open(form);
    assert.isUndefined(third.restored, 'cleared for good');
    third.close();
  });

  it('sends the same body with the same key, also after a reload, and another body with another', async () => {
    const before = await open(form);
    const key = await before.keyFor({ title: 'x' }, { title: 'x' });
    assert.equal(await before.keyFor({ title: 'x' }, { title: 'x' }), key);
    before.close();
    const after = await open(form);
    assert.equal(await after.keyFor({ title: 'x' }, { title: 'x' }), key);
    assert.notEqual(await after.keyFor({ title: 'y' }, { title: 'y' }), key);
    after.close();
  });

  it('still gives one key a body where the browser keeps nothing', async () => {
    const kept = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const draft = await open(form);
    Object.defineProperty(window, 'sessionStorage', kept);
    assert.isFalse(draft.persistent);
    draft.save({ title: 'x' });
    const key = await draft.keyFor({ title: 'x' }, { title: 'x' });
    assert.equal(await draft.keyFor({ title: 'x' }, { title: 'x' }), key);
    await draft.clear();
    draft.close();
  });

  it('does not wait for locks that the browser refuses', async () => {
    const { request } = LockManager.prototype;
    LockManager.prototype.request = () => Promise.reject(new DOMException('refused', 'SecurityError'));
    const draft = await open(form).finally(() => (LockManager.prototype.request = request));
    assert.isFalse(draft.persistent);
    draft.close();
  });

  it('does not wait for storage that never responds', async () => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => ({ objectStore: () => ({ getAll: () => ({}) }) }) as never;
    const draft = await open(form).finally(() => (IDBDatabase.prototype.transaction = transaction));
    assert.isFalse(draft.persistent);
    draft.close();
  });

  it('says so when nothing more can be kept, and when it can again', async () => {
    const draft = await open(form);
    const turns: boolean[] = [];
    draft.onSaved = () => turns.push(draft.persistent);
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const key = await draft.keyFor({ title: 'x' }, { title: 'x' });
    IDBObjectStore.prototype.put = put;
    assert.equal(await draft.keyFor({ title: 'x' }, { title: 'x' }), key);
    assert.deepEqual(turns, [false, true]);
    draft.close();
  });

  it('begins empty where the machine has something that this version cannot read', async () => {
    for (const state of [null, 'text', { name: 'of an older version' }]) {
      const older = await Draft.open(form, (it): it is unknown => it !== undefined);
      older.save(state);
      older.close();
      const now = await open(form);
      assert.isUndefined(now.restored);
      assert.isUndefined(now.savedAt);
      now.save({ title: 'mới' });
      now.close();
      const after = await open(form);
      assert.deepEqual(after.restored?.state, { title: 'mới' });
      after.close();
    }
  });

  it('forgets on success', async () => {
    const draft = await open(form);
    draft.save({ title: 'x' });
    await draft.clear();
    draft.close();
    const next = await open(form);
    assert.isUndefined(next.restored);
    next.close();
  });
});

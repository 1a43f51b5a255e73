import { assert, fixture, html as page } from '@open-wc/testing';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Session } from '@dvk/sdk/session';
import { problem } from '@dvk/sdk/testing';
import { fakeClient } from '../testkit/fake-client.ts';
import { define } from './define.ts';
import { Loader } from './loader.ts';
import { DvkWidget } from './widget.ts';
import { LoadedRows } from '../list/loaded-rows.ts';
import { waitUntil } from '../testkit/wait-until.ts';

/** Loads the words that its attribute names; each load waits until the test lets it end. */
class Words extends DvkWidget {
  static override readonly tag: string = 'test-words';
  @property() topic = 'a';
  readonly ends: Record<string, (words: string) => void> = {};
  readonly list = new LoadedRows<{ id: string }>(this.requests);
  shown = '';
  declare readonly person: DvkWidget['person'];
  declare readonly requests: DvkWidget['requests'];
  readonly loader = new Loader(
    this,
    () => [this.topic],
    async (_, signal) => {
      const words = await new Promise<string>((end) => (this.ends[this.topic] = end));
      if (words === 'fail') throw new Error(words);
      if (!signal.aborted) this.shown = words;
    },
  );
  protected override renderContent(): TemplateResult {
    return html`${this.renderLoaded(this.loader, () => html`<b>${this.shown}</b>`)}
    ${this.list.items.map(({ id }) => html`<i>${id}</i>`)}
    ${this.list.hasMore ? html`<p class="actions"><button @click=${this.list.loadMore}>Tải thêm</button></p>` : nothing}
    ${this.renderFailure()}`;
  }
}
define(Words);

const { client } = fakeClient({});
const make = () => fixture<Words>(page`<test-words .client=${client}></test-words>`);
const $ = (words: Words, selector: string) => words.shadowRoot!.querySelector<HTMLElement>(selector);

describe('Loader', () => {
  it('shows what was asked for last, also when an older load ends after it', async () => {
    const words = await make();
    words.topic = 'b';
    await words.updateComplete;
    words.ends['b']!('mới');
    await waitUntil(() => $(words, 'b')?.textContent === 'mới');
    words.ends['a']!('cũ');
    await words.updateComplete;
    assert.equal($(words, 'b')!.textContent, 'mới');
  });

  it('does not load again for an update that changes nothing it depends on', async () => {
    const words = await make();
    words.ends['a']!('một');
    await waitUntil(() => $(words, 'b'));
    delete words.ends['a'];
    words.requestUpdate();
    await words.updateComplete;
    assert.isUndefined(words.ends['a']);
  });

  it('reports a failure to the page, but not one that a newer load has made void', async () => {
    const words = await make();
    const heard: unknown[] = [];
    words.addEventListener('dvk-error', ({ error }) => heard.push((error as Error).message));
    words.topic = 'b';
    await words.updateComplete;
    words.ends['a']!('fail');
    words.ends['b']!('fail');
    await waitUntil(() => $(words, '[role=alert] button'));
    assert.deepEqual(heard, ['fail']);
    $(words, '[role=alert] button')!.click();
    await words.updateComplete;
    words.ends['b']!('xong');
    await waitUntil(() => $(words, 'b')?.textContent === 'xong');
  });
});

describe('LoadedRows', () => {
  const { signal } = new AbortController();

  it('adds page after page, also over one that is empty, and changes a line in place', async () => {
    const words = await make();
    const pages = [
      { items: [], nextCursor: 'x' },
      { items: [{ id: '1' }, { id: '2' }], nextCursor: null },
    ];
    const queries: unknown[] = [];
    await words.list.load(async (query) => {
      queries.push(query);
      return pages[queries.length - 1]!;
    }, signal);
    words.requestUpdate();
    await words.updateComplete;
    assert.isTrue(words.list.hasMore);
    $(words, '.actions button')!.click();
    await waitUntil(() => $(words, 'i'));
    assert.deepEqual(queries, [{ limit: 20 }, { limit: 20, cursor: 'x' }]);
    words.list.update({ id: '2' });
    assert.deepEqual(
      words.list.items.map(({ id }) => id),
      ['1', '2'],
    );
    await waitUntil(() => !$(words, '.actions button'));
  });

  it('keeps its lines when the next page fails, and can ask for it again', async () => {
    const words = await make();
    let asked = 0;
    await words.list.load(async () => {
      asked += 1;
      if (asked === 2) throw new Error('no network');
      return { items: [{ id: String(asked) }], nextCursor: asked === 1 ? 'x' : null };
    }, signal);
    words.requestUpdate();
    await words.updateComplete;
    $(words, '.actions button')!.click();
    await waitUntil(() => $(words, '[part=failure] button'));
    assert.lengthOf(words.shadowRoot!.querySelectorAll('i'), 1);
    $(words, '[part=failure] button')!.click();
    await waitUntil(() => words.shadowRoot!.querySelectorAll('i').length === 2);
  });

  /** A list with more than one page, and what its next page does. */
  async function withNextPage(next: () => Promise<{ items: { id: string }[]; nextCursor: string | null }>) {
    const words = await make();
    await words.list.load(
      async ({ cursor }) => (cursor ? next() : { items: [{ id: 'old' }], nextCursor: 'x' }),
      signal,
    );
    words.requestUpdate();
    await words.updateComplete;
    $(words, '.actions button')!.click();
    return words;
  }
  const another = async () => ({ items: [{ id: 'new' }], nextCursor: null });
  const linesOf = ({ list }: Words) => list.items.map(({ id }) => id);

  it('adds no page of a list that is no longer shown', async () => {
    for (const replace of [
      (words: Words) => words.list.load(another, signal),
      async (words: Words) => words.list.clear(),
    ]) {
      let end = (): void => {};
      const words = await withNextPage(async () => {
        await new Promise<void>((resolve) => (end = resolve));
        return { items: [{ id: 'late' }], nextCursor: 'y' };
      });
      await replace(words);
      const lines = linesOf(words);
      end();
      await waitUntil(() => !words.requests.busy);
      assert.deepEqual(linesOf(words), lines);
      await words.updateComplete;
      assert.isNull($(words, '.actions button'), 'nor offers to load more of it');
    }
  });

  it('drops the failure of a list that is no longer shown, and no other failure', async () => {
    const words = await withNextPage(() => Promise.reject(new Error('no network')));
    await waitUntil(() => words.requests.failure);
    await words.list.load(another, signal);
    assert.isUndefined(words.requests.failure);
    await words.requests.run(() => Promise.reject(new Error('of a step')));
    await words.list.load(another, signal);
    assert.isDefined(words.requests.failure);
  });
});

describe('SignedInPerson', () => {
  const session = (subject: string | null, ...roles: Session['roles']): Session => ({
    subject,
    name: 'Nguyễn Văn A',
    roles,
    unitId: null,
    tenant: 'demo',
  });

  it('knows the same person again, and no other', async () => {
    const { person } = await make();
    assert.isTrue(person.change(session(null)), 'a visitor stays one');
    assert.isFalse(person.change(session('a', 'unit-officer')));
    assert.isTrue(person.isStaff);
    assert.isTrue(person.change(session('a', 'citizen')));
    assert.isFalse(person.isStaff, 'with other roles');
    assert.isFalse(person.change(session('b')));
    assert.isFalse(person.change(session(null)));
  });

  it('forgets a failure for want of a session when the same person is back, and no other failure', async () => {
    const { person, requests } = await make();
    const refuse = (code: 'unauthenticated' | 'forbidden') =>
      fakeClient({ session: { get: problem(code) } }).client.session.get();
    person.change(session('a'));
    await requests.run(async () => void (await refuse('unauthenticated')));
    assert.isDefined(requests.failure);
    person.change(session('a'));
    assert.isUndefined(requests.failure);
    await requests.run(async () => void (await refuse('forbidden')));
    person.change(session('a'));
    assert.isDefined(requests.failure);
  });
});

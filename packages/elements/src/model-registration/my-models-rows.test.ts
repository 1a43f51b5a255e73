/** Several lists as one, page by page. */
import { assert } from '@open-wc/testing';
import type { GetPage } from '../list/loaded-rows.ts';
import { oneAfterAnother } from './my-models-rows.ts';

/** A list in pages of two at most, whose cursor is the place of the next. */
const listOf =
  (...rows: string[]): GetPage<string> =>
  async ({ limit, cursor = '0' }) => {
    const from = Number(cursor);
    const to = from + Math.min(limit, 2);
    return { items: rows.slice(from, to), nextCursor: to < rows.length ? String(to) : null };
  };

async function pagesOf(getPage: GetPage<string>): Promise<string[]> {
  const pages: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await getPage({ limit: 2, ...(cursor && { cursor }) });
    pages.push(page.items.join(''));
    cursor = page.nextCursor;
  } while (cursor);
  return pages;
}

describe('lists one after another', () => {
  it('give each row once and in order, and no empty page at the end', async () => {
    assert.deepEqual(await pagesOf(oneAfterAnother([listOf('a'), listOf('b', 'c'), listOf()])), ['abc']);
    assert.deepEqual(await pagesOf(oneAfterAnother([listOf('a', 'b', 'c'), listOf(), listOf('d')])), ['ab', 'cd']);
    assert.deepEqual(await pagesOf(oneAfterAnother([listOf(), listOf('a', 'b', 'c', 'd'), listOf('e', 'f', 'g')])), [
      'ab',
      'cdef',
      'g',
    ]);
    assert.deepEqual(await pagesOf(oneAfterAnother([listOf(), listOf()])), ['']);
  });
});

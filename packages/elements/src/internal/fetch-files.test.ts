import { assert } from '@open-wc/testing';
import { fetchFiles } from './fetch-files.ts';

/** How often the browser was asked for a file beside this one. */
const askedFor = (file: string): number => performance.getEntriesByName(new URL(file, import.meta.url).href).length;

describe('fetchFiles', () => {
  it('asks for a file once: what is loaded already needs no network', async () => {
    const files = ['fetch-files.ts?once', 'load-part.ts?once'];
    await fetchFiles(files, import.meta.url);
    await fetchFiles([...files, 'hint.ts?once'], import.meta.url);
    assert.deepEqual([...files, 'hint.ts?once'].map(askedFor), [1, 1, 1]);
  });

  it('asks again for what did not arrive', async () => {
    const rejected = (): Promise<unknown> => fetchFiles(['none.ts'], import.meta.url).then(() => undefined, String);
    assert.include(String(await rejected()), '404');
    assert.include(String(await rejected()), '404');
  });
});

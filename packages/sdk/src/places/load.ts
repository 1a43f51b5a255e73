import { readPlaces } from './read.ts';
import type { CommunesFile, FormerFile, Places } from './types.ts';

export interface LoadPlacesOptions {
  /** Also load the communes of before 1/7/2025, so that old names are found. Default `true`; about 100 KB of gzip. */
  former?: boolean;
  /**
   * Where the data is, when not inside this package: the URL of a folder (with or without `/` at its end) that serves
   * `communes.json` and `former.json`, or their contents.
   */
  from?: string | URL | { communes: CommunesFile; former?: FormerFile };
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
}

const bundled = new Map<boolean, Promise<Places>>();

/**
 * Loads the places on demand: from this package by dynamic import (a bundler makes chunks of their own of it), or from a
 * host's copy. The package's own data is read once and shared.
 *
 * @throws InputError `not-places-data` when a host's data has another form
 * @throws Error when a file cannot be fetched
 * @example const places = await loadPlaces(); searchPlaces(places, 'dak lak')
 */
export async function loadPlaces(options: LoadPlacesOptions = {}): Promise<Places> {
  const { former = true, from } = options;
  if (typeof from === 'object' && 'communes' in from)
    return readPlaces(from.communes, former ? from.former : undefined);
  if (from !== undefined) return fetchPlaces(String(from), former, options);
  let loading = bundled.get(former);
  if (!loading) {
    loading = importPlaces(former);
    bundled.set(former, loading);
    // A chunk that did not arrive may arrive next time.
    loading.catch(() => bundled.delete(former));
  }
  return loading;
}

async function importPlaces(former: boolean): Promise<Places> {
  const [communes, old] = await Promise.all([
    import('./bundled-communes.ts'),
    former ? import('./bundled-former.ts') : undefined,
  ]);
  return readPlaces(communes.file, old?.file);
}

async function fetchPlaces(folder: string, former: boolean, options: LoadPlacesOptions): Promise<Places> {
  const fetch = options.fetch ?? globalThis.fetch;
  const get = async <T>(name: string): Promise<T> => {
    const response = await fetch(`${folder.replace(/\/$/, '')}/${name}`, { signal: options.signal ?? null });
    if (!response.ok) throw new Error(`${response.url || name}: HTTP ${response.status}`);
    return (await response.json()) as T;
  };
  const [communes, old] = await Promise.all([
    get<CommunesFile>('communes.json'),
    former ? get<FormerFile>('former.json') : undefined,
  ]);
  return readPlaces(communes, old);
}

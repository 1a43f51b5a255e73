import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';
import { launchPortal } from './launch.ts';

/** A portal with data of its own, and a browser to visit it. */
export interface OpenPortal {
  address: string;
  browser: Browser;
  /** Stops both and deletes the data. */
  close(): Promise<void>;
}

/** Starts a portal in an empty folder, and a browser. */
export async function openPortal(): Promise<OpenPortal> {
  const data = await mkdtemp(path.join(tmpdir(), 'dvk-portal-'));
  const portal = launchPortal(data);
  const [address, browser] = await Promise.all([portal.ready, launchBrowser()]);
  return {
    address,
    browser,
    async close() {
      await browser.close();
      await portal.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

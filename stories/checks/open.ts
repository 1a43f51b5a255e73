/** Opens a story and waits until it has played. */
import type { Page } from 'playwright-core';

interface Finish {
  storyId: string;
  status: 'success' | 'error' | 'aborted';
  error?: string;
}

declare global {
  interface Window {
    storyFinish?: Finish;
  }
}

/** Runs before any script of the page: listens on Storybook's channel from the moment it exists. */
export function listen(): void {
  let channel: { on: (event: string, listener: (data: never) => void) => void } | undefined;
  const fail = (data: { message?: string; title?: string; description?: string }) => {
    window.storyFinish = { storyId: '', status: 'error', error: data.message ?? `${data.title}: ${data.description}` };
  };
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    get: () => channel,
    set: (value: typeof channel) => {
      channel = value;
      channel?.on('storyFinished', (data: Finish) => (window.storyFinish ??= data));
      channel?.on('storyThrewException', fail);
      channel?.on('playFunctionThrewException', fail);
      channel?.on('storyErrored', fail);
    },
  });
}

/** Runs before any script of the page: what the story before has left in the storage of this tab is gone. */
export function forgetTab(): void {
  // What is no page of the stories has no storage.
  if (self === top && location.protocol !== 'about:') sessionStorage.clear();
}

/** Forgets what stories before have stored in the profile of this page. */
export async function forget(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
  await session.detach();
}

/** Opens a story and waits until it has played; answers what went wrong. */
export async function open(page: Page, base: string, id: string, globals = ''): Promise<string> {
  // The accessibility panel would run axe too, and name no fault: below it runs once, and says what it found.
  await page.goto(`${base}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true;${globals}`);
  try {
    await page.waitForFunction(() => window.storyFinish !== undefined, undefined, { timeout: 90_000 });
  } catch {
    return 'did not finish';
  }
  const finish = await page.evaluate(() => window.storyFinish!);
  return finish.status === 'success' ? '' : (finish.error ?? finish.status);
}

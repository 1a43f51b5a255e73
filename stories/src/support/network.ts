/** Takes the network away from the page – the browser says so too –, and gives it back. */

export function dropNetwork(): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  dispatchEvent(new Event('offline'));
}

export function restoreNetwork(): void {
  // What hides the browser's own answer is on the object itself.
  if (!Object.hasOwn(navigator, 'onLine')) return;
  Reflect.deleteProperty(navigator, 'onLine');
  dispatchEvent(new Event('online'));
}

/** A story without network: for `beforeEach`. */
export function withoutNetwork(): () => void {
  dropNetwork();
  return restoreNetwork;
}

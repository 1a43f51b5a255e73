/** Switches the page offline, as `navigator.onLine` shows it, and online again. */

export function dropNetwork(): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  dispatchEvent(new Event('offline'));
}

export function restoreNetwork(): void {
  // The override is an own property; the browser's value is on the prototype.
  if (!Object.hasOwn(navigator, 'onLine')) return;
  Reflect.deleteProperty(navigator, 'onLine');
  dispatchEvent(new Event('online'));
}

/** A story without network: for `beforeEach`. */
export function withoutNetwork(): () => void {
  dropNetwork();
  return restoreNetwork;
}

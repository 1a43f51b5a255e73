import { waitUntil as waitWithin } from '@open-wc/testing';

/** Waits until something is so. A busy machine is slow, so the wait is long: only what never happens fails a test. */
export const waitUntil: typeof waitWithin = (predicate, message, options) =>
  waitWithin(predicate, message, { timeout: 15_000, ...options });

import type { Received } from './receipt.ts';

/** What one person has sent from this page. In memory alone: no event, address or storage ever holds a secret. */
export interface Sent {
  /** Subject of the session; `''` for a visitor who is not signed in. */
  person: string;
  receipts: readonly Received[];
  /** The receipt on the page, if one is. */
  shown: Received | undefined;
}

/** Milliseconds on a shared machine: long enough for a page that redraws a part of itself, too short for the next person. */
const sharedLifetime = 5000;

let stored: Sent | undefined;
let expiry: ReturnType<typeof setTimeout> | undefined;
let lastRequest: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();

const forget = (): void => {
  stored = undefined;
};

/**
 * Hands over what was sent to the form that replaces this one. A page that redraws a part of itself makes a new element, and
 * the secret, which is shown only once, must not be lost with the old one.
 */
export function handOverSent(sent: Sent, isSharedDevice: boolean): void {
  clearTimeout(expiry);
  const before = stored?.person === sent.person ? stored : undefined;
  const shown = sent.shown ?? before?.shown;
  const replaced = before?.shown && before.shown !== shown ? [before.shown] : [];
  stored = { person: sent.person, shown, receipts: [...(before?.receipts ?? []), ...replaced, ...sent.receipts] };
  if (isSharedDevice) {
    expiry = setTimeout(forget, sharedLifetime);
    addEventListener('pagehide', forget, { once: true });
  }
  for (const listener of listeners) listener();
}

/** Takes what was handed over, so that no other form gets it. What another person has sent is forgotten. */
export function takeOverSent(person: string): Sent | undefined {
  const sent = stored;
  forget();
  return sent?.person === person ? sent : undefined;
}

/** Calls a listener whenever something is handed over, until the returned function is called. */
export function onHandOver(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hands over a request that is under way, so that the next form does not offer to send the same once more. */
export function handOverRequest(request: Promise<void>): void {
  lastRequest = request.catch(() => {});
}

/** Resolves when the request that was handed over has ended. */
export function handedOverRequest(): Promise<unknown> {
  return lastRequest;
}

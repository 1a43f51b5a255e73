import type { CaseReceipt, CaseSubmission } from '@dvk/sdk/cases';

/** A receipt with what only the form knows of the case. */
export interface Received extends CaseReceipt {
  kind: CaseSubmission['kind'];
  /** Place in words. */
  placeName: string;
  pictures: number;
  otherFiles: number;
}

/** What one person has sent in this tab. No event, address or request ever holds a secret. */
export interface Sent {
  /** Subject of the session; `''` for a visitor who is not signed in. */
  person: string;
  receipts: readonly Received[];
  /** The receipt on the page, if one is. */
  shown: Received | undefined;
}

/** Milliseconds on a shared machine: long enough for a page that redraws a part of itself, too short for the next person. */
const sharedLifetime = 5000;
/** In `sessionStorage`, which ends with the tab: so that Back and a reload show the receipt again. Never on a shared machine. */
const tabKey = 'dvk-sent-cases';

let stored: Sent | undefined;
let isTabRead = false;
let expiry: ReturnType<typeof setTimeout> | undefined;
let lastRequest: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();

const forget = (): void => {
  stored = undefined;
};

/** What this tab has sent before the page was loaded. */
function readTab(): Sent | undefined {
  try {
    const sent = JSON.parse(sessionStorage.getItem(tabKey) ?? 'null') as Sent | null;
    const isSent = typeof sent?.person === 'string' && Array.isArray(sent.receipts);
    return isSent ? { ...sent, shown: sent.shown } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was sent as long as the tab is open; without anything, forgets it. A browser may refuse to keep it. */
export function keepInTab(sent: Sent | undefined): void {
  try {
    if (sent && (sent.shown || sent.receipts.length > 0)) sessionStorage.setItem(tabKey, JSON.stringify(sent));
    else sessionStorage.removeItem(tabKey);
  } catch {
    // It stays in the page's memory.
  }
}

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
  if (!isTabRead) stored ??= readTab();
  isTabRead = true;
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

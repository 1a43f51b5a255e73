import type { Received } from './receipt.ts';

/** What one person has sent from this page. In memory alone: no event, address or storage ever holds a secret. */
export interface Sent {
  /** Subject of the session; `''` for a visitor who is not signed in. */
  person: string;
  receipts: readonly Received[];
  /** The one on show. */
  shown: Received | undefined;
}

/** Long enough for a page that draws a part of itself anew, too short for the next person at a shared machine. */
const sharedPatience = 5000;

let left: Sent | undefined;
let forgetting: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<unknown> = Promise.resolve();
const heirs = new Set<() => void>();

const forget = (): void => {
  left = undefined;
};

/**
 * Leaves what was sent to the form that takes the place of this one: a page that replaces a part of itself makes a new
 * element, and a secret that is shown once must not go with the old one.
 */
export function leaveSent(sent: Sent, shared: boolean): void {
  clearTimeout(forgetting);
  const before = left?.person === sent.person ? left : undefined;
  const shown = sent.shown ?? before?.shown;
  const replaced = before?.shown && before.shown !== shown ? [before.shown] : [];
  left = { person: sent.person, shown, receipts: [...(before?.receipts ?? []), ...replaced, ...sent.receipts] };
  if (shared) {
    forgetting = setTimeout(forget, sharedPatience);
    addEventListener('pagehide', forget, { once: true });
  }
  for (const onLeft of heirs) onLeft();
}

/** Takes over what was left, once; what somebody else left is forgotten. */
export function takeSent(person: string): Sent | undefined {
  const sent = left;
  forget();
  return sent?.person === person ? sent : undefined;
}

/** Calls `onLeft` whenever something is left, until the returned function is called. */
export function awaitSent(onLeft: () => void): () => void {
  heirs.add(onLeft);
  return () => heirs.delete(onLeft);
}

/** Leaves a request whose answer is still to come: what is sent must not stand in the next form as not sent yet. */
export function leaveSending(request: Promise<void>): void {
  sending = request.catch(() => {});
}

/** Resolves when no form that is gone still sends. */
export function nothingSending(): Promise<unknown> {
  return sending;
}

import { createHash, type Hash } from 'node:crypto';
import { canonicalJson } from '../json/canonical.ts';
import { sameBytes, type Keyring } from '../secrets/keyring.ts';
import type { EventState, RecordState, StoredEvent } from './event.ts';

/** Where a ledger ends: how many events it has, and the hash of the last. */
export interface LedgerEnd {
  count: number;
  hash: Buffer;
}

/** What stands before the first event. */
export const emptyLedger: LedgerEnd = { count: 0, hash: Buffer.alloc(32) };

const text = (hash: Buffer) => hash.toString('hex');

/** The hash of an event, which covers all before it. Only the server's key makes it. */
export function hashOf(keyring: Keyring, previous: Buffer, event: StoredEvent): Buffer {
  return keyring.mac('event', text(previous), canonicalJson(event));
}

/** Proves that a ledger once ended here: without the key nobody can make it end earlier. */
export function sealOf(keyring: Keyring, tenant: string, { count, hash }: LedgerEnd): Buffer {
  return keyring.mac('event-ledger', tenant, String(count), text(hash));
}

export function isSealed(keyring: Keyring, tenant: string, end: LedgerEnd, seal: Buffer | null): boolean {
  return seal !== null && sameBytes(seal, sealOf(keyring, tenant, end));
}

/** The hash of an event of before the ledger: anyone can make it, and it covers the event alone. */
export function oldHashOf(previous: Buffer, event: StoredEvent): Buffer {
  const { position: _, state: __, ...old } = event;
  return createHash('sha256').update(previous).update(canonicalJson(old)).digest();
}

/** What the ledger begins with where there are events of before: the hashes of all of them. */
export class OldHashes {
  readonly #all: Hash = createHash('sha256');

  add(hash: Buffer): void {
    this.#all.update(hash);
  }

  /** Of those added so far. */
  digest(): Buffer {
    return this.#all.copy().digest();
  }
}

/**
 * The digests of the parts of a record. They are keyed: an event is kept for ever, and from a plain digest somebody could
 * find out by trying what a citizen's erased text had been. Empty fields count as absent, so that a column added later
 * does not look like a change.
 */
export function digestsOf(keyring: Keyring, tenant: string, subject: string, state: RecordState): EventState {
  const digest = (part: string, content: object) =>
    keyring.mac('record', tenant, subject, part, canonicalJson(withoutEmpty(content))).toString('base64url');
  return Object.fromEntries(
    Object.entries(state).map(([part, content]) => [part, content === null ? null : digest(part, content)]),
  );
}

function withoutEmpty(content: object): object {
  const fields = Object.entries(content).flatMap(([name, value]: [string, unknown]) => {
    if (value === null || value === undefined) return [];
    return [[name, Buffer.isBuffer(value) ? value.toString('base64url') : value] as const];
  });
  return Object.fromEntries(fields);
}

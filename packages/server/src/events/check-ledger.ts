import { and, asc, eq, gt } from 'drizzle-orm';
import type { Keyring } from '../secrets/keyring.ts';
import type { LedgerAnchor, LedgerFault } from '@dvk/sdk/audit';
import { isOwnAnchor } from './anchor.ts';
import { emptyLedger, hashOf, isSealed, oldHashOf, OldHashes, type LedgerEnd } from './hashes.ts';
import type { ReadPiece } from './read-piece.ts';
import { content, events, ledgers } from './table.ts';

const batch = 1000;

/** What a look through a ledger tells. */
export interface LedgerCheck {
  faults: LedgerFault[];
  /** How many events were looked at since the last. */
  events: number;
}

/**
 * Works every hash of a tenant's ledger out anew, oldest first, a thousand events at a time.
 *
 * @returns where the events really end
 */
export async function* checkLedger(
  read: ReadPiece,
  keyring: Keyring,
  tenant: string,
  anchor?: LedgerAnchor,
): AsyncGenerator<LedgerCheck, LedgerEnd> {
  const old = new OldHashes();
  /** Events of before the ledger stand at its beginning alone. */
  let beforeLedger = true;
  let end: LedgerEnd = emptyLedger;
  let anchored = anchor?.events === 0 ? emptyLedger.hash : undefined;
  let said: LedgerEnd & { seal: Buffer | null };
  for (;;) {
    // The ledger may go on meanwhile: where it says that it ends is read together with its last events.
    const after = end.count;
    const [row, rows] = await read(async (db) => {
      const [ledger] = await db.select().from(ledgers).where(eq(ledgers.tenant, tenant));
      const next = await db
        .select({ event: content, previousHash: events.previousHash, hash: events.hash })
        .from(events)
        .where(and(eq(events.tenant, tenant), gt(events.position, after)))
        .orderBy(asc(events.position))
        .limit(batch);
      return [ledger, next];
    });
    said = row ?? { ...emptyLedger, seal: null };
    const faults: LedgerFault[] = [];
    for (const { event, previousHash, hash } of rows) {
      const { position, subject } = event;
      if (position !== end.count + 1) faults.push({ what: 'gap', position, subject });
      beforeLedger &&= event.state === null;
      if (beforeLedger) {
        if (!hash.equals(oldHashOf(previousHash, event))) faults.push({ what: 'hash', position, subject });
        old.add(hash);
        end = { count: position, hash: old.digest() };
      } else {
        const follows = position !== end.count + 1 || previousHash.equals(end.hash);
        if (!follows) faults.push({ what: 'order', position, subject });
        if (!hash.equals(hashOf(keyring, previousHash, event))) faults.push({ what: 'hash', position, subject });
        end = { count: position, hash };
      }
      if (position === anchor?.events) anchored = end.hash;
    }
    if (rows.length > 0) yield { faults, events: rows.length };
    if (rows.length < batch) break;
  }
  const faults: LedgerFault[] = [];
  if (said.count !== end.count || !said.hash.equals(end.hash)) faults.push({ what: 'end' });
  if ((said.count > 0 || end.count > 0) && !isSealed(keyring, tenant, said, said.seal)) faults.push({ what: 'seal' });
  if (anchor) {
    if (!isOwnAnchor(keyring, anchor)) faults.push({ what: 'anchor-key' });
    if (anchor.events > end.count) faults.push({ what: 'anchor-ahead' });
    else if (anchored?.toString('base64url') !== anchor.hash) {
      faults.push({ what: 'anchor-differs', position: anchor.events });
    }
  }
  yield { faults, events: 0 };
  return end;
}

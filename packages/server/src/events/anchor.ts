import type { LedgerAnchor } from '@dvk/sdk/audit';
import { eq } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { sameBytes, type Keyring } from '../secrets/keyring.ts';
import { emptyLedger } from './hashes.ts';
import { endHolds, unsealedAdvice } from './ledger.ts';
import { ledgers } from './table.ts';

function sealAnchor(keyring: Keyring, { tenant, events, hash, at }: Omit<LedgerAnchor, 'seal'>): string {
  return keyring.mac('event-anchor', tenant, String(events), hash, at).toString('base64url');
}

/** The end of a ledger does not hold: nothing can be vouched for. */
export class UnsealedLedger extends Error {
  override readonly name = 'UnsealedLedger';
}

/**
 * Takes an anchor.
 *
 * @throws UnsealedLedger when its end does not hold
 */
export async function takeAnchor(db: Queries, keyring: Keyring, tenant: string, now: Date): Promise<LedgerAnchor> {
  const [row] = await db.select().from(ledgers).where(eq(ledgers.tenant, tenant));
  const end = row ?? { ...emptyLedger, seal: null };
  if (!(await endHolds(db, keyring, tenant, end))) throw new UnsealedLedger(unsealedAdvice);
  const { count, hash } = end;
  const anchor = { tenant, events: count, hash: hash.toString('base64url'), at: now.toISOString() };
  return { ...anchor, seal: sealAnchor(keyring, anchor) };
}

/** Whether an anchor was made with this key. One kept in a safe place needs no seal to be worth something. */
export function isOwnAnchor(keyring: Keyring, anchor: LedgerAnchor): boolean {
  return sameBytes(Buffer.from(anchor.seal), Buffer.from(sealAnchor(keyring, anchor)));
}

/**
 * Reads an anchor from the text of its file.
 *
 * @throws Error when it is none
 */
export function parseAnchor(text: string): LedgerAnchor {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('The anchor is not JSON: it must be the whole output of "dvk-server audit anchor"');
  }
  const { tenant, events, hash, at, seal } = (value ?? {}) as Record<string, unknown>;
  const texts = [tenant, hash, at, seal].every((field) => typeof field === 'string');
  if (!texts || !Number.isSafeInteger(events)) {
    throw new Error(
      'The anchor has no tenant, events, hash, at and seal: it must be the output of "dvk-server audit anchor"',
    );
  }
  return { tenant, events, hash, at, seal } as LedgerAnchor;
}

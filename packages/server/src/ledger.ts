import type { LedgerAnchor, LedgerFault } from '@dvk/sdk/audit';
import type { Database } from './database/index.ts';
import {
  unsealedTenants,
  sealLedger,
  takeAnchor,
  verifyLedger,
  type Sealed,
  type Verification,
} from './events/index.ts';
import { recordKinds } from './areas/index.ts';
import { Keyring } from './secrets/keyring.ts';

/** Whose ledger, and the key that it is sealed with. */
export interface LedgerOptions {
  database: Database;
  tenant: string;
  /** The server's master secret. */
  secretKey: string | Uint8Array;
}

/** Since this migration events are sealed with the server's key. */
const sealedSince = '0009-event-ledger.sql';

/**
 * Seals events and records of before there was a ledger, of all tenants: only in the run that made the ledger, for later
 * nobody could tell old data from data put there by hand.
 *
 * @param applied what `migrate` applied just now
 */
export async function sealEarlierData(
  database: Database,
  secretKey: string | Uint8Array,
  applied: readonly string[],
): Promise<void> {
  if (!applied.includes(sealedSince)) return;
  for (const tenant of await unsealedTenants(database.queries)) await sealRecords({ database, tenant, secretKey });
}

/**
 * Takes an anchor of a tenant's ledger: to be kept, or published, where nobody who runs the server can change it.
 *
 * @throws Error when the end of the ledger does not hold
 */
export function anchorLedger({ database, tenant, secretKey }: LedgerOptions): Promise<LedgerAnchor> {
  return takeAnchor(database.queries, new Keyring(secretKey), tenant, new Date());
}

/**
 * Checks a tenant's ledger, and every record against it, piece by piece: a server goes on working meanwhile.
 *
 * @example
 * const { faults } = await verifyRecords({database, tenant, secretKey, onFault: (fault) => console.log(describeFault(fault, 'en'))});
 */
export function verifyRecords({
  secretKey,
  ...options
}: LedgerOptions & {
  /** An anchor taken earlier and kept elsewhere. */
  anchor?: LedgerAnchor | undefined;
  /** Called with each fault, as it is found. */
  onFault: (fault: LedgerFault) => void;
  /** Called from time to time with the progress. */
  onProgress?: (progress: Verification) => void;
}): Promise<Verification> {
  return verifyLedger({ ...options, keyring: new Keyring(secretKey), kinds: recordKinds });
}

/** Takes a tenant's ledger and records as they stand; once for data of before the ledger. That this was done is an event. */
export function sealRecords({ database, tenant, secretKey }: LedgerOptions): Promise<Sealed> {
  return sealLedger({ database, tenant, keyring: new Keyring(secretKey), kinds: recordKinds, now: new Date() });
}

import type { Database } from '../database/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { checkLedger } from './check-ledger.ts';
import { checkRecords, recordsWithoutEvents } from './check-records.ts';
import type { LedgerAnchor, LedgerFault } from '@dvk/sdk/audit';
import { piecesOf } from './read-piece.ts';
import type { RecordKind } from './record-kind.ts';

export interface VerifyOptions {
  database: Database;
  keyring: Keyring;
  tenant: string;
  kinds: readonly RecordKind[];
  /** An anchor taken earlier and kept elsewhere. */
  anchor?: LedgerAnchor | undefined;
  /** Called with each fault, as it is found. */
  onFault: (fault: LedgerFault) => void;
  /** Called from time to time with the progress. */
  onProgress?: ((progress: Verification) => void) | undefined;
}

/** What was looked at, and how much of it did not hold. */
export interface Verification {
  events: number;
  records: number;
  faults: number;
}

/**
 * Checks a tenant's ledger, and every record against its events, piece by piece: the server goes on working, and each record is held
 * against the events of the same moment. Needs no more memory for many events than for few.
 */
export async function verifyLedger({
  database,
  keyring,
  tenant,
  kinds,
  anchor,
  onFault,
  onProgress,
}: VerifyOptions): Promise<Verification> {
  const done: Verification = { events: 0, records: 0, faults: 0 };
  function report(faults: readonly LedgerFault[]): void {
    done.faults += faults.length;
    faults.forEach(onFault);
    onProgress?.({ ...done });
  }
  const pieces = piecesOf(database);
  for await (const { faults, events } of checkLedger(pieces, keyring, tenant, anchor)) {
    done.events += events;
    report(faults);
  }
  for await (const records of checkRecords(pieces, keyring, tenant, kinds)) {
    done.records += records.filter(({ found }) => found !== undefined).length;
    report(records.flatMap(({ faults }) => faults));
  }
  for await (const subject of recordsWithoutEvents(pieces, tenant, kinds)) report([{ what: 'no-event', subject }]);
  return done;
}

import type { Database } from '../database/index.ts';
import { describeFault, type LedgerAnchor, type LedgerFault } from '@dvk/sdk/audit';
import { verifyRecords } from '../ledger.ts';
import { testSecretKey, testTenant } from './server.ts';

/** What does not hold in the ledger and the records of a tenant, in words. */
export async function faultsOf(
  { database }: { database: Database },
  { tenant = testTenant, anchor }: { tenant?: string; anchor?: LedgerAnchor } = {},
): Promise<string[]> {
  const faults: string[] = [];
  const onFault = (fault: LedgerFault) => void faults.push(describeFault(fault, 'en'));
  await verifyRecords({ database, tenant, secretKey: testSecretKey, anchor, onFault });
  return faults;
}

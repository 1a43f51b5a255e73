import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';

export { auditEvent, ledgerCheck } from './sample-event.ts';
export { ledgerInMemory } from './sample-ledger.ts';

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = { check: {} };

import * as z from 'zod/mini';
import type { EventOf } from '../lifecycle/events.ts';

export const auditEvents = {
  /** The ledger and the records were looked through; `anchored`: held against an anchor too. */
  'audit.checked': z.object({ events: z.int(), records: z.int(), faults: z.int(), anchored: z.boolean() }),
} as const;

export type AuditDomainEvent = EventOf<typeof auditEvents>;

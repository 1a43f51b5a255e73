import * as z from 'zod/mini';
import { id, instant } from '../contract/shapes.ts';
import { ledgerFaultKinds } from './faults.ts';

/** An event of the ledger, for those who look into who did what. */
export const AuditEvent = z.object({
  /** 1, 2, 3 … in the whole ledger. */
  position: z.int(),
  at: instant,
  /** What happened, such as `case.assigned`; `eventName` has it in words. */
  kind: z.string(),
  /** The record, `<area>/<id>`. */
  subject: z.string(),
  /** What the record is called now: its code, or a name; `null` where it has none, or is gone. */
  subjectName: z.nullable(z.string()),
  by: z.object({
    /** What the sign-in service calls them; `null` for who was not signed in, and for the server itself. */
    subject: z.nullable(z.string()),
    /** Their name in the list of people or of service accounts, where they are in it. */
    name: z.nullable(z.string()),
    /** The roles held then; `sender` for the sender of a case, `system` for the server itself. */
    roles: z.array(z.string()),
    unitId: z.nullable(id),
    unitName: z.nullable(z.string()),
  }),
  /** What the event tells: states, dates, reasons, names of fields – no contact data and no text of a citizen. */
  data: z.record(z.string(), z.unknown()),
  /** What units and people are called now that `data` points to, by id. */
  names: z.record(z.string(), z.string()),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** How far the ledger went at a moment, to be kept where nobody who runs the server can change it. */
export const LedgerAnchor = z.object({
  tenant: z.string().check(z.maxLength(200)),
  /** How many events there were. */
  events: z.int().check(z.gte(0)),
  /** The hash of the last, which covers all before it. */
  hash: z.string().check(z.maxLength(200)),
  at: instant,
  /** Shows that this server's key made it. */
  seal: z.string().check(z.maxLength(200)),
});
export type LedgerAnchor = z.infer<typeof LedgerAnchor>;

/** What a check of the ledger found; `describeFault` has it in words. */
export const FoundFault = z.object({
  what: z.enum(ledgerFaultKinds),
  position: z.optional(z.int()),
  subject: z.optional(z.string()),
  part: z.optional(z.string()),
  /** What the record is called now, where it has a name. */
  subjectName: z.optional(z.string()),
});

export const ledgerCheckStates = ['waiting', 'running', 'done'] as const;

/** A check of the whole ledger, and of every record against it. */
export const LedgerCheck = z.object({
  id,
  state: z.enum(ledgerCheckStates),
  /** Who asked for it; `null` for the one of each night. */
  askedBy: z.nullable(z.string()),
  askedAt: instant,
  startedAt: z.nullable(instant),
  finishedAt: z.nullable(instant),
  /** How much was looked at so far, and how much of it did not hold. */
  events: z.int(),
  records: z.int(),
  faults: z.int(),
  /** The first of the faults. */
  found: z.array(FoundFault),
  /** When the anchor was taken that the ledger was held against; `null` without one. */
  anchorAt: z.nullable(instant),
});
export type LedgerCheck = z.infer<typeof LedgerCheck>;

/** How a check is asked for. */
export const NewLedgerCheck = z.object({
  /** An anchor that was kept elsewhere; without it the newest of the server's own folder, where it has one. */
  anchor: z.optional(LedgerAnchor),
});
export type NewLedgerCheck = z.infer<typeof NewLedgerCheck>;

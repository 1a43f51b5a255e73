import * as z from 'zod/mini';
import { id, instant } from '../contract/shapes.ts';
import { withSameShape, type EventOf } from '../lifecycle/events.ts';
import { caseStatuses, caseStepEvents } from './lifecycle.ts';
import { caseKinds } from './schema.ts';

const status = z.enum(caseStatuses);

/**
 * The events of a case. They hold neither contact data nor any text about the matter: these may have to be
 * erased one day, and events are never changed.
 */
export const caseEvents = {
  'case.received': z.object({
    to: status,
    code: z.string(),
    kind: z.enum(caseKinds),
    /** Version of the consent's text. */
    consent: z.nullable(z.string()),
    dueAt: instant,
    /** `<id>@<version>` of the calendar that gave the due date. */
    calendar: z.string(),
  }),
  /** A note of the offices; its text is in the record only. */
  'case.noted': z.object({ note: id }),
  /** Its sender wishes to find it by signing in, or does not any more; who that is stands nowhere. */
  'case.linked': z.object({ linked: z.boolean() }),
  /** Somebody of the staff has read who sent it: once for each person and day. */
  'case.sender-read': z.object({}),
  /** Who sent it was corrected, as they asked; what it was stands nowhere. */
  'case.sender-corrected': z.object({}),
  /** Who sent it was erased, or whatever could name anybody; what is left is that there was a case and how it went. */
  'case.erased': z.object({ what: z.enum(['identity', 'all']), because: z.enum(['request', 'retention']) }),
  /** Nobody but one officer reads it, until that is lifted. */
  'case.restricted': z.object({}),
  'case.restriction-lifted': z.object({}),
  /** Its unit was merged or split: another goes on with it, in the same state and with the same due date. */
  'case.handed-over': z.object({ unitId: id, fromUnitId: id, dueAt: instant }),
  ...withSameShape(
    caseStepEvents,
    z.object({
      from: status,
      to: status,
      /** The unit that has the case; after `recalled` and `sent-back` the one that had it. */
      unitId: z.nullable(id),
      dueAt: instant,
      /** Whether a reason was given; its text is in the record only. */
      hasReason: z.boolean(),
    }),
  ),
} as const;

export type CaseEvent = EventOf<typeof caseEvents>;

import * as z from 'zod/mini';
import { id, instant } from '../contract/shapes.ts';
import { alike, type EventOf } from '../lifecycle/events.ts';
import { caseStatuses, type CaseAction } from './lifecycle.ts';
import { caseKinds } from './schema.ts';

/** How each step is told afterwards. */
export const caseStepEvents = {
  accept: 'case.accepted',
  refuse: 'case.refused',
  assign: 'case.assigned',
  extend: 'case.extended',
  answer: 'case.answered',
  close: 'case.closed',
  rate: 'case.rated',
  reopen: 'case.reopened',
} as const satisfies Record<CaseAction, string>;

const status = z.enum(caseStatuses);

/**
 * What is written down of a case. Neither contact data nor anything that was written about the matter: it may have to be
 * erased one day, and events stay.
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
  ...alike(
    caseStepEvents,
    z.object({
      from: status,
      to: status,
      unitId: z.nullable(id),
      dueAt: instant,
      /** Whether a reason was given; what it says stands in the record. */
      hasReason: z.boolean(),
    }),
  ),
} as const;

export type CaseEvent = EventOf<typeof caseEvents>;

import * as z from 'zod/mini';
import { assessmentEvents } from '../assessments/events.ts';
import { attachmentEvents } from '../attachments/events.ts';
import { caseEvents } from '../cases/events.ts';
import { alike, type EventOf } from '../lifecycle/events.ts';
import { modelEvents } from '../models/events.ts';

/**
 * Every event: what happened, in the past tense, with what it tells. History, reports, messages to other systems and
 * replays read them; nothing else is ever written into the ledger.
 */
export const events = {
  ...assessmentEvents,
  ...attachmentEvents,
  ...caseEvents,
  ...modelEvents,
  /** A ledger taken as it stood, with so many events and so many faults in them. */
  'ledger.sealed': z.object({ events: z.int(), faults: z.int() }),
  /** A record taken as it stood: of before the ledger, or changed by hand. */
  ...alike(['assessment.sealed', 'attachment.sealed', 'case.sealed', 'model.sealed'], z.object({})),
} as const;

export type DomainEvent = EventOf<typeof events>;

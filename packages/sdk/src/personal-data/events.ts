import * as z from 'zod/mini';
import { instant } from '../contract/shapes.ts';
import { withSameShape, type EventOf } from '../lifecycle/events.ts';
import { dataRequestKinds, dataRequestStatuses, dataRequestStepEvents } from './lifecycle.ts';
import { retentionKinds } from './retention.ts';
import { channels } from '../cases/schema.ts';

const status = z.enum(dataRequestStatuses);

/** The events of requests about personal data: neither who asked nor what was corrected or erased stands in them. */
export const personalDataEvents = {
  'data-request.received': z.object({
    to: status,
    code: z.string(),
    kind: z.enum(dataRequestKinds),
    channel: z.enum(channels),
    /** How many cases it is about. */
    cases: z.int(),
    dueAt: instant,
    /** `<id>@<version>` of the calendar that gave the due dates. */
    calendar: z.string(),
  }),
  /** Somebody of the staff has read who asked: once for each person and day. */
  'data-request.subject-read': z.object({}),
  /** All that is held of a person was handed to somebody of the staff, for them. */
  'data-request.file-read': z.object({}),
  /** Who asked was erased; what is left is that somebody asked, and what became of it. */
  'data-request.erased': z.object({}),
  ...withSameShape(
    dataRequestStepEvents,
    z.object({
      from: status,
      to: status,
      dueAt: instant,
      /** Whether a reason was given; its text is in the record only. */
      hasReason: z.boolean(),
    }),
  ),
  /** What was kept long enough was erased; the list of it is in the record. */
  'retention.carried-out': z.object({ erased: z.partialRecord(z.enum(retentionKinds), z.int()) }),
} as const;

export type PersonalDataEvent = EventOf<typeof personalDataEvents>;

import * as z from 'zod/mini';
import { date, id } from '../contract/shapes.ts';
import { LegalBasis } from '../law/legal-basis.ts';
import type { EventOf } from '../lifecycle/events.ts';
import { unitKinds } from './schema.ts';

const why = { reason: z.nullable(z.string()), basis: z.nullable(LegalBasis) };

export const unitEvents = {
  'unit.created': z.object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(unitKinds),
    validFrom: date,
    /** The units that it continues. */
    predecessorIds: z.array(id),
    ...why,
  }),
  'unit.changed': z.object({
    /** The names of the fields. */
    fields: z.array(z.string()),
    /** The first day of a new name or place in a tree; `null` where something was put right. */
    since: z.nullable(date),
    ...why,
  }),
  'unit.closed': z.object({ validTo: date, ...why }),
  /** It became part of another unit. */
  'unit.merged': z.object({ unitId: id, on: date, ...why }),
  'unit.split': z.object({ successorIds: z.array(id), on: date, ...why }),
  /** An import that had added it was taken back. */
  'unit.removed': z.object(why),
  /** A unit that was there before continues others. */
  'unit.succeeded': z.object({ predecessorIds: z.array(id), on: date, ...why }),
} as const;

export type UnitEvent = EventOf<typeof unitEvents>;

import * as z from 'zod/mini';
import { staff } from '../contract/roles.ts';
import { date, id } from '../contract/shapes.ts';
import { withSameShape, type EventOf } from '../lifecycle/events.ts';

/** What is changed of a person, by the names of the fields: neither names nor addresses stand in the ledger. */
export const personFields = ['name', 'title', 'unitId', 'invitation'] as const;

/** Why a grant ended: by itself, because its holder left, or because what it was delegated from ended. */
export const endings = ['ended', 'left', 'basis-ended'] as const;
export type Ending = (typeof endings)[number];

export const peopleEvents = {
  'person.added': z.object({ unitId: z.nullable(id) }),
  'person.changed': z.object({ fields: z.array(z.enum(personFields)) }),
  ...withSameShape(['person.signed-in-first', 'person.left', 'person.returned'], z.object({})),
  'grant.given': z.object({
    personId: id,
    role: z.enum(staff),
    unitId: z.nullable(id),
    withSubtree: z.boolean(),
    from: date,
    to: z.nullable(date),
    delegatedBy: z.nullable(id),
    basisId: z.nullable(id),
  }),
  'grant.ended': z.object({ personId: id, because: z.enum(endings) }),
} as const;

export type PeopleEvent = EventOf<typeof peopleEvents>;

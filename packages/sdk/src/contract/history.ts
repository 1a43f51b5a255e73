import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { staff } from './roles.ts';
import { id, instant, page, pageQuery } from './shapes.ts';

/** Who did something, as far as it may be shown: no name, since events hold none. */
export const Actor = z.object({
  /** The roles held then; `sender` for the sender of a case, `system` for the server itself. */
  roles: z.array(z.string()),
  unitId: z.nullable(id),
  unitName: z.nullable(z.string()),
  /** Whether it was the person who asks. */
  self: z.boolean(),
});
export type Actor = z.infer<typeof Actor>;

/** Something that happened to a record, for its timeline. */
export const HistoryEvent = z.object({
  /** 1, 2, 3 … within the record; numbers are missing where the reader may not see an event. */
  sequence: z.int(),
  /** The name of the event, such as `case.assigned`. */
  kind: z.string(),
  at: instant,
  by: Actor,
  /** The states before and after; `null` for what leaves the state. */
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  /** The unit that it is about: that got the case, or had it. */
  unitName: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** The decision that it rests on, in words; only where one was named. */
  basis: z.optional(z.string()),
  /** What was changed, by the names of the fields; only where an event says so. */
  fields: z.optional(z.array(z.string())),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** The endpoint that gives the history of a record to whoever of the staff may read the record. */
export function historyEndpoint<const Path extends `/v1/${string}/{id}/history`>(path: Path) {
  return endpoint('GET', path, {
    summary: 'What happened to a record, newest first',
    roles: staff,
    params: z.object({ id }),
    query: z.object(pageQuery),
    response: page(HistoryEvent),
    paged: true,
    errors: ['not-found', 'cursor-invalid'],
  });
}

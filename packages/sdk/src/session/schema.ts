import * as z from 'zod/mini';
import { roles } from '../contract/roles.ts';
import { id } from '../contract/shapes.ts';

/** A role, and the units towards whose records it counts; `null` for the whole tenant. */
export const SessionGrant = z.object({ role: z.enum(roles), unitIds: z.nullable(z.array(z.string())) });
export type SessionGrant = z.infer<typeof SessionGrant>;

/** The person a request comes from, as the API knows them. */
export const Session = z.object({
  /** `null` for a signed-out visitor. */
  subject: z.nullable(z.string()),
  name: z.nullable(z.string()),
  roles: z.array(z.enum(roles)),
  /** The unit a member of staff works for. */
  unitId: z.nullable(z.string()),
  tenant: z.string(),
  /**
   * Where each role counts, for who holds roles in several units or beneath one. Without it roles of a unit count in `unitId`
   * and the others in the whole tenant.
   */
  grants: z.optional(z.array(SessionGrant)),
  /** The id in the list of people, of who stands in it. */
  personId: z.optional(id),
  /**
   * Stands for `subject`, or for a visitor, without naming them: sent with a change as `Dvk-Expected-Subject`, it lets the server
   * refuse the change if somebody else has signed in meanwhile.
   */
  subjectTag: z.optional(z.string()),
  /** Code of the province that the system serves; records of others are refused. Absent where it serves several. */
  province: z.optional(z.string().check(z.regex(/^\d{2}$/))),
});
export type Session = z.infer<typeof Session>;

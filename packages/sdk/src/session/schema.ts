import * as z from 'zod/mini';
import { roles } from '../contract/roles.ts';

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
   * Stands for `subject`, or for a visitor, without naming them: sent with a change as `Dvk-Expected-Subject`, it lets the server
   * refuse the change if somebody else has signed in meanwhile.
   */
  subjectTag: z.optional(z.string()),
  /** Code of the province that the system serves; records of others are refused. Absent where it serves several. */
  province: z.optional(z.string().check(z.regex(/^\d{2}$/))),
});
export type Session = z.infer<typeof Session>;

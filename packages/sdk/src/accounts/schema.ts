import * as z from 'zod/mini';
import { staff } from '../contract/roles.ts';
import { date, id, instant, text } from '../contract/shapes.ts';

/** The areas that programs may be let into. Who people are, and other programs, are for people to decide. */
export const scopeAreas = [
  'assessments',
  'attachments',
  'cases',
  'models',
  'plans',
  'rubrics',
  'settings',
  'units',
] as const;
type ScopeArea = (typeof scopeAreas)[number];

/** What a program may do: read or change the records of an area. Changing does not include reading. */
export type Scope = `${ScopeArea}:${'read' | 'write'}`;
export const scopes = scopeAreas.flatMap((area): Scope[] => [`${area}:read`, `${area}:write`]) as [Scope, ...Scope[]];

const place = {
  /** As whom it reads and changes records, within its scopes. */
  role: z.enum(staff),
  unitId: z.nullable(id),
  withSubtree: z.boolean(),
  scopes: z.array(z.enum(scopes)).check(z.minLength(1), z.maxLength(scopes.length)),
};

/** The last day of a key, at most a year ahead. */
export const KeyTerm = z.object({ expiresOn: date });
export type KeyTerm = z.infer<typeof KeyTerm>;

/** A program that is to use the API. */
export const NewServiceAccount = z.object({ name: text(200), ...place, ...KeyTerm.shape });
export type NewServiceAccount = z.infer<typeof NewServiceAccount>;

/** A key of a program; the key itself is shown once, when it is made. */
export const ServiceKey = z.object({
  id,
  expiresOn: date,
  createdAt: instant,
  /** Within an hour. */
  lastUsedAt: z.nullable(instant),
  endedAt: z.nullable(instant),
});
export type ServiceKey = z.infer<typeof ServiceKey>;

/** A program that uses the API. */
export const ServiceAccount = z.object({
  id,
  name: z.string(),
  ...place,
  unitName: z.nullable(z.string()),
  keys: z.array(ServiceKey),
  endedAt: z.nullable(instant),
  createdAt: instant,
});
export type ServiceAccount = z.infer<typeof ServiceAccount>;

/** A program with a key that was just made. */
export const ServiceAccountWithKey = z.object({
  ...ServiceAccount.shape,
  /** Sent as `Authorization: Bearer dvk_…`. It cannot be read again. */
  key: z.string(),
});
export type ServiceAccountWithKey = z.infer<typeof ServiceAccountWithKey>;

import * as z from 'zod/mini';
import { staff } from '../contract/roles.ts';
import { date, etag, id, instant, optionalText, text } from '../contract/shapes.ts';

/** Where somebody stands: invited and not yet signed in, at work, or gone. */
export const personStates = ['invited', 'active', 'left'] as const;
export type PersonState = (typeof personStates)[number];

/** E-mail address, or whatever else the sign-in service calls somebody; capital letters make no difference. */
const invitation = text(255);

const about = {
  name: text(200),
  /** What they are in the office, “Phó Chủ tịch”. */
  title: optionalText(200),
  /** The unit they work for; `null` for nobody's. */
  unitId: z.nullable(id),
};

/** Somebody who is to sign in. */
export const NewPerson = z.object({
  ...about,
  /** The verified e-mail address or the identifier by which their first sign-in is recognised. */
  invitation,
});
export type NewPerson = z.infer<typeof NewPerson>;

/** What is to be different of a person. */
export const PersonChange = z.object({
  name: z.optional(about.name),
  title: about.title,
  unitId: z.optional(about.unitId),
  /** Only until the first sign-in. */
  invitation: z.optional(invitation),
});
export type PersonChange = z.infer<typeof PersonChange>;

/** A person of the list. */
export const Person = z.object({
  id,
  etag,
  name: z.string(),
  title: z.string(),
  unitId: z.nullable(id),
  unitName: z.nullable(z.string()),
  invitation: z.string(),
  state: z.enum(personStates),
  /** The last sign-in, within an hour. */
  lastSignInAt: z.nullable(instant),
  leftOn: z.nullable(date),
  createdAt: instant,
});
export type Person = z.infer<typeof Person>;

const terms = {
  role: z.enum(staff),
  /** The unit towards whose records the role counts; `null` for the whole tenant. */
  unitId: z.nullable(id),
  /** Whether it counts towards everything beneath the unit too, in either tree. */
  withSubtree: z.boolean(),
  /** First day. */
  from: date,
  /** Last day; without it until it is ended. */
  to: z.nullable(date),
};

/** A role to be given to somebody. */
export const NewGrant = z.object({
  ...terms,
  /** Why, or by which decision. */
  reason: text(1000),
});
export type NewGrant = z.infer<typeof NewGrant>;

/** A role that was given to somebody. A grant is never changed, only ended: what it was stays readable. */
export const Grant = z.object({
  id,
  personId: id,
  ...terms,
  unitName: z.nullable(z.string()),
  reason: z.string(),
  /** Who delegated it out of a grant of their own; `null` for what an administrator gave. */
  delegatedBy: z.nullable(id),
  /** Their name. */
  delegatedByName: z.nullable(z.string()),
  /** The grant that it was delegated from. */
  basisId: z.nullable(id),
  /** Whether it holds today. */
  holds: z.boolean(),
  endedAt: z.nullable(instant),
  endReason: z.nullable(z.string()),
  createdAt: instant,
});
export type Grant = z.infer<typeof Grant>;

/** Why a grant is ended, or why somebody leaves. */
export const Reason = z.object({ reason: text(1000) });

/** A person in the list, with the roles that hold today and those to come, the newest first. */
export const ListedPerson = z.object({ ...Person.shape, roles: z.array(Grant) });
export type ListedPerson = z.infer<typeof ListedPerson>;

/** What ending a role, or leaving, would bring about. */
export const EndingEffect = z.object({
  /** What was delegated from it, and ends with it. */
  alsoEnding: z.array(
    z.object({ personId: id, personName: z.string(), role: z.enum(staff), unitName: z.nullable(z.string()) }),
  ),
  /** The roles that nobody of the list would hold any more, and where. */
  leftWithout: z.array(
    z.object({
      role: z.enum(staff),
      /** The first of the units; `null` for the whole tenant. */
      unitId: z.nullable(id),
      unitName: z.nullable(z.string()),
      /** How many more units it is. */
      moreUnits: z.int(),
    }),
  ),
});
export type EndingEffect = z.infer<typeof EndingEffect>;

import * as z from 'zod/mini';
import { date, etag, id, key, phone, text } from '../contract/shapes.ts';
import { caseTopics } from '../contract/topics.ts';
import { LegalBasis } from '../law/legal-basis.ts';

/** Kinds of organisation unit. */
export const unitKinds = [
  'party-committee',
  'party-cell',
  'department',
  'commune-committee',
  'public-service-unit',
  'enterprise',
  'fatherland-front',
  'mass-organisation',
  'residential-area',
  'armed-force',
  'central-unit',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The trees that units stand in. */
export const unitTrees = ['party', 'administrative'] as const;
export type UnitTree = (typeof unitTrees)[number];

/** An organisation unit: a node of two trees, the Party's and the administration's. */
export const Unit = z.object({
  id,
  /** Short stable code given by the tenant, e.g. `SNV`. */
  code: z.string(),
  name: text(200),
  kind: z.enum(unitKinds),
  partyParentId: z.nullable(id),
  administrativeParentId: z.nullable(id),
  /** Code of the commune or province it sits in or governs; a string, leading zeros count. */
  placeCode: z.nullable(z.string()),
  /** Subjects of reports and proposals that it is responsible for; empty where nothing was said. */
  topics: z.array(z.enum(caseTopics)),
  validFrom: date,
  /** Its last day. */
  validTo: z.nullable(date),
});
export type Unit = z.infer<typeof Unit>;

/** A unit as a list gives it. */
export const ListedUnit = z.extend(Unit, {
  /** How many units stand right below it, on the day that the list is of; only where the query names a tree. */
  childCount: z.optional(z.int()),
});
export type ListedUnit = z.infer<typeof ListedUnit>;

/** What a unit was called, and where it stood, until it was renamed or moved. */
export const FormerState = z.object({
  /** The last day of it. */
  to: date,
  name: text(200),
  partyParentId: z.nullable(id),
  administrativeParentId: z.nullable(id),
});
export type FormerState = z.infer<typeof FormerState>;

const written = z.string().check(z.minLength(1), z.maxLength(35));

/** The code of a unit for the exchange of documents, in both of its notations. */
export const IdentificationCode = z.object({
  /** As it was entered. */
  written,
  /** From the province to the unit: `H56.12`. */
  canonical: z.string(),
  /** As older systems write it, from the unit to the province: `000.00.12.H56`; `null` where it has too many levels. */
  reversed: z.nullable(z.string()),
});

/** All that is known of a unit. */
export const UnitRecord = z.extend(Unit, {
  /** The stable id that another system knows it by; imports find units by it. */
  externalId: z.nullable(z.string()),
  /** Of the office. */
  address: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
  identificationCode: z.nullable(IdentificationCode),
  /** Oldest first. */
  formerStates: z.array(FormerState),
  /** The units that continue its work since the day after its last. */
  successorIds: z.array(id),
  /** The units whose work it continues. */
  predecessorIds: z.array(id),
  etag,
});
export type UnitRecord = z.infer<typeof UnitRecord>;

/** What a unit is described by, apart from its dates. */
const described = {
  code: key,
  name: text(200),
  kind: z.enum(unitKinds),
  partyParentId: z.optional(z.nullable(id)),
  administrativeParentId: z.optional(z.nullable(id)),
  placeCode: z.optional(z.nullable(z.string().check(z.regex(/^\d{2}(\d{3})?$/)))),
  topics: z.optional(z.array(z.enum(caseTopics)).check(z.maxLength(caseTopics.length))),
  externalId: z.optional(z.nullable(text(100))),
  address: z.optional(z.nullable(text(300))),
  phone: z.optional(z.nullable(phone)),
  email: z.optional(z.nullable(z.string().check(z.maxLength(254), z.email()))),
  identificationCode: z.optional(z.nullable(text(35))),
};

/** A new unit. */
export const NewUnit = z.object({ ...described, validFrom: date, validTo: z.optional(z.nullable(date)) });
export type NewUnit = z.infer<typeof NewUnit>;

const why = {
  /** Why, for those who read the history. */
  reason: text(1000),
  /** The decision that it rests on. */
  basis: z.optional(LegalBasis),
};

/** What changes in a unit: only the fields named. */
export const UnitChange = z.object({
  ...described,
  code: z.optional(described.code),
  name: z.optional(described.name),
  kind: z.optional(described.kind),
  /**
   * The first day of the new name or place in a tree: the old ones are kept for the time before. Without it they are put
   * right, and nothing is kept.
   */
  since: z.optional(date),
  reason: z.optional(why.reason),
  basis: why.basis,
});
export type UnitChange = z.infer<typeof UnitChange>;

/** The end of a unit that no other continues. */
export const UnitClosing = z.object({ validTo: date, ...why });
export type UnitClosing = z.infer<typeof UnitClosing>;

/** A unit that continues another: one that there is, or a new one that begins with the succession. */
export const Successor = z.object({
  unitId: z.optional(id),
  unit: z.optional(z.object(described)),
});
export type Successor = z.infer<typeof Successor>;

const succession = {
  /** The first day of the successors; the day before is the last of those that they follow. */
  on: date,
  ...why,
};

/** Several units that become one. */
export const UnitMerge = z.object({
  unitIds: z.array(id).check(z.minLength(1), z.maxLength(100)),
  into: Successor,
  ...succession,
});
export type UnitMerge = z.infer<typeof UnitMerge>;

/** One unit that becomes several. */
export const UnitSplit = z.object({
  unitId: id,
  /** The first takes over what none of the others does. */
  into: z
    .array(
      z.extend(Successor, {
        /** The units right below the one that is split which belong to this successor. */
        childIds: z.optional(z.array(id).check(z.maxLength(5000))),
      }),
    )
    .check(z.maxLength(100)),
  ...succession,
});
export type UnitSplit = z.infer<typeof UnitSplit>;

/** What a merge or split would bring about. */
export const SuccessionEffect = z.object({
  /** Open cases that go over to each successor, in their order, with their due dates. */
  openCases: z.array(z.object({ name: z.string(), count: z.int() })),
  /** Whether they go over at once, or on the first day of the successors. */
  atOnce: z.boolean(),
  /** Units that stand below a successor from then on. */
  movedUnits: z.array(z.object({ id, name: z.string() })),
  /** Records that stay with the old units, by kind: `model`, `assessment`, `case`. */
  stays: z.array(z.object({ area: z.string(), count: z.int() })),
});
export type SuccessionEffect = z.infer<typeof SuccessionEffect>;

/** What a merge or split has brought about. */
export const SuccessionResult = z.object({
  closed: z.array(UnitRecord),
  successors: z.array(UnitRecord),
  /** Open cases that went over at once. */
  handedOver: z.int(),
});
export type SuccessionResult = z.infer<typeof SuccessionResult>;

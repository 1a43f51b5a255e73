import * as z from 'zod/mini';
import { date, id, text } from '../contract/shapes.ts';
import { caseTopics } from '../contract/topics.ts';

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
  validTo: z.nullable(date),
});
export type Unit = z.infer<typeof Unit>;

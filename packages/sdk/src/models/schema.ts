import * as z from 'zod/mini';
import { Attachment, attachmentIds } from '../attachments/schema.ts';
import { communeCode, date, id, instant, optionalText, text } from '../contract/shapes.ts';
import { modelStatuses } from './lifecycle.ts';

/** Who registers: a collective or one person. Counts are always split between the two. */
export const registrantKinds = ['collective', 'individual'] as const;
/** A model already running, or one to be built. */
export const intakeKinds = ['existing', 'new'] as const;
/** The four fields of the movement: economy, culture and society, defence and security, political system. */
export const modelFields = ['economy', 'culture-society', 'defence-security', 'political-system'] as const;

export type RegistrantKind = (typeof registrantKinds)[number];
export type IntakeKind = (typeof intakeKinds)[number];
export type ModelField = (typeof modelFields)[number];

/** Longest content of one box of the form, UTF-16 units. */
export const maxContentLength = 5000;

/** The content boxes of the registration form used in 2026, with money and time apart. Box 1 is `name`. */
export const ModelContent = z.object({
  /** 2. The situation and the reason: one real, local problem. */
  situation: text(maxContentLength),
  /** 3. Goals and measurable criteria. */
  goals: text(maxContentLength),
  /** 4. Activities and how people are mobilised. */
  activities: text(maxContentLength),
  /** 5. Area and people who benefit. */
  beneficiaries: text(maxContentLength),
  /** 6. Who leads, co-ordinates, takes part, and the part of each. */
  forces: text(maxContentLength),
  /** 7a. Money, facilities, labour, contributions. */
  resources: text(maxContentLength),
  /** 7b. Progress over time. */
  schedule: text(maxContentLength),
  /** 8. Output that can be verified. */
  outputs: text(maxContentLength),
  /** 9. How it lasts and spreads. */
  sustainability: text(maxContentLength),
});
export type ModelContent = z.infer<typeof ModelContent>;

/** What a unit fills in. */
export const ModelRegistration = z.object({
  registrantKind: z.enum(registrantKinds),
  /** The person, for an individual; absent for a collective. */
  registrantName: optionalText(200),
  intakeKind: z.enum(intakeKinds),
  /** A unit of the list … */
  unitId: z.optional(id),
  /** … or one typed, when the list does not have it. Exactly one of the two. */
  unitName: optionalText(200),
  /** 1. Short, easy to remember, says what and why. */
  name: text(300),
  /** Exactly one field. */
  field: z.enum(modelFields),
  tags: z.optional(z.array(text(50)).check(z.maxLength(10))),
  provinceCode: z.string().check(z.regex(/^\d{2}$/)),
  communeCode,
  address: optionalText(300),
  content: ModelContent,
  /** Estimated money, whole đồng. */
  budget: z.optional(z.int().check(z.gte(0), z.lte(1_000_000_000_000_000))),
  responsiblePerson: text(200),
  startDate: date,
  assessmentDate: date,
  endDate: date,
  attachments: z.optional(attachmentIds),
  /** The draft it was written in, which is then deleted. */
  draftId: z.optional(id),
});
export type ModelRegistration = z.infer<typeof ModelRegistration>;

/** The fields of a registration that can be remarked on: JSON pointers into it, without the first slash. */
export const registrationFields = [
  'registrantName',
  'unitId',
  'unitName',
  'name',
  'field',
  'tags',
  'communeCode',
  'address',
  'content/situation',
  'content/goals',
  'content/activities',
  'content/beneficiaries',
  'content/forces',
  'content/resources',
  'content/schedule',
  'content/outputs',
  'content/sustainability',
  'budget',
  'responsiblePerson',
  'startDate',
  'assessmentDate',
  'endDate',
  'attachments',
] as const;
export type RegistrationField = (typeof registrationFields)[number];

/** What is to be corrected in one field. */
export const ModelRemark = z.object({ field: z.enum(registrationFields), text: text(500) });
export type ModelRemark = z.infer<typeof ModelRemark>;

/** A registered model or exemplar. */
export const Model = z.object({
  id,
  /** E.g. `MH-261123-0042-K`: kind, day, serial, check character. */
  code: z.string(),
  status: z.enum(modelStatuses),
  /** Why it was returned, paused or withdrawn. */
  statusReason: z.nullable(z.string()),
  /** When it came into this state; `null` where it has never changed, or that was not recorded. */
  statusSince: z.nullable(instant),
  /** What is to be corrected, field by field, while it is returned. */
  remarks: z.nullable(z.array(z.object({ field: z.enum(registrationFields), text: z.string() }))),
  /** The last day to correct and submit it again. */
  correctBy: z.nullable(date),
  registrantKind: z.enum(registrantKinds),
  registrantName: z.nullable(z.string()),
  intakeKind: z.enum(intakeKinds),
  unitId: z.nullable(id),
  unitName: z.string(),
  name: z.string(),
  field: z.enum(modelFields),
  tags: z.array(z.string()),
  provinceCode: z.string(),
  communeCode: z.string(),
  address: z.nullable(z.string()),
  content: z.object({
    situation: z.string(),
    goals: z.string(),
    activities: z.string(),
    beneficiaries: z.string(),
    forces: z.string(),
    resources: z.string(),
    schedule: z.string(),
    outputs: z.string(),
    sustainability: z.string(),
  }),
  budget: z.nullable(z.int()),
  responsiblePerson: z.string(),
  startDate: date,
  assessmentDate: date,
  endDate: date,
  attachments: z.array(Attachment),
  createdAt: instant,
  updatedAt: instant,
  etag: z.string(),
});
export type Model = z.infer<typeof Model>;

/** A model in a list. */
export const ModelSummary = z.pick(Model, {
  id: true,
  code: true,
  status: true,
  statusReason: true,
  statusSince: true,
  remarks: true,
  correctBy: true,
  registrantKind: true,
  unitId: true,
  unitName: true,
  name: true,
  field: true,
  communeCode: true,
  startDate: true,
  assessmentDate: true,
  endDate: true,
  updatedAt: true,
});
export type ModelSummary = z.infer<typeof ModelSummary>;

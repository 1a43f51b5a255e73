import * as z from 'zod/mini';
import { Attachment, attachmentIds } from '../attachments/schema.ts';
import { bilingual, communeCode, date, id, instant, key, optionalText, phone, text } from '../contract/shapes.ts';
import { dueClasses } from '../calendar/due-class.ts';
import { caseActions, caseStatuses } from './lifecycle.ts';

/**
 * The four legal kinds of matter, never merged: report (phản ánh), proposal (kiến nghị), complaint (khiếu nại),
 * denunciation (tố cáo).
 */
export const caseKinds = ['report', 'proposal', 'complaint', 'denunciation'] as const;
export type CaseKind = (typeof caseKinds)[number];
/** Kinds accepted by the public form. The other two have procedures and secrecy rules of their own. */
export const openCaseKinds = ['report', 'proposal'] as const;

/** Subjects of a report, as the field-report system of Huế published them for 2019. */
export const caseTopics = [
  'urban-order',
  'environment',
  'infrastructure',
  'telecom',
  'public-utilities',
  'tourism',
  'administrative-procedure',
  'other',
] as const;
export type CaseTopic = (typeof caseTopics)[number];

/** How a case comes in. */
export const channels = ['web', 'phone', 'letter', 'in-person', 'app'] as const;
export type Channel = (typeof channels)[number];

/** What a citizen sends. Contact is optional: the code and the secret are enough to follow the matter. */
export const CaseSubmission = z.object({
  kind: z.enum(openCaseKinds),
  topic: z.enum(caseTopics),
  title: text(300),
  content: text(10_000),
  provinceCode: z.string().check(z.regex(/^\d{2}$/)),
  communeCode,
  address: optionalText(300),
  senderName: optionalText(200),
  senderPhone: z.optional(phone),
  senderEmail: z.optional(z.string().check(z.maxLength(254), z.email())),
  attachments: z.optional(attachmentIds),
  /** Consent to the handling of the contact data above; the form's text names purpose and version. */
  consent: z.literal(true),
  /** Version of the consent text that was shown, as proof of what was agreed to. */
  consentVersion: z.optional(key),
});
export type CaseSubmission = z.infer<typeof CaseSubmission>;

/** What the sender receives once: the secret is stored only as a hash. */
export const CaseReceipt = z.object({
  /** E.g. `PA-261123-0042-K`: kind, day, serial, check character. */
  code: z.string(),
  /** Shown once. Together with the code it opens the tracker. */
  secret: z.string(),
  receivedAt: instant,
  dueAt: instant,
  /** How the due date was computed, one sentence a step. */
  dueExplanation: z.array(bilingual),
});
export type CaseReceipt = z.infer<typeof CaseReceipt>;

/** One public step of a case. */
export const PublicCaseStep = z.object({
  action: z.enum(['receive', ...caseActions]),
  status: z.enum(caseStatuses),
  at: instant,
  /** The unit that acted or got the case. */
  unitName: z.nullable(z.string()),
  /** Shown to the sender: reason of a refusal or extension, never an inner note. */
  note: z.nullable(z.string()),
});
export type PublicCaseStep = z.infer<typeof PublicCaseStep>;

/** A citizen's judgement of an answer, 1 (not at all) to 5 (fully), on two axes. */
export const Rating = z.object({
  solved: z.int().check(z.gte(1), z.lte(5)),
  attitude: z.int().check(z.gte(1), z.lte(5)),
  comment: optionalText(2000),
});
export type Rating = z.infer<typeof Rating>;

/** What the tracker shows: a white-list built by `publicView`, never a filtered full record. */
export const PublicCase = z.object({
  code: z.string(),
  kind: z.enum(caseKinds),
  topic: z.enum(caseTopics),
  title: z.string(),
  status: z.enum(caseStatuses),
  receivedAt: instant,
  dueAt: instant,
  dueExplanation: z.array(bilingual),
  /** Whether the due date rests on a year whose holidays are not yet announced. */
  dueProvisional: z.boolean(),
  /**
   * Measured against the due date in force; whether that was extended shows in `extended`. `null` for a case that was
   * refused or closed without an answer: none is due.
   */
  timeliness: z.nullable(z.enum(['on-time', 'late', 'running', 'overdue'])),
  extended: z.boolean(),
  unitName: z.nullable(z.string()),
  steps: z.array(PublicCaseStep),
  answer: z.nullable(z.object({ text: z.string(), at: instant, unitName: z.string() })),
  rating: z.nullable(Rating),
  /** What the sender may do now. */
  actions: z.array(z.enum(['rate', 'reopen'])),
});
export type PublicCase = z.infer<typeof PublicCase>;

/** The full record, for the people who handle it. Contact data is given only to the secretariat. */
export const Case = z.object({
  id,
  code: z.string(),
  kind: z.enum(caseKinds),
  topic: z.enum(caseTopics),
  channel: z.enum(channels),
  title: z.string(),
  content: z.string(),
  provinceCode: z.string(),
  communeCode: z.string(),
  address: z.nullable(z.string()),
  /** `null` for everyone but the secretariat, and where nothing was given. */
  sender: z.nullable(
    z.object({ name: z.nullable(z.string()), phone: z.nullable(z.string()), email: z.nullable(z.string()) }),
  ),
  status: z.enum(caseStatuses),
  statusReason: z.nullable(z.string()),
  unitId: z.nullable(id),
  unitName: z.nullable(z.string()),
  receivedAt: instant,
  dueAt: instant,
  /** What is left of the term; `null` where no answer is due any more. */
  due: z.nullable(
    z.object({
      class: z.enum(dueClasses),
      /** Working days after today up to the due date: 0 on the last day, negative once overdue. */
      workingDays: z.int(),
    }),
  ),
  dueExplanation: z.array(bilingual),
  dueProvisional: z.boolean(),
  extensions: z.array(z.object({ until: date, reason: z.string(), at: instant })),
  answer: z.nullable(z.object({ text: z.string(), at: instant, unitName: z.string() })),
  answeredAt: z.nullable(instant),
  rating: z.nullable(Rating),
  reopenCount: z.int(),
  attachments: z.array(Attachment),
  updatedAt: instant,
  etag: z.string(),
});
export type Case = z.infer<typeof Case>;

/** A case in a list. */
export const CaseSummary = z.pick(Case, {
  id: true,
  code: true,
  kind: true,
  topic: true,
  title: true,
  status: true,
  unitId: true,
  unitName: true,
  communeCode: true,
  receivedAt: true,
  dueAt: true,
  due: true,
  answeredAt: true,
});
export type CaseSummary = z.infer<typeof CaseSummary>;

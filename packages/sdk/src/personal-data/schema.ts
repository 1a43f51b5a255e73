import * as z from 'zod/mini';
import { Attachment } from '../attachments/schema.ts';
import { dueClasses } from '../calendar/due-class.ts';
import { CaseAnswer, caseKinds, Case, CaseTerm, channels, PublicCaseStep } from '../cases/schema.ts';
import { caseStatuses } from '../cases/lifecycle.ts';
import { bilingual, date, id, instant, optionalText, phone, text } from '../contract/shapes.ts';
import { LegalBasis } from '../law/index.ts';
import { dataRequestActions, dataRequestKinds, dataRequestStatuses } from './lifecycle.ts';

/** How staff made sure that whoever asks is the person in question, or may speak for them. No copy of a card is kept. */
export const identityMethods = [
  'case-secret',
  'signed-in',
  'identity-card-shown',
  'called-back',
  'representative',
] as const;
export type IdentityMethod = (typeof identityMethods)[number];

const email = z.string().check(z.maxLength(254), z.email());

/** Who asks, and in which words. */
const asked = {
  name: text(200),
  phone: z.optional(phone),
  email: z.optional(email),
  address: optionalText(300),
  words: text(4000),
};

/** A request on paper, by telephone or in person, which staff write down. */
export const NewDataRequest = z.object({
  kind: z.enum(dataRequestKinds),
  channel: z.enum(['letter', 'phone', 'in-person']),
  /** The codes of the cases that it is about. */
  caseCodes: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.minLength(1), z.maxLength(20)),
  ...asked,
});
export type NewDataRequest = z.infer<typeof NewDataRequest>;

/** A request of the sender of a case, about that case. */
export const OwnDataRequest = z.object({ kind: z.enum(dataRequestKinds), words: text(4000) });
export type OwnDataRequest = z.infer<typeof OwnDataRequest>;

/** What is corrected of who sent a case; `null` takes it away, what is absent stays. */
export const SenderCorrection = z.object({
  name: z.optional(z.nullable(text(200))),
  phone: z.optional(z.nullable(phone)),
  email: z.optional(z.nullable(email)),
});
export type SenderCorrection = z.infer<typeof SenderCorrection>;

/** A step of a request. */
export const DataRequestStep = z.object({
  action: z.enum(dataRequestActions),
  /** Shown to whoever asked: why it is refused, done in part, takes longer, or a restriction is lifted. */
  reason: optionalText(2000),
  /** The law on which a refusal rests, whole or in part. */
  basis: z.optional(LegalBasis),
  identityMethod: z.optional(z.enum(identityMethods)),
  /** The last day of the longer term. */
  until: z.optional(date),
  /** With the carrying out of a correction. */
  correction: z.optional(SenderCorrection),
  /** With the carrying out of a restriction: who alone reads the data, from the list of people; else whoever carries it out. */
  personId: z.optional(id),
});
export type DataRequestStep = z.infer<typeof DataRequestStep>;

const timeLeft = z.nullable(z.object({ class: z.enum(dueClasses), workingDays: z.int() }));

/** A request in a list: nothing in it says who asked. */
export const DataRequestSummary = z.object({
  id,
  code: z.string(),
  kind: z.enum(dataRequestKinds),
  channel: z.enum(channels),
  status: z.enum(dataRequestStatuses),
  receivedAt: instant,
  /** Until when whoever asked is to be told that it was taken up, or refused. */
  respondDueAt: instant,
  respondedAt: z.nullable(instant),
  dueAt: instant,
  /** What is left of the term; `null` where nothing is to be done any more. */
  due: timeLeft,
  /** What is left until they are to be told; `null` once they were. */
  respondDue: timeLeft,
  endedAt: z.nullable(instant),
});
export type DataRequestSummary = z.infer<typeof DataRequestSummary>;

/** A request in full. */
export const DataRequest = z.object({
  ...DataRequestSummary.shape,
  cases: z.array(
    z.object({
      id,
      code: z.string(),
      kind: z.enum(caseKinds),
      status: z.enum(caseStatuses),
      /** Why it may not be carried out in this case now. */
      hold: z.nullable(z.object({ reason: bilingual, basis: LegalBasis })),
    }),
  ),
  /** Who asked, for the secretariat alone; `null` also once it was erased. */
  subject: z.nullable(
    z.object({
      name: z.nullable(z.string()),
      phone: z.nullable(z.string()),
      email: z.nullable(z.string()),
      address: z.nullable(z.string()),
      words: z.string(),
    }),
  ),
  identityMethod: z.nullable(z.enum(identityMethods)),
  dueExplanation: z.array(bilingual),
  /** Whether the due date rests on a year whose holidays are not yet announced. */
  dueProvisional: z.boolean(),
  /** What the term rests on, and how sure that is. */
  termBasis: LegalBasis,
  extension: z.nullable(z.object({ until: date, reason: z.string(), at: instant })),
  statusReason: z.nullable(z.string()),
  basis: z.nullable(LegalBasis),
  updatedAt: instant,
  etag: z.string(),
});
export type DataRequest = z.infer<typeof DataRequest>;

/** What whoever asked sees of a request by the case's code and secret. */
export const PublicDataRequest = z.object({
  code: z.string(),
  kind: z.enum(dataRequestKinds),
  status: z.enum(dataRequestStatuses),
  receivedAt: instant,
  dueAt: instant,
  due: timeLeft,
  dueExplanation: z.array(bilingual),
  statusReason: z.nullable(z.string()),
  basis: z.nullable(LegalBasis),
  endedAt: z.nullable(instant),
});
export type PublicDataRequest = z.infer<typeof PublicDataRequest>;

/** All that is held of a person in one case. */
export const HeldCase = z.object({
  code: z.string(),
  kind: z.enum(caseKinds),
  topic: Case.shape.topic,
  channel: z.enum(channels),
  status: z.enum(caseStatuses),
  receivedAt: instant,
  title: z.string(),
  content: z.string(),
  provinceCode: z.string(),
  communeCode: z.string(),
  address: z.nullable(z.string()),
  location: Case.shape.location,
  sender: Case.shape.sender,
  /** Version of the text that the sender agreed to; `null` where none was recorded. */
  consentVersion: z.nullable(z.string()),
  /** Whether somebody who signs in finds it among their own. */
  linked: z.boolean(),
  unitName: z.nullable(z.string()),
  statusReason: z.nullable(z.string()),
  extensions: Case.shape.extensions,
  answer: z.nullable(CaseAnswer),
  earlierTerms: z.array(CaseTerm),
  rating: Case.shape.rating,
  attachments: z.array(z.omit(Attachment, { sha256: true })),
  steps: z.array(PublicCaseStep),
  /** Notes of the offices, without who wrote them; `null` where they were left out. */
  notes: z.nullable(z.array(z.object({ at: instant, text: z.string() }))),
  /** What was told of it, and when. */
  notices: z.array(z.object({ at: instant, title: z.string() })),
  /** On how many days, by one person each, somebody read who sent it. */
  senderReads: z.int(),
});
export type HeldCase = z.infer<typeof HeldCase>;

/** What is held of a person in the cases that a request names. */
export const HeldData = z.object({
  requestCode: z.string(),
  madeAt: instant,
  cases: z.array(HeldCase),
});
export type HeldData = z.infer<typeof HeldData>;

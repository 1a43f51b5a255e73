import * as z from 'zod/mini';
import { Attachment, attachmentIds } from '../attachments/schema.ts';
import { Actor } from '../contract/history.ts';
import { caseTopics, type CaseTopic } from '../contract/topics.ts';
import { bilingual, communeCode, date, id, instant, key, optionalText, phone, text } from '../contract/shapes.ts';
import { dueClasses } from '../calendar/due-class.ts';
import { caseActions, caseStatuses } from './lifecycle.ts';
import { timelinesses } from './timeliness.ts';

/**
 * The four legal kinds of matter, never merged: report (phản ánh), proposal (kiến nghị), complaint (khiếu nại),
 * denunciation (tố cáo).
 */
export const caseKinds = ['report', 'proposal', 'complaint', 'denunciation'] as const;
export type CaseKind = (typeof caseKinds)[number];
/** Kinds accepted by the public form. The other two have procedures and secrecy rules of their own. */
export const openCaseKinds = ['report', 'proposal'] as const;

export { caseTopics, type CaseTopic };

/** How a case comes in. */
export const channels = ['web', 'phone', 'letter', 'in-person', 'app'] as const;
export type Channel = (typeof channels)[number];

/** Where somebody stood, from their device. Inside Việt Nam, islands included; a fifth decimal would be about a metre. */
export const Location = z.object({
  /** Degrees north, WGS 84. */
  lat: z.number().check(z.gte(6), z.lte(23.6)),
  /** Degrees east. */
  lon: z.number().check(z.gte(102), z.lte(118)),
  /** Radius in metres within which the device was, in two of three cases. */
  accuracyMetres: z.number().check(z.gte(0), z.lte(100_000)),
});
export type Location = z.infer<typeof Location>;

/** Where the matter is. */
export const CasePlace = z.object({
  provinceCode: z.string(),
  communeCode: z.string(),
  address: z.nullable(z.string()),
});
export type CasePlace = z.infer<typeof CasePlace>;

/** What a citizen sends. Contact is optional: the code and the secret are enough to follow the matter. */
export const CaseSubmission = z.object({
  kind: z.enum(openCaseKinds),
  topic: z.enum(caseTopics),
  /** Without one, the server takes it from the text: see `titleFrom`. */
  title: optionalText(300),
  content: text(10_000),
  provinceCode: z.string().check(z.regex(/^\d{2}$/)),
  communeCode,
  address: optionalText(300),
  /** Only if the sender asked for it; stored rounded to about ten metres, and seen by staff alone. */
  location: z.optional(Location),
  senderName: optionalText(200),
  senderPhone: z.optional(phone),
  senderEmail: z.optional(z.string().check(z.maxLength(254), z.email())),
  attachments: z.optional(attachmentIds),
  /** Of who is signed in: they wish to find the case among their own, on any device, without its secret. */
  linked: z.optional(z.boolean()),
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
  kind: z.enum(caseKinds),
  topic: z.enum(caseTopics),
  /** As sent, or taken from the text. */
  title: z.string(),
  status: z.enum(caseStatuses),
  place: CasePlace,
  /** The office that receives cases. */
  officeName: z.string(),
});
export type CaseReceipt = z.infer<typeof CaseReceipt>;

/** Who took a step: the sender, the office that receives cases, or the unit that handles the case. */
export const caseStepTakers = ['sender', 'office', 'unit'] as const;
export type CaseStepTaker = (typeof caseStepTakers)[number];

/** How far an answer solves the matter: in full, or in part with a commitment for the rest. */
export const solutions = ['full', 'part'] as const;
export type Solution = (typeof solutions)[number];

/** One public step of a case. */
export const PublicCaseStep = z.object({
  action: z.enum(['receive', ...caseActions]),
  status: z.enum(caseStatuses),
  at: instant,
  /** `null` where it was not recorded. */
  by: z.nullable(z.enum(caseStepTakers)),
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

/** An answer as it was given; its files are kept apart. */
export const GivenAnswer = z.object({
  text: z.string(),
  at: instant,
  unitName: z.string(),
  /** `null` where it was not said. */
  solution: z.nullable(z.enum(solutions)),
});
export type GivenAnswer = z.infer<typeof GivenAnswer>;

/** An answer with the files that show what was done: photographs of before and after, papers. */
export const CaseAnswer = z.extend(GivenAnswer, { attachments: z.array(Attachment) });
export type CaseAnswer = z.infer<typeof CaseAnswer>;

/** A term that ended when the case was reopened. */
export const CaseTerm = z.object({
  startedAt: instant,
  dueAt: instant,
  /** Whether it was extended; `dueAt` is then the extended date. */
  extended: z.boolean(),
  answer: z.nullable(CaseAnswer),
});
export type CaseTerm = z.infer<typeof CaseTerm>;

/** What is left of a term, by the calendar of the tenant. */
const CaseTimeLeft = z.object({
  class: z.enum(dueClasses),
  /** Working days after today up to the due date: 0 on the last day, negative once overdue. */
  workingDays: z.int(),
});

/** A file as its sender sees it; they read it with the case's code and secret. */
export const PublicFile = z.pick(Attachment, { id: true, name: true, mediaType: true, size: true, uploadedAt: true });
export type PublicFile = z.infer<typeof PublicFile>;

const PublicAnswer = z.extend(GivenAnswer, { attachments: z.array(PublicFile) });

/** What the tracker shows: a white-list built by `publicView`, never a filtered full record. */
export const PublicCase = z.object({
  code: z.string(),
  kind: z.enum(caseKinds),
  topic: z.enum(caseTopics),
  title: z.string(),
  /** What the sender wrote. */
  content: z.string(),
  place: CasePlace,
  /** What the sender sent along. */
  attachments: z.array(PublicFile),
  status: z.enum(caseStatuses),
  receivedAt: instant,
  dueAt: instant,
  dueExplanation: z.array(bilingual),
  /** Whether the due date rests on a year whose holidays are not yet announced. */
  dueProvisional: z.boolean(),
  /** What is left of the term; `null` where no answer is due any more. */
  due: z.nullable(CaseTimeLeft),
  /** When the term began that now runs, or ran last: at the receipt, or at the last reopening. */
  termStartedAt: instant,
  /** The days of that term on which nobody works, the last one at the latest on the due date. */
  daysOff: z.array(date),
  /**
   * Measured against the due date in force; whether that was extended shows in `extended`. `null` for a case that was
   * refused or closed without an answer: none is due.
   */
  timeliness: z.nullable(z.enum(timelinesses)),
  /** Whether the term that now runs, or ran last, was extended. */
  extended: z.boolean(),
  /** The office that receives cases: whom steps `by: 'office'` name. */
  officeName: z.string(),
  unitName: z.nullable(z.string()),
  steps: z.array(PublicCaseStep),
  /** The last one; after a reopening that of the term before, until there is a new one. */
  answer: z.nullable(PublicAnswer),
  /** What was before each reopening, oldest first. */
  earlierTerms: z.array(z.extend(CaseTerm, { answer: z.nullable(PublicAnswer), timeliness: z.enum(timelinesses) })),
  rating: z.nullable(Rating),
  /** What the sender may do now. */
  actions: z.array(z.enum(['rate', 'reopen'])),
  /** Whether it is among the cases of whoever asks, who then need no secret; see `cases.mine`. */
  linked: z.boolean(),
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
  /** Where the sender's device was, rounded; absent unless they wished it. */
  location: z.nullable(Location),
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
  due: z.nullable(CaseTimeLeft),
  dueExplanation: z.array(bilingual),
  dueProvisional: z.boolean(),
  extensions: z.array(z.object({ until: date, reason: z.string(), at: instant })),
  /** The extension that the unit asks for, until it is decided. */
  extensionRequest: z.nullable(z.object({ until: date, reason: z.string(), at: instant })),
  answer: z.nullable(CaseAnswer),
  answeredAt: z.nullable(instant),
  rating: z.nullable(Rating),
  reopenCount: z.int(),
  /** What was before each reopening, oldest first. */
  earlierTerms: z.array(CaseTerm),
  attachments: z.array(Attachment),
  updatedAt: instant,
  etag: z.string(),
});
export type Case = z.infer<typeof Case>;

/** A note of the offices on a case. It is added and never changed; the sender sees none. */
export const CaseNote = z.object({
  id,
  at: instant,
  by: z.extend(Actor, {
    /** The name in the token, where it had one. */
    name: z.nullable(z.string()),
  }),
  text: z.string(),
});
export type CaseNote = z.infer<typeof CaseNote>;

/** The unit to pass a case to, and the numbers that speak for it. */
export const SuggestedUnit = z.object({
  unitId: id,
  name: z.string(),
  /** Whether the topic of the case is among those that the unit is responsible for. */
  topic: z.boolean(),
  /** Whether the case happened in the commune that the unit governs. */
  place: z.boolean(),
  /** Cases of the same topic that it answered in the last twelve months, those of them in the same commune, and in time. */
  answered: z.int(),
  answeredHere: z.int(),
  onTime: z.int(),
  /** The units that sent this case back, oldest first. */
  sentBackBy: z.array(z.object({ name: z.string(), at: instant })),
});
export type SuggestedUnit = z.infer<typeof SuggestedUnit>;

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

/** A case in the list of who sent it. */
export const OwnCase = z.pick(Case, {
  code: true,
  kind: true,
  topic: true,
  title: true,
  status: true,
  unitName: true,
  receivedAt: true,
  dueAt: true,
  due: true,
  answeredAt: true,
});
export type OwnCase = z.infer<typeof OwnCase>;

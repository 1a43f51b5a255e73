import * as z from 'zod/mini';
import { bilingual, instant, phone, text } from '../contract/shapes.ts';
import { LegalBasis } from '../law/index.ts';

const lines = z.array(text(500)).check(z.maxLength(20));

/** What a province says of itself for its register: what the product cannot know. */
export const RegisterSettings = z.object({
  /** Where whoever decides about the data is reached. */
  address: z.nullable(text(300)),
  /** Who answers for the protection of personal data. */
  officer: z.nullable(
    z.object({
      name: text(200),
      title: z.nullable(text(200)),
      phone: z.nullable(phone),
      email: z.nullable(z.string().check(z.maxLength(254), z.email())),
    }),
  ),
  /** Others who get data, such as whoever hosts the server. */
  recipients: lines,
  /** Measures of the office beside those of the product. */
  measures: lines,
  /** Processing of the office outside the product that belongs into the same register. */
  activities: z
    .array(
      z.object({
        name: text(200),
        purposes: lines,
        subjects: lines,
        categories: lines,
        basis: z.array(LegalBasis).check(z.maxLength(10)),
        recipients: lines,
        retention: lines,
        measures: lines,
      }),
    )
    .check(z.maxLength(30)),
});
export type RegisterSettings = z.infer<typeof RegisterSettings>;

export const presetRegister: RegisterSettings = {
  address: null,
  officer: null,
  recipients: [],
  measures: [],
  activities: [],
};

const sentences = z.array(bilingual);

/** One thing that is done with personal data. */
export const ProcessingActivity = z.object({
  /** What the product does has a name of its own; `null` for what a province added. */
  id: z.nullable(z.string()),
  name: bilingual,
  purposes: sentences,
  /** Whose data it is. */
  subjects: sentences,
  /** Which data. */
  categories: sentences,
  basis: z.array(LegalBasis),
  /** Who gets it. */
  recipients: sentences,
  /** How long it is kept. */
  retention: sentences,
  measures: sentences,
});
export type ProcessingActivity = z.infer<typeof ProcessingActivity>;

/** The register of processing of personal data. */
export const ProcessingRegister = z.object({
  /** Who decides about the data. */
  controller: z.object({ name: z.string(), address: z.nullable(z.string()), hotline: z.nullable(z.string()) }),
  officer: RegisterSettings.shape.officer,
  madeAt: instant,
  activities: z.array(ProcessingActivity),
});
export type ProcessingRegister = z.infer<typeof ProcessingRegister>;

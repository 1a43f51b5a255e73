import { legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import { bacKan2017, illustrativeModel, illustrativeUnit, tayNinh2022 } from '@dvk/sdk/rubrics';
import {
  importTenant,
  type Environment,
  type ImportedCounts,
  type ImportedData,
  type ImportOptions,
} from '@dvk/server';
import { makeAssessment } from './assessments/make-assessment.ts';
import { planForModel, planForUnits } from './assessments/planned-assessments.ts';
import { makeCases } from './cases/make-cases.ts';
import { CodeCounter } from './support/code-counter.ts';
import type { DemoContext } from './support/context.ts';
import { makeModels } from './models/make-models.ts';
import { demoPlan } from './plans/plan.ts';
import { demoUnitCode, makeProvince } from './units/province.ts';
import { sampleSecret } from './cases/sample-cases.ts';
import { daysBefore } from './support/time.ts';

/** 207 models and 400 cases, made in about a second. */
const defaultScale = 0.1;

export interface SeedOptions extends ImportOptions {
  /** Share of the published sizes; 1 = 2,071 models and 4,000 cases. Default 0.1. */
  scale?: number;
  /** Another seed makes other data; default 2026. */
  seed?: number;
  /** Up to when things have happened; default now. */
  now?: Date;
}

/**
 * Fills an empty tenant with the sample province: its plan, its units, and models, assessments and cases with their whole
 * histories. The same seed, scale and moment give the same data.
 *
 * @returns how much was written; `undefined` where the tenant has data already: then nothing is
 */
export async function seedDemo(options: SeedOptions): Promise<ImportedCounts | undefined> {
  const { scale = defaultScale, seed = 2026, now = new Date(), ...target } = options;
  if (!(scale > 0 && scale <= 100)) throw new Error('The scale must lie above 0 and not above 100');
  const deadlines = { calendar: vietnamCalendar, terms: legalTerms };
  const context: DemoContext = { seed, now: now.toISOString(), deadlines };
  return importTenant(target, () => makeData(context, scale, target));
}

async function makeData(
  context: DemoContext,
  scale: number,
  { secretKey, tenant }: Pick<ImportOptions, 'secretKey' | 'tenant'>,
): Promise<ImportedData> {
  const { now } = context;
  const province = await makeProvince();
  const codes = new CodeCounter();
  const models = makeModels(context, province, codes, scale);
  const assessments = [
    ...models.flatMap((each) => planForModel(context, each) ?? []),
    ...planForUnits(context, province),
  ];
  const demoUnitId = province.unit(demoUnitCode).id;
  return {
    units: province.units,
    plans: [{ ...demoPlan, updatedAt: daysBefore(now, 1) }],
    rubrics: [tayNinh2022, bacKan2017, illustrativeModel, illustrativeUnit].map((rubric) => ({
      rubric,
      addedAt: daysBefore(now, 400),
    })),
    models: models.map(({ model }) => model),
    assessments: assessments.map((planned) => makeAssessment(context, demoUnitId, planned)),
    cases: makeCases(context, province, codes, scale).map((each) => ({
      ...each,
      secret: sampleSecret(secretKey, tenant, each.code),
    })),
  };
}

/** How much sample data to make: `DVK_DEMO_SCALE`, a share of the published sizes. */
export function demoScale({ DVK_DEMO_SCALE: text }: Environment): number {
  if (!text) return defaultScale;
  const scale = Number(text);
  if (!(scale > 0 && scale <= 100))
    throw new Error(`DVK_DEMO_SCALE is "${text}"; it must lie above 0 and not above 100`);
  return scale;
}

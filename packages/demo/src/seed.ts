import { legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import {
  importTenant,
  type Environment,
  type ImportedCounts,
  type ImportedData,
  type ImportOptions,
} from '@dvk/server';
import { CodeCounter } from './support/code-counter.ts';
import type { DemoContext } from './support/context.ts';
import type { ShareContext } from './shares/support/share.ts';
import * as shares from './generated/shares.ts';
import { makeModels } from './models/make-models.ts';
import { makeProvince } from './units/province.ts';
import { sampleSecret } from './cases/sample-cases.ts';

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
  const province = await makeProvince();
  const shared: ShareContext = {
    ...context,
    province,
    scale,
    models: makeModels(context, province, new CodeCounter(), scale),
    secretOf: (code) => sampleSecret(secretKey, tenant, code),
  };
  return Object.fromEntries(Object.entries(shares).map(([area, share]) => [area, share(shared)]));
}

/** How much sample data to make: `DVK_DEMO_SCALE`, a share of the published sizes. */
export function demoScale({ DVK_DEMO_SCALE: text }: Environment): number {
  if (!text) return defaultScale;
  const scale = Number(text);
  if (!(scale > 0 && scale <= 100))
    throw new Error(`DVK_DEMO_SCALE is "${text}"; it must lie above 0 and not above 100`);
  return scale;
}

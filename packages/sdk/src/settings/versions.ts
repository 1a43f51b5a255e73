import * as z from 'zod/mini';
import { date, id, instant, text } from '../contract/shapes.ts';
import { LegalBasis } from '../law/index.ts';
import { settingNames, settingShapes, type SettingName } from './values.ts';

const when = {
  /** First day on which it holds. */
  validFrom: date,
  /** Last day on which it holds; without it, until another version does. */
  validTo: z.nullable(date),
  /** The document that it rests on; `null` where there is none. */
  basis: z.nullable(LegalBasis),
  /** Why it is changed, for those who read the history. */
  reason: text(1000),
  /** Whether it waits for a decision: next year's calendar before it is announced. */
  provisional: z.boolean(),
};

const named = <More extends Record<string, z.ZodMiniType>>(more: More) => {
  const of = <Name extends SettingName>(name: Name) =>
    z.object({ name: z.literal(name), value: settingShapes[name], ...when, ...more });
  return z.discriminatedUnion('name', [
    of('calendar'),
    of('terms'),
    of('office'),
    of('topics'),
    of('privacy-notice'),
    of('code-prefixes'),
    of('role-source'),
    of('house-style'),
    of('notices'),
    of('thresholds'),
    of('retention'),
    of('processing-register'),
  ]);
};

/** A new version of a setting. Versions are never changed: undoing one is a new one with the value from before. */
export const SettingChange = named({
  /** The number of the version that it replaces, as it was read; 0 where there was none. */
  replaces: z.int().check(z.gte(0)),
});
export type SettingChange = z.infer<typeof SettingChange>;

/** A version of a setting as it is kept. */
export const SettingVersion = named({
  id,
  /** 1, 2, 3 … for each setting. */
  version: z.int(),
  /** Who changed it: their name, or what the sign-in calls them. */
  changedBy: z.nullable(z.string()),
  changedAt: instant,
});
export type SettingVersion = z.infer<typeof SettingVersion>;

/** What is known of one setting. */
export const Setting = z.object({
  name: z.enum(settingNames),
  /** The version in force on the day asked for; `null` where the preset holds. */
  current: z.nullable(SettingVersion),
  /** The number of the newest version, whether it is in force or not; 0 where there is none. */
  latest: z.int(),
});
export type Setting = z.infer<typeof Setting>;

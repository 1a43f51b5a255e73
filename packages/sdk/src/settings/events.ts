import * as z from 'zod/mini';
import { date } from '../contract/shapes.ts';
import type { EventOf } from '../lifecycle/events.ts';
import { settingNames } from './values.ts';

export const settingEvents = {
  'setting.changed': z.object({
    name: z.enum(settingNames),
    version: z.int(),
    validFrom: date,
    validTo: z.nullable(date),
    provisional: z.boolean(),
  }),
} as const;

export type SettingEvent = EventOf<typeof settingEvents>;

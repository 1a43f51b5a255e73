import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { everyone } from '../contract/roles.ts';
import { date, id, instant, page, pageQuery } from '../contract/shapes.ts';
import { Settings } from './schema.ts';
import { settingNames } from './values.ts';
import { Setting, SettingChange, SettingVersion } from './versions.ts';

const name = z.enum(settingNames);

export const endpoints = {
  get: endpoint('GET', '/v1/settings', {
    summary: 'What forms need to know: province, receiving office, topics, files, privacy notice',
    roles: everyone,
    response: Settings,
  }),
  list: endpoint('GET', '/v1/settings/all', {
    summary: 'Every setting with its version in force on a day, today by default',
    roles: ['administrator', 'secretariat', 'inspector'],
    query: z.object({ on: z.optional(date) }),
    response: z.object({ items: z.array(Setting) }),
  }),
  versions: endpoint('GET', '/v1/settings/versions', {
    summary: 'Versions of settings, newest first: who changed what, when, why, on which basis',
    roles: ['administrator', 'secretariat', 'inspector'],
    query: z.object({ ...pageQuery, name: z.optional(name) }),
    response: page(SettingVersion),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  effect: endpoint('POST', '/v1/settings/effect', {
    summary: 'What a change of a setting would bring about, without making it',
    roles: ['administrator'],
    body: SettingChange,
    response: z.object({
      /** Open cases that would be due on another day if they were received under the new rules; none is moved. */
      movedDueDates: z.array(z.object({ id, code: z.string(), dueAt: instant, wouldBeDueAt: instant })),
      /** Open cases that were looked at. */
      openCases: z.int(),
      /** Open cases that are due soon, and how many would be called so. */
      dueSoon: z.object({ before: z.int(), after: z.int() }),
    }),
    errors: ['validation-failed', 'precondition-failed'],
  }),
  change: endpoint('POST', '/v1/settings/versions', {
    summary: 'Change a setting: a new version of it',
    recentSignIn: true,
    roles: ['administrator'],
    body: SettingChange,
    response: SettingVersion,
    status: 201,
    errors: ['validation-failed', 'precondition-failed'],
  }),
};

export { settingEvents as events } from './events.ts';
export * as schemas from './schemas.ts';

import { inTimeFrom } from '@dvk/sdk/calendar';
import type { DeadlineRules } from '@dvk/sdk/cases';
import {
  movedDueDates,
  publicSettings,
  settingNames,
  settings,
  tenantSettings,
  type SettingVersion,
} from '@dvk/sdk/settings';
import { dateInVietnam } from '@dvk/sdk/text';
import { newId, oneAtATime } from '../database/index.ts';
import { implement } from '../http/route.ts';
import { matching } from '../records/filters.ts';
import { listRows } from '../records/rows.ts';
import { latestVersions, settingsOf } from './in-force.ts';
import { presentVersion, settings as table } from './table.ts';
import { addVersion, newVersion } from './write.ts';

export const settingRoutes = [
  implement(settings.get, async (_request, context) =>
    publicSettings(await settingsOf(context), {
      today: dateInVietnam(context.now),
      province: context.services.presets.province,
    }),
  ),

  implement(settings.list, async ({ query }, context) => {
    const { versions } = await settingsOf(context, query.on);
    const latest = await latestVersions(context.db, context.session.tenant);
    return {
      items: settingNames.map((name) => ({
        name,
        current: versions.get(name) ?? null,
        latest: latest.get(name) ?? 0,
      })),
    };
  }),

  implement(settings.versions, async ({ query }, context) => {
    const { items, nextCursor } = await listRows(context, query, table, {
      by: ['createdAt', 'id'],
      direction: 'descending',
      where: matching(table, query, 'name'),
    });
    return { items: items.map(presentVersion), nextCursor };
  }),

  implement(settings.effect, async ({ body }, context) => {
    const { db, session, services, now } = context;
    const { changes } = await newVersion(body, context);
    const current = await settingsOf(context);
    const others = [...current.versions.values()].filter(({ name }) => name !== body.name);
    const made = { ...changes, id: newId(), changedBy: null, changedAt: now } as SettingVersion;
    const { deadlines } = tenantSettings([...others, made], services.presets);
    const open = await services.runningCases(db, session.tenant);
    const dueSoon = ({ calendar, soonDays }: DeadlineRules) =>
      services.countDue(db, session.tenant, now, inTimeFrom(calendar, now, soonDays));
    return {
      movedDueDates: movedDueDates(open, deadlines),
      openCases: open.length,
      dueSoon: { before: await dueSoon(current.deadlines), after: await dueSoon(deadlines) },
    };
  }),

  implement(settings.change, async ({ body }, context) => {
    const { db, session, services } = context;
    await oneAtATime(db, 'setting', session.tenant, body.name);
    if (body.name === 'role-source') await services.checkRoleSource(body.value, context);
    return presentVersion(await addVersion(body, context));
  }),
];

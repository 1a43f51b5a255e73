import {
  applySetting,
  movedDueDates,
  publicSettings,
  settingNames,
  settings,
  tenantSettings,
  type SettingChange,
  type SettingVersion,
} from '@dvk/sdk/settings';
import { newId, oneAtATime } from '../database/index.ts';
import { implement, type Context } from '../http/route.ts';
import { matching } from '../records/filters.ts';
import { listRows } from '../records/rows.ts';
import { accept, insert } from '../records/write.ts';
import { latestVersions, settingsOf } from './in-force.ts';
import { presentVersion, settingRecords, settings as table } from './table.ts';

/** The new version that a change would be, by the rules of the SDK. */
async function newVersion(change: SettingChange, { db, session, services }: Context) {
  const latest = (await latestVersions(db, session.tenant)).get(change.name) ?? 0;
  return accept(applySetting(change, { latest, national: services.presets.calendar }));
}

export const settingRoutes = [
  implement(settings.get, async (_request, context) =>
    publicSettings(await settingsOf(context), context.services.presets.province),
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
    return { movedDueDates: movedDueDates(open, deadlines), openCases: open.length };
  }),

  implement(settings.change, async ({ body }, context) => {
    const { db, session, services } = context;
    await oneAtATime(db, 'setting', session.tenant, body.name);
    if (body.name === 'role-source') await services.checkRoleSource(body.value, context);
    const { changes, event } = await newVersion(body, context);
    const { version, ...values } = changes;
    const row = await insert(
      settingRecords,
      context,
      { ...values, id: newId(), edition: version, changedBy: session.name ?? session.subject },
      () => ({ event }),
    );
    return presentVersion(row);
  }),
];

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
import { sql } from 'drizzle-orm';
import { newId, type Queries } from '../database/index.ts';
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

/** Lets one transaction at a time change a setting: the second one sees what the first has made of it. */
async function oneAtATime(db: Queries, setting: string): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`setting/${setting}`}, 0))`);
}

export const settingRoutes = [
  implement(settings.get, async (_request, context) =>
    publicSettings(await settingsOf(context), context.services.province),
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
    const { db, session } = context;
    await oneAtATime(db, `${session.tenant}/${body.name}`);
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

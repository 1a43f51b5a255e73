import { tenantSettings, type Presets, type SettingName, type TenantSettings } from '@dvk/sdk/settings';
import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Queries } from '../database/index.ts';
import type { Context } from '../http/route.ts';
import { presentVersion, settings, type SettingRow } from './table.ts';

/** Whose settings are asked for, and on which day. */
export interface SettingsQuery {
  db: Queries;
  tenant: string;
  /** `YYYY-MM-DD` */
  day: string;
}

/** The rows in force, without their values, which may be long. */
async function rowsInForce({ db, tenant, day }: SettingsQuery): Promise<Pick<SettingRow, 'id' | 'name'>[]> {
  return db
    .selectDistinctOn([settings.name], { id: settings.id, name: settings.name })
    .from(settings)
    .where(
      and(
        eq(settings.tenant, tenant),
        lte(settings.validFrom, day),
        or(isNull(settings.validTo), gte(settings.validTo, day)),
      ),
    )
    .orderBy(settings.name, desc(settings.edition));
}

/**
 * Reads the settings of tenants. Which versions are in force is asked of the database each time, so that a change holds at
 * once on every server; their values never change and are read once.
 */
export function createSettingsReader(presets: Presets): (query: SettingsQuery) => Promise<TenantSettings> {
  const known = new LRUCache<string, TenantSettings>({ max: 200 });
  const none = tenantSettings([], presets);
  return async (query) => {
    const ids = (await rowsInForce(query)).map(({ id }) => id);
    if (ids.length === 0) return none;
    const key = ids.join();
    const found = known.get(key);
    if (found) return found;
    const rows = await query.db
      .select()
      .from(settings)
      .where(and(eq(settings.tenant, query.tenant), inArray(settings.id, ids)));
    const read = tenantSettings(rows.map(presentVersion), presets);
    known.set(key, read);
    return read;
  };
}

/** The settings that hold for a request: those in force today, or on another day. */
export function settingsOf(
  { db, session, services, now }: Pick<Context, 'db' | 'session' | 'services' | 'now'>,
  day: string = dateInVietnam(now),
): Promise<TenantSettings> {
  return services.settings({ db, tenant: session.tenant, day });
}

/** The number of the newest version of each setting, in force or not. */
export async function latestVersions(db: Queries, tenant: string): Promise<ReadonlyMap<SettingName, number>> {
  const rows = await db
    .selectDistinctOn([settings.name], { name: settings.name, edition: settings.edition })
    .from(settings)
    .where(eq(settings.tenant, tenant))
    .orderBy(settings.name, desc(settings.edition));
  return new Map(rows.map(({ name, edition }) => [name, edition]));
}

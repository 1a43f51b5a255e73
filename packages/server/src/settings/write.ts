import { applySetting, type SettingChange } from '@dvk/sdk/settings';
import { newId } from '../database/index.ts';
import type { EventActor } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { accept, insert } from '../records/write.ts';
import { latestVersions } from './in-force.ts';
import { settingRecords, type SettingRow } from './table.ts';

type SettingContext = Pick<Context, 'db' | 'session' | 'services' | 'now'>;

/** The new version that a change would be, by the rules of the SDK. */
export async function newVersion(change: SettingChange, { db, session, services }: SettingContext) {
  const latest = (await latestVersions(db, session.tenant)).get(change.name) ?? 0;
  return accept(applySetting(change, { latest, national: services.presets.calendar }));
}

/**
 * Adds the new version that a change is. The caller has taken the setting for its transaction.
 *
 * @param actor who did it, where it is not who is signed in
 */
export async function addVersion(
  change: SettingChange,
  context: SettingContext,
  actor?: EventActor,
): Promise<SettingRow> {
  const { session } = context;
  const { changes, event } = await newVersion(change, context);
  const { version, ...values } = changes;
  return insert(
    settingRecords,
    context,
    { ...values, id: newId(), edition: version, changedBy: session.name ?? session.subject },
    () => ({ event, ...(actor && { actor }) }),
  );
}

import type { Setting, SettingName, SettingVersion } from '@dvk/sdk/settings';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Client } from '../internal/connection.ts';

/** A setting with its newest version, unless that has ended: then the one in force. */
export async function newestOf(
  client: Client,
  name: SettingName,
  signal?: AbortSignal,
): Promise<{ setting: Setting; newest: SettingVersion | undefined }> {
  const options = signal ? { signal } : {};
  const [{ items }, versions] = await Promise.all([
    client.settings.list({ query: {} }, options),
    client.settings.versions({ query: { name, limit: 1 } }, options),
  ]);
  const setting = items.find((each) => each.name === name)!;
  const [newest] = versions.items;
  const hasEnded = newest?.validTo != null && newest.validTo < dateInVietnam(Date.now());
  return { setting, newest: hasEnded ? (setting.current ?? undefined) : newest };
}

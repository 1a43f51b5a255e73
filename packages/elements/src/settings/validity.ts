import type { SettingVersion } from '@dvk/sdk/settings';
import { formatDate } from '@dvk/sdk/text';
import type { settingsChange } from '../locale/settings-change/vi.ts';

/** “Từ 01/12/2026 đến 31/12/2026” */
export const validityOf = ({ validFrom, validTo }: SettingVersion, texts: typeof settingsChange): string =>
  validTo ? texts.between(formatDate(validFrom), formatDate(validTo)) : texts.from(formatDate(validFrom));

import { acceptedTypes, maxFiles, maxFileSize } from '../attachments/schema.ts';
import { workWeekAround } from '../calendar/work-week.ts';
import { casePrivacyNotice } from '../cases/privacy-notice.ts';
import type { Settings } from './schema.ts';
import { thresholdAmounts } from './preset-thresholds.ts';
import type { TenantSettings } from './tenant-settings.ts';

/** What forms are told of the settings in force on a day. */
export function publicSettings(
  { values, versions, deadlines }: TenantSettings,
  { today, province }: { today: string; province?: string | undefined },
): Settings {
  const notice = versions.get('privacy-notice');
  const { dueSoonDays, roleEndsSoonDays, idleDays, reasonAbove } = thresholdAmounts(values.thresholds);
  return {
    province,
    office: values.office,
    topics: values.topics.flatMap(({ offered, ...topic }) => (offered ? [topic] : [])),
    files: { maxCount: maxFiles, maxSize: maxFileSize, accepts: [...acceptedTypes] },
    privacyNotice: {
      // A submission carries the version: that of the preset, with that of the tenant's own text behind it.
      version: notice ? `${casePrivacyNotice.version}.${notice.version}` : casePrivacyNotice.version,
      ...values['privacy-notice'],
    },
    houseStyle: values['house-style'],
    workWeek: workWeekAround(deadlines.calendar, today),
    thresholds: { dueSoonDays, roleEndsSoonDays, idleDays, reasonAbove },
  };
}

import { acceptedTypes, maxFiles, maxFileSize } from '../attachments/schema.ts';
import { casePrivacyNotice } from '../cases/privacy-notice.ts';
import { caseTopicChoices } from '../cases/topics.ts';
import type { Settings } from './schema.ts';

/** The settings of a system, from what it was started with. */
export function settingsOf({ province, office }: Pick<Settings, 'province' | 'office'>): Settings {
  return {
    province,
    office,
    topics: caseTopicChoices(),
    files: { maxCount: maxFiles, maxSize: maxFileSize, accepts: [...acceptedTypes] },
    privacyNotice: { ...casePrivacyNotice, readers: [...casePrivacyNotice.readers] },
  };
}

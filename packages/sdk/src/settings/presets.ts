import { casePrivacyNotice } from '../cases/privacy-notice.ts';
import { caseTopicChoices } from '../cases/topics.ts';
import { noCalendarChanges } from './calendar-rules.ts';
import { presetThresholds } from './preset-thresholds.ts';
import type { SettingValues } from './values.ts';

/** Settings whose presets have many texts that no page needs: see `presetNoticeRules`, `presetRetention`, `presetRegister`. */
type LargePreset = 'notices' | 'retention' | 'processing-register';

/** What holds until somebody sets it, apart from the office, which is named when a server is set up, and from large presets. */
export function presetSettings(office: SettingValues['office']): Omit<SettingValues, LargePreset> {
  const { consent, rights, readers } = casePrivacyNotice;
  return {
    calendar: noCalendarChanges,
    terms: [],
    office,
    topics: caseTopicChoices().map((choice) => ({ ...choice, offered: true })),
    'privacy-notice': { consent, rights, readers: [...readers] },
    'code-prefixes': { report: 'PA', proposal: 'KN', model: 'MH' },
    'role-source': 'tokens',
    'house-style': { tones: 'old', papers: 'state', address: 'quy-vi' },
    thresholds: presetThresholds(),
  };
}

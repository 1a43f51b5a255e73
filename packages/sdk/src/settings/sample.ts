import { legalTerms } from '../calendar/legal-terms.ts';
import { vietnamCalendar } from '../calendar/vietnam.ts';
import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import { publicSettings } from './public-settings.ts';
import { tenantSettings } from './tenant-settings.ts';
import type { SettingChange, SettingVersion } from './versions.ts';

/** What a system of the sample province was started with. The number is made up. */
const presets = {
  province: '01',
  office: { name: 'Bộ phận tiếp nhận phường Mẫu', hotline: '1900 0000' },
  calendar: vietnamCalendar,
  terms: legalTerms,
};

/** A province that says who receives its cases. */
export const settings = publicSettings(tenantSettings([], presets), {
  today: '2026-11-30',
  province: presets.province,
});

/** A day off that is made up on a Saturday. */
const calendar = {
  name: 'calendar' as const,
  value: {
    holidays: [{ date: '2026-12-31', name: 'Nghỉ hoán đổi' }],
    makeUpDays: [{ date: '2026-12-26', name: 'Làm bù cho 31/12/2026' }],
    ordinaryDays: [],
  },
  validFrom: '2026-12-01',
  validTo: null,
  basis: {
    number: '00/TB-UBND',
    title: 'Thông báo hoán đổi ngày làm việc (mẫu minh họa)',
    confidence: 'illustrative' as const,
  },
  reason: 'Hoán đổi ngày làm việc dịp Tết Dương lịch 2027',
  provisional: false,
};

const change: SettingChange = { ...calendar, replaces: 0 };

/** The first version of a calendar. */
export const settingVersion: SettingVersion = {
  ...calendar,
  id: '01890000-0000-7000-8000-0000000000e1',
  version: 1,
  changedBy: 'Nguyễn Văn A',
  changedAt: '2026-11-27T09:30:00Z',
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = { effect: change, change };

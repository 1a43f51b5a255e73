import { provisionalYears } from '@dvk/sdk/calendar';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Database } from '../../database/index.ts';
import { presetsOf } from '../../settings/presets.ts';
import { createSettingsReader } from '../../settings/in-force.ts';
import { good, look, type Finding } from './finding.ts';

/** Whether the days off of this year and, in its last weeks, of the next one are known. */
export async function checkCalendar({ queries }: Database, tenant: string, now = new Date()): Promise<Finding[]> {
  const day = dateInVietnam(now.toISOString());
  const { deadlines } = await createSettingsReader(presetsOf({}))({ db: queries, tenant, day });
  const soon = dateInVietnam(new Date(now.getTime() + 45 * 24 * 60 * 60 * 1000).toISOString());
  const missing = provisionalYears(deadlines.calendar, day, soon);
  if (missing.length === 0)
    return [good('Lịch nghỉ đã có cho thời gian tới', 'The days off of the coming weeks are known')];
  return [
    look(
      `Lịch nghỉ năm ${missing.join(', ')} chưa được nhập: hạn xử lý tính đến đó chỉ là tạm tính. Hãy nhập ở “Thiết lập”`,
      `The days off of ${missing.join(', ')} are not entered: deadlines there are provisional. Enter them in the settings`,
    ),
  ];
}

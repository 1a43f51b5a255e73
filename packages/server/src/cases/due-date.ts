import { addTerm, provisionalYears, vietnamCalendar } from '@dvk/sdk/calendar';
import type { Bilingual } from '@dvk/sdk/errors';
import { dateInVietnam, formatDate } from '@dvk/sdk/text';

/**
 * Working days for an answer to a report or proposal. No term of law was found for them: provinces set their own, and
 * this one is illustrative until the tenant's regulation is entered.
 */
const workingDays = 10;

/** When an answer is due, and how that came about. */
export interface DueDate {
  dueAt: string;
  dueExplanation: Bilingual[];
  dueProvisional: boolean;
  calendarId: string;
  calendarVersion: string;
}

/** The last moment of a day in Việt Nam, as an instant. */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59+07:00`).toISOString();
}

/** The due date of a report or proposal received, or taken up again, at an instant. */
export function dueDateFrom(start: string): DueDate {
  const from = dateInVietnam(start);
  const last = addTerm(vietnamCalendar, from, { amount: workingDays, unit: 'working-day' });
  const provisional = provisionalYears(vietnamCalendar, from, last);
  const explanation: Bilingual[] = [
    {
      vi: `Nhận ngày ${formatDate(from)}; ngày nhận không tính vào thời hạn.`,
      en: `Received on ${formatDate(from)}; that day does not count.`,
    },
    {
      vi: `Thời hạn ${workingDays} ngày làm việc (mức minh họa, chờ quy định của địa phương).`,
      en: `Term: ${workingDays} working days (illustrative, until the province's own rule is entered).`,
    },
    { vi: `Hết hạn vào cuối ngày ${formatDate(last)}.`, en: `It ends with ${formatDate(last)}.` },
  ];
  if (provisional.length > 0) {
    explanation.push({
      vi: `Lịch nghỉ năm ${provisional.join(', ')} chưa công bố nên hạn này có thể thay đổi.`,
      en: `Days off of ${provisional.join(', ')} are not announced yet: the date may still move.`,
    });
  }
  return {
    dueAt: endOfDay(last),
    dueExplanation: explanation,
    dueProvisional: provisional.length > 0,
    calendarId: vietnamCalendar.id,
    calendarVersion: vietnamCalendar.version,
  };
}

import type { Bilingual } from '@dvk/sdk/errors';
import { roleNames, roleNamesEn } from '@dvk/sdk/session';
import type { NoticeValues } from '@dvk/sdk/notices';
import { formatDate, formatDue } from '@dvk/sdk/text';
import type { Role } from '@dvk/sdk/contract';

/** The same in both languages: a code, a name. */
export const plain = (text: string | number): Bilingual => ({ vi: String(text), en: String(text) });

/** An instant until which something is due. */
export const dueText = (dueAt: string): Bilingual => ({ vi: formatDue(dueAt, 'vi'), en: formatDue(dueAt, 'en') });

/** The unit of a record; that nobody has it yet, where it has none. */
export const unitText = (name: string | null): Bilingual =>
  name === null ? { vi: 'Chưa có đơn vị xử lý', en: 'No unit yet' } : plain(name);

const wholeTenant: Bilingual = { vi: 'toàn hệ thống', en: 'the whole system' };
const withoutEnd: Bilingual = { vi: 'không có ngày kết thúc', en: 'no end' };

/** What a role is called, where it counts and until when. */
export function grantValues(role: Role, unitName: string | null, to: string | null): NoticeValues {
  return {
    role: { vi: roleNames[role], en: roleNamesEn[role] },
    unit: unitName === null ? wholeTenant : plain(unitName),
    until: to === null ? withoutEnd : plain(formatDate(to)),
  };
}

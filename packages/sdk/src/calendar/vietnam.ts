import type { LegalBasis } from '../law/index.ts';
import type { CalendarDay, WorkCalendar } from './types.ts';

/*
 * Days off of Vietnamese state bodies, 2025–2030, as a table. They are never computed: the lunar dates of ICU
 * (`ca-chinese`) follow UTC+8 and were seen to be wrong for Tết 2027 and 2030, and the days around Tết and 2 September
 * are a yearly decision. A province corrects or completes this table with `layerCalendars`.
 */

const labourCode: LegalBasis = {
  number: '45/2019/QH14',
  title: 'Bộ luật Lao động',
  article: 'Điều 112',
  from: '2021-01-01',
  confidence: 'published',
  url: 'https://vneconomy.vn/bo-sung-ngay-van-hoa-viet-nam-2411-vao-danh-muc-ngay-nghi-huong-nguyen-luong.htm',
};

const substituteDay: LegalBasis = {
  ...labourCode,
  article: 'khoản 3 Điều 111',
  confidence: 'secondary',
  note: 'Ngày lễ trùng ngày nghỉ hằng tuần thì nghỉ bù vào ngày làm việc kế tiếp.',
};

const cultureDay: LegalBasis = {
  number: '28/2026/QH16',
  title: 'Nghị quyết về ngày nghỉ 24/11 – Ngày Văn hóa Việt Nam',
  from: '2026-07-01',
  confidence: 'secondary',
};

const tet2026: LegalBasis = {
  title: 'Thông báo lịch nghỉ Tết Nguyên đán 2026: 14/2 đến 22/2',
  confidence: 'published',
  url: 'http://www.congan.com.vn/?catid=702&id=388656&mod=detnews',
};

const nationalDay2027: LegalBasis = {
  ...labourCode,
  confidence: 'secondary',
  note: 'Ngày liền kề được nêu là 03/9; chờ thông báo chính thức.',
};

const fromMemory: LegalBasis = {
  title: 'Thông báo lịch nghỉ lễ, Tết hằng năm',
  confidence: 'from-memory',
  note: 'Ghi theo trí nhớ; đối chiếu với thông báo trước khi dùng.',
};

const notAnnounced: LegalBasis = {
  title: 'Dự kiến, chưa có thông báo',
  confidence: 'illustrative',
  note: 'Cách chia ngày nghỉ do cơ quan có thẩm quyền quyết định hằng năm; ở đây chỉ là giả định.',
};

const day = (date: string, name: string, basis: LegalBasis): CalendarDay => ({ date, name, basis });
const days = (name: string, basis: LegalBasis, ...dates: string[]): CalendarDay[] =>
  dates.map((date) => day(date, name, basis));

const newYear = 'Tết Dương lịch';
const tet = 'Tết Nguyên đán';
const firstOfTet = 'Tết Nguyên đán (mùng 1)';
const hungKings = 'Giỗ Tổ Hùng Vương';
const victory = 'Ngày Chiến thắng';
const labour = 'Ngày Quốc tế lao động';
const national = 'Quốc khánh';
const culture = 'Ngày Văn hóa Việt Nam';
const substitute = (name: string): string => `Nghỉ bù ${name}`;
const swapped = (name: string): string => `Nghỉ hoán đổi dịp ${name}`;

/**
 * Working calendar of Vietnamese state bodies, 2025–2030. 2025 and 2026 are announced (some swaps are recorded from
 * memory, see each day's `basis`); 2027–2030 hold the days fixed by law and an assumed split of the rest, and every result
 * that touches them is provisional.
 */
export const vietnamCalendar: WorkCalendar = {
  id: 'vn',
  version: '2026.1',
  timeZone: 'Asia/Ho_Chi_Minh',
  weekdays: [1, 2, 3, 4, 5],
  scope: { level: 'nation', name: 'Việt Nam' },
  basis: [labourCode, cultureDay],
  announcedYears: [2025, 2026],
  holidays: [
    day('2025-01-01', newYear, labourCode),
    ...days(tet, fromMemory, '2025-01-27', '2025-01-28'),
    day('2025-01-29', firstOfTet, fromMemory),
    ...days(tet, fromMemory, '2025-01-30', '2025-01-31'),
    day('2025-04-07', hungKings, fromMemory),
    day('2025-04-30', victory, labourCode),
    day('2025-05-01', labour, labourCode),
    day('2025-05-02', swapped(labour), fromMemory),
    day('2025-09-01', national, fromMemory),
    day('2025-09-02', national, labourCode),

    day('2026-01-01', newYear, labourCode),
    day('2026-01-02', swapped(newYear), fromMemory),
    day('2026-02-16', tet, tet2026),
    day('2026-02-17', firstOfTet, tet2026),
    ...days(tet, tet2026, '2026-02-18', '2026-02-19', '2026-02-20'),
    day('2026-04-26', hungKings, labourCode),
    day('2026-04-27', substitute(hungKings), substituteDay),
    day('2026-04-30', victory, labourCode),
    day('2026-05-01', labour, labourCode),
    day('2026-08-31', swapped(national), fromMemory),
    day('2026-09-01', national, fromMemory),
    day('2026-09-02', national, labourCode),
    day('2026-11-24', culture, cultureDay),

    day('2027-01-01', newYear, labourCode),
    ...days(tet, notAnnounced, '2027-02-04', '2027-02-05'),
    day('2027-02-06', firstOfTet, labourCode),
    ...days(tet, notAnnounced, '2027-02-07', '2027-02-08'),
    ...days(substitute(tet), notAnnounced, '2027-02-09', '2027-02-10'),
    day('2027-04-16', hungKings, labourCode),
    day('2027-04-30', victory, labourCode),
    day('2027-05-01', labour, labourCode),
    day('2027-05-03', substitute(labour), substituteDay),
    day('2027-09-02', national, labourCode),
    day('2027-09-03', national, nationalDay2027),
    day('2027-11-24', culture, cultureDay),

    day('2028-01-01', newYear, labourCode),
    day('2028-01-03', substitute(newYear), substituteDay),
    ...days(tet, notAnnounced, '2028-01-24', '2028-01-25'),
    day('2028-01-26', firstOfTet, labourCode),
    ...days(tet, notAnnounced, '2028-01-27', '2028-01-28'),
    day('2028-04-04', hungKings, labourCode),
    day('2028-04-30', victory, labourCode),
    day('2028-05-01', labour, labourCode),
    day('2028-05-02', substitute(victory), substituteDay),
    day('2028-09-01', national, notAnnounced),
    day('2028-09-02', national, labourCode),
    day('2028-09-04', substitute(national), notAnnounced),
    day('2028-11-24', culture, cultureDay),

    day('2029-01-01', newYear, labourCode),
    day('2029-02-12', tet, notAnnounced),
    day('2029-02-13', firstOfTet, labourCode),
    ...days(tet, notAnnounced, '2029-02-14', '2029-02-15', '2029-02-16'),
    day('2029-04-23', hungKings, labourCode),
    day('2029-04-30', victory, labourCode),
    day('2029-05-01', labour, labourCode),
    day('2029-09-02', national, labourCode),
    day('2029-09-03', national, notAnnounced),
    day('2029-09-04', substitute(national), notAnnounced),
    day('2029-11-24', culture, cultureDay),
    day('2029-11-26', substitute(culture), substituteDay),

    day('2030-01-01', newYear, labourCode),
    ...days(tet, notAnnounced, '2030-01-31', '2030-02-01'),
    day('2030-02-02', firstOfTet, labourCode),
    ...days(tet, notAnnounced, '2030-02-03', '2030-02-04'),
    ...days(substitute(tet), notAnnounced, '2030-02-05', '2030-02-06'),
    day('2030-04-12', hungKings, labourCode),
    day('2030-04-30', victory, labourCode),
    day('2030-05-01', labour, labourCode),
    day('2030-09-02', national, labourCode),
    day('2030-09-03', national, notAnnounced),
    day('2030-11-24', culture, cultureDay),
    day('2030-11-25', substitute(culture), substituteDay),
  ],
  makeUpDays: [
    day('2025-04-26', 'Làm bù cho 02/5/2025', fromMemory),
    day('2026-01-10', 'Làm bù cho 02/01/2026', fromMemory),
    day('2026-08-22', 'Làm bù cho 31/8/2026', fromMemory),
  ],
};

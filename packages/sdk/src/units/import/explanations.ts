import { caseTopicNamesEn } from '../../contract/topic-names-en.ts';
import { caseTopicNames } from '../../contract/topic-names.ts';
import type { Bilingual } from '../../errors/input-error.ts';
import { unitKindNamesEn } from '../names-en.ts';
import { unitKindNames } from '../names.ts';
import { unitColumnNames, unitColumns, type UnitColumn } from './columns.ts';
import { needed } from './values.ts';

const listed = (vi: Readonly<Record<string, string>>, en: Readonly<Record<string, string>>): Bilingual => ({
  vi: Object.values(vi).join('; '),
  en: Object.values(en).join('; '),
});
const kinds = listed(unitKindNames, unitKindNamesEn);
const topics = listed(caseTopicNames, caseTopicNamesEn);

const texts: Readonly<Record<UnitColumn, Bilingual>> = {
  externalId: {
    vi: 'Mã ổn định của đơn vị trong phần mềm khác. Có mã này thì đơn vị được tìm theo mã này trước, nên đổi được cả cột “Mã”.',
    en: 'The stable id of the unit in another system. Where it is given, the unit is found by it first, so that even its code may change.',
  },
  code: {
    vi: 'Chữ cái A–Z không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới; tối đa 64 ký tự. Mỗi mã chỉ cấp cho một đơn vị, kể cả khi đơn vị đã kết thúc.',
    en: 'Letters A–Z, digits, dots, hyphens, underscores; at most 64 characters. A code is given to one unit for ever.',
  },
  name: { vi: 'Tối đa 200 ký tự.', en: 'At most 200 characters.' },
  kind: { vi: `Một trong: ${kinds.vi}.`, en: `One of: ${kinds.en}.` },
  partyParent: {
    vi: 'Mã, hoặc mã trong hệ thống khác, của đơn vị cấp trên trong hệ thống tổ chức của Đảng. Đơn vị đó có thể ở dòng bất kỳ của tệp này.',
    en: 'Code or external id of the unit above in the tree of the Party. It may stand in any row of this file.',
  },
  administrativeParent: {
    vi: 'Mã, hoặc mã trong hệ thống khác, của đơn vị cấp trên về hành chính. Đơn vị đó có thể ở dòng bất kỳ của tệp này.',
    en: 'Code or external id of the unit above in the administrative tree. It may stand in any row of this file.',
  },
  placeCode: {
    vi: 'Mã xã, phường, đặc khu (5 chữ số) hoặc mã tỉnh, thành phố (2 chữ số), giữ số 0 ở đầu.',
    en: 'Code of the commune (5 digits) or province (2 digits), with its leading zeros.',
  },
  topics: {
    vi: `Lĩnh vực phản ánh, kiến nghị mà đơn vị phụ trách, cách nhau bằng dấu chấm phẩy: ${topics.vi}.`,
    en: `Subjects of reports and proposals that the unit is responsible for, with semicolons between them: ${topics.en}.`,
  },
  address: { vi: 'Tối đa 300 ký tự.', en: 'At most 300 characters.' },
  phone: { vi: 'Số điện thoại Việt Nam, viết cách nào cũng được.', en: 'A Vietnamese number, in any spelling.' },
  email: { vi: 'Ví dụ: donvi@example.gov.vn', en: 'For example: unit@example.gov.vn' },
  identificationCode: {
    vi: 'Mã định danh để gửi, nhận văn bản, ví dụ H56.12 hoặc 000.00.12.H56.',
    en: 'For the exchange of documents, such as H56.12 or 000.00.12.H56.',
  },
  validFrom: {
    vi: 'Ngày/tháng/năm, ví dụ 01/07/2025. Của đơn vị đã có thì không đổi được.',
    en: 'Day/month/year or year-month-day. It cannot be changed of a unit that is there.',
  },
  validTo: {
    vi: 'Ngày cuối cùng đơn vị còn hoạt động; để trống nếu còn hoạt động.',
    en: 'The last day of the unit; empty while it goes on.',
  },
};

const rules: readonly Bilingual[] = [
  {
    vi: 'Ô trống nghĩa là đơn vị không có nội dung đó: nội dung cũ sẽ bị xóa. Muốn giữ nguyên một nội dung của mọi đơn vị thì bỏ hẳn cột đó.',
    en: 'An empty cell says that the unit has no such thing: what was there is removed. Leave a column out to keep it for all units.',
  },
  {
    vi: 'Đơn vị không có trong tệp được giữ nguyên, không bị xóa.',
    en: 'Units that the file does not name stay as they are.',
  },
  {
    vi: 'Thứ tự các dòng, các cột không quan trọng. Hợp nhất, chia tách thì làm trên hệ thống, không làm bằng tệp.',
    en: 'The order of rows and columns does not matter. Units are merged and split in the system and not by a file.',
  },
];

/** The sheet that explains the table, row by row. */
export function explanations(locale: 'vi' | 'en'): (readonly [string, string, string])[] {
  const yes = { vi: 'Bắt buộc', en: 'Required' }[locale];
  const isNeeded = (column: string) => (needed as readonly string[]).includes(column);
  return [
    { vi: ['Cột', 'Bắt buộc', 'Giải thích'] as const, en: ['Column', 'Required', 'Explanation'] as const }[locale],
    ...unitColumns.map(
      (column) => [unitColumnNames[column][locale], isNeeded(column) ? yes : '', texts[column][locale]] as const,
    ),
    ...rules.map((rule) => ['', '', rule[locale]] as const),
  ];
}

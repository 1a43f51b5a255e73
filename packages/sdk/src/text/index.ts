export { exactKey, fold, searchKey } from './fold.ts';
export { toNfc, toNfd } from './nfc.ts';
export { compareVietnamese, nameSortKey, sortKey } from './collate.ts';
export { addDays } from './add-days.ts';
export {
  dateInVietnam,
  formatDate,
  formatDateWithWeekday,
  formatDue,
  formatLongDate,
  formatMoment,
  startOfDayInVietnam,
} from './dates.ts';
export { parseDate, readDate, type DateReading } from './read-date.ts';
export { isDate } from './is-date.ts';
export {
  formatMoney,
  formatNumber,
  formatPercent,
  formatPoints,
  parseNumber,
  parsePoints,
  type ParsedNumber,
} from './numbers.ts';
export {
  containsPersonalData,
  findPersonalData,
  maskTail,
  normalizeIdNumber,
  type PersonalDataFinding,
  type PersonalDataKind,
} from './personal-data.ts';
export { formatPhone, normalizePhone, readPhone, type PhoneReading } from './phone.ts';
export { placeOf } from './place-of.ts';
export { plainForm } from './plain-form.ts';
export { toWellFormed } from './well-formed.ts';
export { codeParts, findCode, isCode, makeCode, normalizeSecret, parseCode, type CaseCode } from './codes.ts';

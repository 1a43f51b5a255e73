export { exactKey, fold, searchKey } from './fold.ts';
export { compareVietnamese, nameSortKey, sortKey } from './collate.ts';
export { dateInVietnam, formatDate, formatDateTime, formatLongDate, isDate, parseDate } from './dates.ts';
export { formatMoney, formatNumber, formatPoints, parseNumber, parsePoints, type ParsedNumber } from './numbers.ts';
export {
  containsPersonalData,
  findPersonalData,
  maskTail,
  normalizeIdNumber,
  normalizePhone,
  type PersonalDataFinding,
  type PersonalDataKind,
} from './personal-data.ts';
export { isCode, makeCode, parseCode, type CaseCode } from './codes.ts';

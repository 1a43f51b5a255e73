import { kindOfPhone } from './phone.ts';
import { plainForm, plainWithPlaces } from './plain-form.ts';

// Identity numbers have 12 digits and start with the birth-registration code (001–096, the list of 63 provinces, which does
// not change after mergers).
const idNumber = /^0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}$/;

/** What kind of personal data a piece of text looks like. */
export type PersonalDataKind = 'phone' | 'id-number' | 'email';

/** The position of something that looks like personal data; the value itself is deliberately not copied. */
export interface PersonalDataFinding {
  kind: PersonalDataKind;
  /** UTF-16 offset of the first character. */
  start: number;
  /** UTF-16 offset after the last character. */
  end: number;
}

/**
 * An identity number (số định danh, CCCD) as 12 digits; `undefined` when it has another form. There is no check digit, so
 * a number that passes need not exist.
 */
export function normalizeIdNumber(typed: string): string | undefined {
  const digits = plainForm(typed).replace(/[ .-]/g, '');
  return idNumber.test(digits) ? digits : undefined;
}

/**
 * Hides all but the last three letters and digits: `0912 345 678` → `**** *** 678`. An identity number tells sex, year
 * and place of birth by its first digits, so only the end may be shown. Up to three characters are hidden whole.
 */
export function maskTail(text: string): string {
  const total = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  let seen = 0;
  return text.replace(/[\p{L}\p{N}]/gu, (character) => (total > 3 && ++seen > total - 3 ? character : '*'));
}

const localCharacter = /^[\p{L}\p{N}._%+-]$/u;
const longestLocalPart = 64;
const domain = /@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/uy;
const mostGroups = 6;

/**
 * Finds what looks like a phone number (not a service number), an identity number or an e-mail address, in the order of
 * the text: for the hint “this will be public” beside a box, never for refusing what a person wrote.
 */
export function findPersonalData(text: string): PersonalDataFinding[] {
  const { plain, places } = plainWithPlaces(text);
  const emails = findEmails(plain);
  const numbers: PersonalDataFinding[] = [];
  // Both lists are in the order of the text, so one pass finds the numbers inside e-mail addresses.
  let email = 0;
  const groups = [...plain.matchAll(/\+?\d+/g)].map(({ index, 0: digits }) => ({ digits, start: index }));
  for (let first = 0; first < groups.length; first++) {
    const finding = longestFrom(plain, groups.slice(first, first + mostGroups));
    if (!finding) continue;
    while (emails[email] && emails[email]!.end <= finding.start) email++;
    if (emails[email] && emails[email]!.start < finding.end) continue;
    numbers.push(finding);
    while (groups[first + 1] && groups[first + 1]!.start < finding.end) first++;
  }
  return [...emails, ...numbers]
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => ({ kind, start: places[start]!, end: places[end - 1]! + 1 }));
}

/** E-mail addresses, looked for around each `@`: a pattern for the whole would try every letter of every text as a beginning. */
function findEmails(text: string): PersonalDataFinding[] {
  const found: PersonalDataFinding[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, from))) {
    const start = startOfLocalPart(text, at, from);
    domain.lastIndex = at;
    if (start === at || !domain.test(text)) continue;
    from = domain.lastIndex;
    found.push({ kind: 'email', start, end: from });
  }
  return found;
}

function startOfLocalPart(text: string, at: number, from: number): number {
  let start = at;
  for (let count = 0; count < longestLocalPart && start > from; count++) {
    // The second half of a character outside the basic plane comes with its first half.
    const size = /[\udc00-\udfff]/.test(text[start - 1]!) ? 2 : 1;
    if (!localCharacter.test(text.slice(start - size, start))) break;
    start -= size;
  }
  return start;
}

/** True when {@link findPersonalData} finds anything. */
export function containsPersonalData(text: string): boolean {
  return findPersonalData(text).length > 0;
}

/** Reads groups of digits as one number as long as one and the same separator joins them (`09-02-2026 10` is two things). */
function longestFrom(text: string, groups: { digits: string; start: number }[]): PersonalDataFinding | undefined {
  let number = '';
  let end = 0;
  let separator: string | undefined;
  let finding: PersonalDataFinding | undefined;
  const start = groups[0]!.start;
  for (const group of groups) {
    const between = number ? text.slice(end, group.start) : '';
    const afterCountry = /^(?:\+|00)84$/.test(number);
    // “+84 (0) 912 …”.
    if (number && !/^(?:[ .-]|\) ?)$/.test(between) && !(afterCountry && /^ ?\($/.test(between))) break;
    if (/^[ .-]$/.test(between) && !afterCountry) {
      if (separator !== undefined && between !== separator) break;
      separator = between;
    }
    number += group.digits;
    end = group.start + group.digits.length;
    const kind = kindOf(number);
    if (kind) finding = { kind, start, end };
  }
  return finding;
}

function kindOf(number: string): PersonalDataKind | undefined {
  if (idNumber.test(number)) return 'id-number';
  // Without "+", 84.912.345.678 is more likely a sum of money.
  return !number.startsWith('84') && kindOfPhone(number).kind === 'person' ? 'phone' : undefined;
}

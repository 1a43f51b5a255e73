import { caseTopicNamesEn } from '../../contract/topic-names-en.ts';
import { caseTopicNames } from '../../contract/topic-names.ts';
import { caseTopics } from '../../contract/topics.ts';
import { formatDate } from '../../text/dates.ts';
import { searchKey } from '../../text/fold.ts';
import { parseDate } from '../../text/read-date.ts';
import { formatDay, parseDay } from '../../calendar/dates.ts';
import { unitKindNamesEn } from '../names-en.ts';
import { unitKindNames } from '../names.ts';
import { unitKinds, type Unit } from '../schema.ts';
import type { StoredUnit } from '../stored-unit.ts';
import type { UnitColumn } from './columns.ts';

type Locale = 'vi' | 'en';

const kindNames = { vi: unitKindNames, en: unitKindNamesEn };
const topicNames = { vi: caseTopicNames, en: caseTopicNamesEn };

/** A unit as the cells of its row; what it lacks is an empty text. */
export function cellsOf(
  unit: StoredUnit,
  codeOf: (id: string) => string | undefined,
  locale: Locale = 'vi',
): Record<UnitColumn, string> {
  const parent = (id: string | null) => (id === null ? '' : (codeOf(id) ?? ''));
  const day = (date: string | null) => (date === null ? '' : locale === 'vi' ? formatDate(date) : date);
  return {
    externalId: unit.externalId ?? '',
    code: unit.code,
    name: unit.name,
    kind: kindNames[locale][unit.kind],
    partyParent: parent(unit.partyParentId),
    administrativeParent: parent(unit.administrativeParentId),
    placeCode: unit.placeCode ?? '',
    topics: unit.topics.map((topic) => topicNames[locale][topic]).join('; '),
    address: unit.address ?? '',
    phone: unit.phone ?? '',
    email: unit.email ?? '',
    identificationCode: unit.identificationCode?.written ?? '',
    validFrom: day(unit.validFrom),
    validTo: day(unit.validTo),
  };
}

/** Values by the words for them in both languages, and by themselves. */
const byWords = <Value extends string>(
  values: readonly Value[],
  names: Record<Locale, Readonly<Record<Value, string>>>,
) =>
  new Map(values.flatMap((value) => [value, names.vi[value], names.en[value]].map((word) => [searchKey(word), value])));

const kinds = byWords(unitKinds, kindNames);
const topics = byWords(caseTopics, topicNames);

/** The kind that a cell names; what names none is returned as it is, for the schema to refuse. */
export const readKind = (text: string): Unit['kind'] => (kinds.get(searchKey(text)) ?? text) as Unit['kind'];

/** The topics of a cell, with `;` or line ends between them, each once. */
export function readTopics(text: string): Unit['topics'] {
  const found = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => topics.get(searchKey(part)) ?? part);
  return [...new Set(found)] as Unit['topics'];
}

const serial = /^(\d{5})(?:\.\d+)?$/;
/** The day that a spreadsheet counts as 0. */
const firstDay = parseDay('1899-12-30', '');

/** The date of a cell: as people write it, or the number by which a spreadsheet keeps it. */
export function readDay(text: string): string {
  const days = serial.exec(text)?.[1];
  return days === undefined ? (parseDate(text) ?? text) : formatDay(firstDay + Number(days));
}

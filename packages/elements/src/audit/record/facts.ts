import { eventName, type AuditEvent } from '@dvk/sdk/audit';
import { dateInVietnam, formatDate, formatDue, formatMoment, formatNumber, formatPoints } from '@dvk/sdk/text';
import { isRecord } from '../../internal/is-record.ts';
import { formatSize } from '../../locale/format-size.ts';
import type { Lang } from '../../locale/controller.ts';
import type { auditRecord } from '../../locale/audit-record/vi.ts';
import type { audit } from '../vi.ts';
import { areaOf } from '../words.ts';

export interface FactsView {
  texts: typeof auditRecord;
  /** The texts of the list: names of events, roles, settings. */
  words: typeof audit;
  lang: Lang;
}

type Fact = readonly [name: string, value: string];
type Data = Readonly<Record<string, unknown>>;

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value);
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** What an event tells, in words: also what a newer server has added. */
export function factsOf(event: AuditEvent, view: FactsView): Fact[] {
  const { texts } = view;
  const { from, to, ...others } = event.data as Data;
  const facts: Fact[] = [];
  const statuses = texts.statuses[areaOf(event.subject)];
  if (statuses && (typeof from === 'string' || typeof to === 'string')) {
    const [before, after] = [from, to].map((status) => statuses[status as string] ?? (status as string | undefined));
    facts.push([
      texts.labels['status']!,
      before && after && from !== to ? texts.change(before, after) : (after ?? before)!,
    ]);
  } else if (isDay(from)) {
    facts.push([texts.labels['term']!, texts.term(formatDate(from), isDay(to) ? formatDate(to) : texts.noEnd)]);
  }
  for (const [key, value] of Object.entries(others)) {
    const words = inWords(key, value, event, view);
    if (words !== undefined) facts.push([texts.labels[key] ?? key, words]);
  }
  return facts;
}

/** A value in words; `undefined` for one that says nothing. */
function inWords(key: string, value: unknown, event: AuditEvent, view: FactsView): string | undefined {
  const { texts, words } = view;
  const area = areaOf(event.subject);
  const special: Readonly<Record<string, (value: unknown) => string | undefined>> = {
    unitId: (id) => (id === null ? (area === 'grant' || area === 'account' ? texts.everywhere : undefined) : undefined),
    fields: (names) =>
      textsOf(names)
        .map((name) => texts.fields[area]?.[name] ?? name)
        .join(', '),
    kind: (kind) => texts.kinds[area]?.[kind as string],
    kinds: (kinds) =>
      textsOf(kinds)
        .map((kind) => eventName(kind, words.events))
        .join(', '),
    name: (name) => words.settings[name as string] ?? words.jobs[name as string],
    role: (role) => words.roles[role as string],
    because: (why) => texts.endings[why as string],
    mode: (mode) => texts.modes[mode as string],
    mediaType: (type) => texts.mediaTypes[type as string],
    size: (size) => formatSize(size as number),
    points: (points) => (points === null ? undefined : texts.points(formatPoints(points as number, { trim: true }))),
    hasReason: (has) => (has ? texts.reasonInRecord : undefined),
    scopes: (scopes) =>
      textsOf(scopes)
        .map((scope) => scopeOf(scope, texts))
        .join(', '),
    overlapHours: (hours) => texts.hours(formatNumber(hours as number)),
    version: (version) => texts.version(String(version)),
    values: (values) => criteriaOf(values, texts),
    counts: (counts) => countsOf(counts, texts),
    basis: basisOf,
    dueAt: (at) => formatDue(at as string, view.lang),
  };
  // What the event says nothing about is left out.
  if (value === null && key !== 'unitId') return undefined;
  // What kind of unit it is, the unit itself says.
  if (key === 'kind' && area === 'unit') return undefined;
  if ((key === 'hasReason' || key === 'provisional') && value === false) return undefined;
  return special[key]?.(value) ?? plainWords(value, event, view);
}

/** A value by what it looks like: a day, a moment, the id of a unit or person, a number, several of these. */
function plainWords(value: unknown, event: AuditEvent, view: FactsView): string | undefined {
  const { texts, lang } = view;
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return formatNumber(value);
  if (isDay(value)) return formatDate(value);
  if (isInstant(value)) return formatMoment(value, lang);
  if (typeof value === 'string') return event.names[value] ?? value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  const each = value.map((one) => plainWords(one, event, view)).filter(Boolean);
  return each.length > 0 ? each.join(', ') : undefined;
}

function scopeOf(scope: string, { scopeAreas, scope: rights }: typeof auditRecord): string {
  const [area = '', right] = scope.split(':');
  const name = (scopeAreas[area] ?? area).toLocaleLowerCase('vi');
  return right === 'read' || right === 'write' ? rights[right](name) : scope;
}

function criteriaOf(values: unknown, texts: typeof auditRecord): string | undefined {
  if (!isRecord(values)) return undefined;
  const names = Object.keys(values);
  return texts.criteria(formatNumber(names.length), names.join(', '));
}

function countsOf(counts: unknown, texts: typeof auditRecord): string | undefined {
  if (!isRecord(counts)) return undefined;
  return Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${texts.counts[name] ?? name} ${formatNumber(count as number)}`)
    .join(', ');
}

function basisOf(basis: unknown): string | undefined {
  if (!isRecord(basis)) return undefined;
  const { number, title, article, date } = basis as Readonly<Record<string, string | undefined>>;
  const about = title && number && title.includes(number) ? title : [number, title].filter(Boolean).join(' – ');
  return [about, article, date && formatDate(dateInVietnam(`${date}T00:00:00Z`))].filter(Boolean).join(', ');
}

import { contentLines, unescapeText, type ContentLine } from './content-lines.ts';
import { basisProperty, wholeDayProperties } from './properties.ts';

/** One `VEVENT` as written: its lines by name. */
export interface EventLines {
  /** Where it begins. */
  line: number;
  uid: string;
  get(name: string): ContentLine | undefined;
  all(name: string): readonly ContentLine[];
}

/** The contents of a file. */
export interface CalendarFile {
  events: EventLines[];
  /** Program that wrote the first calendar. */
  program: string;
  /** Whether a calendar of it withdraws its events (`METHOD:CANCEL`); these are not among `events`. */
  withdrawn: boolean;
  /** Minutes east of Greenwich by the name of a zone, as the file's own `VTIMEZONE`s have it. */
  offsets: Map<string, number>;
  /** Line where the file ends in the middle of a calendar; `undefined` for a whole one. */
  cutAt?: number;
  /** Line of the first component that another one had to close; `undefined` where all close themselves. */
  unclosedAt?: number;
  /** Whether there was a calendar at all. */
  found: boolean;
}

/** What an exception to a repetition has of the event that repeats, where it does not say it itself. */
const inherited: ReadonlySet<string> = new Set([
  'SUMMARY',
  'DESCRIPTION',
  'CATEGORIES',
  'X-APPLE-SPECIAL-DAY',
  basisProperty.toUpperCase(),
  ...wholeDayProperties,
]);
const wanted: ReadonlySet<string> = new Set([
  ...inherited,
  ...'UID SEQUENCE DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID STATUS'.split(' '),
]);
/** Deeper than any calendar; deeper components are only counted. */
const deepest = 20;
/** As many dates as a list of one event may have. */
const longestList = 5000;

/** Reads a file component by component, with the properties of each event that are needed here. */
export function readComponents(text: string): CalendarFile {
  const file: CalendarFile = { events: [], program: '', withdrawn: false, offsets: new Map(), found: false };
  // The names of the open components; a list, so that no depth overflows the stack.
  const open: string[] = [];
  let deeper = 0;
  let event: Map<string, ContentLine[]> | undefined;
  let zone = '';
  let method = '';
  let own: EventLines[] = [];
  let lastLine = 0;
  const endEvent = () => {
    if (event) own.push(eventOf(event));
    event = undefined;
  };
  const endCalendar = () => {
    if (method === 'CANCEL' && own.length > 0) file.withdrawn = true;
    else for (const each of own) file.events.push(each);
    own = [];
  };
  for (const content of contentLines(text)) {
    const { name, value, line } = content;
    lastLine = line;
    const kind = value.trim().toUpperCase();
    if (name === 'BEGIN') {
      if (kind === 'VCALENDAR' && open.length === 0) {
        file.found = true;
        method = '';
      }
      if (kind === 'VEVENT' && open[0] === 'VCALENDAR' && open.length > 1) {
        // No component holds an event: an end is missing or misspelt above.
        file.unclosedAt ??= line;
        endEvent();
        open.length = 1;
        deeper = 0;
      }
      if (open.length >= deepest) {
        deeper++;
        continue;
      }
      open.push(kind);
      if (kind === 'VEVENT' && open.length === 2 && open[0] === 'VCALENDAR') event = new Map([['BEGIN', [content]]]);
    } else if (name === 'END') {
      if (deeper > 0) {
        deeper--;
        continue;
      }
      // A component that was not closed ends with the one around it.
      const at = open.lastIndexOf(kind);
      if (at < 0) continue;
      open.length = at;
      if (at <= 1) endEvent();
      if (at === 0) endCalendar();
    } else if (event && open.length === 2) {
      // Some programs write every property and leave empty what does not apply.
      if (!wanted.has(name) || value.trim() === '') continue;
      const lines = event.get(name);
      if (!lines) event.set(name, [content]);
      else if (lines.length < longestList) lines.push(content);
    } else if (open.length === 1) {
      if (name === 'PRODID') file.program ||= value;
      if (name === 'METHOD') method = kind;
    } else if (open[1] === 'VTIMEZONE') {
      if (name === 'TZID' && open.length === 2) zone = value;
      const [, sign, hours, minutes] = (name === 'TZOFFSETTO' && /^([+-])(\d\d)(\d\d)/.exec(value)) || [];
      if (sign && open[2] === 'STANDARD')
        file.offsets.set(zone, (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)));
    }
  }
  if (open[0] === 'VCALENDAR') {
    if (event?.has('DTSTART')) endEvent();
    file.cutAt = lastLine;
    endCalendar();
  }
  return file;
}

function eventOf(lines: Map<string, ContentLine[]>): EventLines {
  const all = (name: string) => lines.get(name) ?? [];
  return {
    line: all('BEGIN')[0]!.line,
    uid: all('UID')[0]?.value.trim() ?? '',
    get: (name) => all(name)[0],
    all,
  };
}

/** An exception as it is shown: old programs write only what it changes. */
export function withInherited(exception: EventLines, master: EventLines): EventLines {
  const all = (name: string) => {
    const own = exception.all(name);
    return own.length > 0 || !inherited.has(name) ? own : master.all(name);
  };
  return { ...exception, get: (name) => all(name)[0], all };
}

const longestTitle = 300;

/** The text of a property: composed letters, no control characters, not endless. */
export function textOf(event: EventLines, name: string, longest = longestTitle): string {
  const value = unescapeText((event.get(name)?.value ?? '').slice(0, 2 * longest));
  return value
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
}

import type { Bilingual } from '../errors/index.ts';
import type { LegalBasis } from '../law/index.ts';
import type { Deadline } from './deadline.ts';
import type { ExtensionRule, RuleUnit, TermRule } from './term-rules.ts';
import { formatDate, formatDateWithWeekday } from '../text/dates.ts';
import { lowerFirst, upperFirst } from '../text/first-letter.ts';
import { isPlainDate, type Instant } from './instants.ts';
import type { SkippedDay } from './day-walk.ts';

type Locale = keyof Bilingual;

const units: Record<RuleUnit, Bilingual> = {
  'working-day': { vi: 'ngày làm việc', en: 'working day' },
  'calendar-day': { vi: 'ngày', en: 'calendar day' },
  month: { vi: 'tháng', en: 'month' },
  'working-minute': { vi: 'phút trong giờ làm việc', en: 'working minute' },
  minute: { vi: 'phút', en: 'minute' },
};

const complexities: Record<ExtensionRule['complexity'], Bilingual> = {
  complex: { vi: 'phức tạp', en: 'complex' },
  'especially-complex': { vi: 'đặc biệt phức tạp', en: 'especially complex' },
};

const doubts: Record<LegalBasis['confidence'], Bilingual> = {
  published: { vi: '', en: '' },
  secondary: { vi: ' (theo nguồn thứ cấp)', en: ' (from a secondary source)' },
  'from-memory': { vi: ' (cần đối chiếu văn bản trước khi dùng)', en: ' (to be checked against the text before use)' },
  illustrative: { vi: ' (chưa phải văn bản ban hành)', en: ' (an illustration, not an issued text)' },
};

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Made once a zone: making one takes longer than all the rest of an explanation. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** Clock time as the calendar's own zone shows it; plain dates stay dates. */
function moment(when: Instant, timeZone: string, locale: Locale): string {
  if (isPlainDate(when)) return formatDate(when);
  const parts = clockOf(timeZone).formatToParts(new Date(when));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('hour')}:${part('minute')} ${{ vi: 'ngày', en: 'on' }[locale]} ${part('day')}/${part('month')}/${part('year')}`;
}

function length(amount: number, unit: RuleUnit, locale: Locale): string {
  return `${amount} ${units[unit][locale]}${locale === 'en' && amount !== 1 ? 's' : ''}`;
}

/** The titles of Vietnamese texts stay as they are; they are cited “Luật … số …”, “Quy định số … về …”. */
function basisText({ title, number, article, confidence }: LegalBasis, locale: Locale): string {
  const cited = number ? title.replace(/(?= về )|$/, ` số ${number}`) : lowerFirst(title);
  return `${article ? `${article} ` : ''}${cited}${doubts[confidence][locale]}`;
}

function reasonNames(codes: readonly string[], known: TermRule['complexityReasons'], locale: Locale): string {
  return codes.map((code) => known?.[code]?.[locale] ?? code).join('; ');
}

function named(days: readonly SkippedDay[], locale: Locale): string {
  const assumed = { vi: ' (dự kiến)', en: ' (assumed)' }[locale];
  return days
    .map(({ date, name, basis }) => {
      const doubt = basis?.confidence === 'illustrative' ? assumed : '';
      return `${formatDateWithWeekday(date, locale)}${name ? ` – ${name}` : ''}${doubt}`;
    })
    .join('; ');
}

/**
 * The explanation of a deadline in words, one sentence a step, the same number of sentences in both languages: start
 * event, rule and its basis, extensions, pauses, every day left out and why, make-up days counted, roll-over, the due
 * moment, what is provisional, and the years of the calendar, whose id and version are in `explanation`.
 */
export function explainDeadline({ due, dueDate, explanation }: Deadline, locale: Locale): string[] {
  const { rule, calendar, remaining, rolled } = explanation;
  const pick = (vi: string, en: string): string => (locale === 'vi' ? vi : en);
  const term = length(rule.amount, rule.unit, locale);
  const inMinutes = rule.unit === 'minute' || rule.unit === 'working-minute';
  const start = isPlainDate(explanation.start)
    ? formatDateWithWeekday(explanation.start, locale)
    : moment(explanation.start, calendar.timeZone, locale);

  const began = `${upperFirst(rule.startEvent[locale])}${pick(isPlainDate(explanation.start) ? ' ngày ' : ' lúc ', ': ')}${start}.`;

  const lines = [
    inMinutes ? began : pick(`${began} Ngày này không tính.`, `${began} That day is not counted.`),
    pick(
      `Thời hạn ${rule.name.vi}: ${rule.minimum ? 'ít nhất ' : ''}${term}, theo ${basisText(rule.basis, locale)}.`,
      `Term to ${rule.name.en}: ${rule.minimum ? 'at least ' : ''}${term}, under ${basisText(rule.basis, locale)}.`,
    ),
  ];

  const given = new Set<string>();
  explanation.extensions.forEach(({ amount, decidedOn, reasonCodes = [], complexity }, index) => {
    for (const reason of reasonCodes) given.add(reason);
    // All of them so far, because together they make the matter what it is.
    const names = reasonNames([...given], rule.complexityReasons, locale);
    const why = names && `: ${names}`;
    const more = length(amount, rule.unit, locale);
    const kind = complexities[complexity][locale];
    lines.push(
      pick(
        `Gia hạn lần ${index + 1}, quyết định ngày ${formatDate(decidedOn)}: thêm ${more}; vụ việc ${kind}${why}.`,
        `Extension ${index + 1}, decided on ${formatDate(decidedOn)}: ${more} more; the matter is ${kind}${why}.`,
      ),
    );
  });
  for (const { from, to, reason } of explanation.pauses) {
    const [since, why] = [moment(from, calendar.timeZone, locale), reasonNames([reason], rule.pauseReasons, locale)];
    const until = to === undefined ? undefined : moment(to, calendar.timeZone, locale);
    lines.push(
      until === undefined
        ? pick(`Tạm dừng từ ${since}, chưa tiếp tục: ${why}.`, `Paused since ${since}, not yet resumed: ${why}.`)
        : pick(`Tạm dừng từ ${since} đến ${until}: ${why}.`, `Paused from ${since} to ${until}: ${why}.`),
    );
  }

  const texts: Record<SkippedDay['kind'], Bilingual> = {
    'rest-day': { vi: 'nghỉ hằng tuần', en: 'weekly rest' },
    holiday: { vi: 'nghỉ lễ', en: 'holidays' },
    paused: { vi: 'tạm dừng', en: 'paused' },
  };
  for (const kind of ['rest-day', 'holiday', 'paused'] as const) {
    const days = explanation.skipped.filter((day) => day.kind === kind);
    if (days.length === 0) continue;
    lines.push(
      pick(
        `Không tính ${days.length} ngày ${texts[kind].vi}: ${named(days, locale)}.`,
        `Not counted (${texts[kind].en}, ${days.length}): ${named(days, locale)}.`,
      ),
    );
  }
  if (explanation.makeUpDays.length > 0) {
    const days = explanation.makeUpDays
      .map((day) => `${formatDateWithWeekday(day.date, locale)} – ${day.name}`)
      .join('; ');
    lines.push(pick(`Có tính ngày làm bù: ${days}.`, `Make-up working days counted: ${days}.`));
  }
  if (rolled[0]) {
    const over = named(rolled, locale);
    lines.push(
      pick(
        `Ngày cuối ${formatDate(rolled[0].date)} là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo; bỏ qua: ${over}.`,
        `The last day, ${formatDate(rolled[0].date)}, is a day off, so the term ends on the next working day; passed over: ${over}.`,
      ),
    );
  }

  if (due === null || dueDate === null) {
    const left = length(remaining, rule.unit === 'month' ? 'calendar-day' : rule.unit, locale);
    lines.push(
      pick(
        `Đang tạm dừng nên chưa có hạn cuối; thời hạn còn lại: ${left}.`,
        `Paused, so no due date yet; left of the term: ${left}.`,
      ),
    );
  } else {
    const end = inMinutes ? moment(due, calendar.timeZone, locale) : formatDateWithWeekday(dueDate, locale);
    lines.push(
      inMinutes
        ? pick(`Hạn cuối: ${end}.`, `Due: ${end}.`)
        : rule.minimum
          ? pick(`Kéo dài ít nhất đến hết ngày ${end}.`, `Lasts at least to the end of ${end}.`)
          : pick(`Hạn cuối: hết ngày ${end}.`, `Due by the end of ${end}.`),
    );
  }
  if (explanation.provisionalYears.length > 0) {
    const years = explanation.provisionalYears.join(', ');
    lines.push(
      pick(
        `Kết quả tạm tính: lịch nghỉ năm ${years} chưa được công bố.`,
        `Provisional: the days off of ${years} are not announced yet.`,
      ),
    );
  }
  const [firstYear, lastYear = firstYear] = [/\d{4}/.exec(start)![0], dueDate?.slice(0, 4)];
  const years = firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`;
  lines.push(
    pick(
      `Tính theo lịch làm việc của cơ quan nhà nước năm ${years}.`,
      `By the working calendar of state agencies of ${years}.`,
    ),
  );
  return lines;
}

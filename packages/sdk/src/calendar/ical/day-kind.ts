import * as z from 'zod/mini';
import { LegalBasis } from '../../law/index.ts';
import { textOf, type EventLines } from './components.ts';
import { basisProperty, categories } from './properties.ts';

export type DayKind =
  | 'holiday'
  | 'make-up-day'
  /** By the words of the title. */
  | 'guessed-make-up-day'
  | 'guessed-day-off'
  /** Not imported. */
  | 'unclear-swap'
  | 'half-day'
  | 'observance';

// Days worked in place of others, in the words of the feeds people subscribe to. “Nghỉ bù” is a day off, “làm bù” is not.
const worked =
  /làm\s*(?:việc\s*)?(?:bù|thay)|hoán\s*đổi|(?:đổi|chuyển)\s*(?:lịch\s*|ngày\s*)*(?:đi\s*)?làm|ngày\s*làm\s*việc|make-?\s?up\b|\bwork(?:ing)?[\s-]*(?:satur|sun|week)?(?:day|end)s?\b|\b(?:compensat\w*|substitut\w*|replacement|transferred|special|extra)\s+work|补班|補班|上班|[(（]班[)）]|出勤|대체\s*근무/iu;
const isSwap = /hoán\s*đổi|(?:đổi|chuyển)\s*(?:lịch\s*|ngày\s*)*(?:đi\s*)?làm|swap/iu;
const certainlyWorked = /làm\s*(?:việc\s*)?(?:bù|thay)|make-?\s?up\s+(?:work|day)|补班|補班/iu;
const off = /nghỉ|day\s*off|days\s*off|holiday|\blieu\b|closed|放假/iu;
const halfDay =
  /half[\s-]*(?:a\s+)?day|nửa\s*(?:ngày|buổi)|½\s*(?:ngày|day)|1\/2\s*(?:ngày|day)|nghỉ\s*(?:buổi\s*)?(?:sáng|chiều)|(?:sáng|chiều)\s*(?:được\s*)?nghỉ|(?:morning|afternoon)\s+off/iu;
// Words of work that leave open whether the day is a make-up day.
const perhapsWorked =
  /làm\s*việc|đi\s*làm|làm\s*thêm|tăng\s*ca|(?<!\p{L})trực(?!\p{L})|ngày\s*công(?!\p{L})|lam\s*(?:viec\s*)?bu(?!\p{L})|lam\s*viec|\bwork(?:ing)?\b|\bopen\b|\bovertime\b|\b(?:business|trading)\s+day|swap/iu;
const inPlaceOf = /(?<!\p{L})bù(?!\p{L})/iu;
const notOff =
  /(?:optional|restricted)\s+holiday|không\s+(?:phải\s+(?:là\s+)?ngày\s+|được\s+)?nghỉ|not\s+a\s+(?:public\s+)?holiday/iu;
const observance =
  /observance|kỷ\s*niệm|kỉ\s*niệm|optional\s+holiday|restricted\s+holiday|không\s+(?:phải\s+(?:là\s+)?ngày\s+)?nghỉ/iu;

/** Our own categories decide, and Apple's; in a foreign feed only the words can, and on which day of the week it is. */
export function dayKindOf(
  event: EventLines,
  title: string,
  { ours, weekend }: { ours: boolean; weekend: boolean },
): DayKind {
  const stated = event.all('CATEGORIES').flatMap(({ value }) => value.split(',').map((each) => each.trim()));
  if (stated.includes(categories.makeUpDay)) return 'make-up-day';
  if (ours && stated.includes(categories.holiday)) return 'holiday';
  const special = event.get('X-APPLE-SPECIAL-DAY')?.value.trim();
  if (special === 'ALTERNATE-WORKDAY') return 'make-up-day';
  if (special === 'WORK-HOLIDAY') return 'holiday';
  if (halfDay.test(title)) return 'half-day';
  if (worked.test(title)) {
    if (!off.test(title))
      return weekend || !isSwap.test(title) || certainlyWorked.test(title) ? 'guessed-make-up-day' : 'unclear-swap';
    return weekend ? 'guessed-make-up-day' : 'guessed-day-off';
  }
  if (perhapsWorked.test(title) && !off.test(title)) return 'unclear-swap';
  // “Nghỉ bù” is a day off; “bù” alone and “working holiday” do not say so.
  const unsure = (perhapsWorked.test(title) || inPlaceOf.test(title)) && !/nghỉ/iu.test(title);
  if (unsure && !weekend) return 'guessed-day-off';
  const about = `${textOf(event, 'DESCRIPTION', 1000)} ${stated.join(' ').slice(0, 1000)}`;
  return observance.test(about) || /observance/i.test(title) || notOff.test(title) ? 'observance' : 'holiday';
}

export function basisOf(event: EventLines): { basis?: LegalBasis } {
  const written = event.get(basisProperty.toUpperCase())?.value;
  if (written === undefined) return {};
  try {
    return { basis: z.parse(LegalBasis, JSON.parse(written)) };
  } catch {
    // Not one of ours.
    return {};
  }
}

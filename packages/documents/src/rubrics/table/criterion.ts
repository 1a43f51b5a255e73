import { fold } from '@dvk/sdk/text';
import type { Condition, Criterion } from '@dvk/sdk/rubrics';
import type { Doubts } from '../doubt.ts';
import { MAX_TEXT } from '../grid.ts';
import type { Item } from './item.ts';
import { mostOf, readScoring, type ReadScoring, type Scoring } from './scoring.ts';

/** What every node has. */
export type Common = Pick<Criterion, 'id' | 'title' | 'number' | 'scoredBy'>;

const superiorWords =
  /cap tren (?:truc tiep )?(?:cham|danh gia|cho diem)|(?:do|danh cho) cap tren|hoi dong (?:tham dinh )?cham/;
const gateWords = /dieu kien bat buoc|\bgate\b/;
const notApplicableWords = /khong ap dung/;

/** Reserved to the superior, by its own words. */
export const isReserved = ({ title, scoring }: Item) => superiorWords.test(fold(`${title} ${scoring}`));

/** A demand that must be met, by its own words. */
export const isGate = ({ scoring, note }: Item) => gateWords.test(fold(`${scoring} ${note}`));

/** The text of a scoring column without the phrases that are read elsewhere. */
export function unreadScoring(text: string): string {
  const known = (line: string) =>
    superiorWords.test(fold(line)) || notApplicableWords.test(fold(line)) || gateWords.test(fold(line));
  return text
    .split('\n')
    .filter((line) => !known(line))
    .join('\n');
}

/** Texts as one that a rubric can hold. */
export function noteOf(...texts: (string | undefined)[]): { note?: { vi: string } } {
  const note = texts.filter(Boolean).join('\n').slice(0, MAX_TEXT);
  return note ? { note: { vi: note } } : {};
}

/** What the maker of criteria needs of the draft around. */
export interface Surroundings {
  doubts: Doubts;
  conditions: Condition[];
  /** Among the deductions “mỗi lần trừ 0,5 điểm” adds to what is taken off: it counts from zero there. */
  deducts: boolean;
  /** Lines whose maximum the table does not state. */
  computed: Item[];
}

const placeOf = ({ table, row }: Item) => ({ table, row });

function evidenceOf({ evidence }: Item): Pick<Criterion, 'evidence'> {
  return evidence ? { evidence: { min: 1, hint: { vi: evidence.slice(0, MAX_TEXT) } } } : {};
}

function gate(item: Item, common: Common, { doubts, conditions }: Surroundings): Criterion {
  const condition = `not-${common.id}`;
  conditions.push({ id: condition, title: { vi: `Không đạt: ${item.title}` }, effect: { kind: 'ineligible' } });
  doubts.add(
    'gate-effect',
    placeOf(item),
    '“$0” là điều kiện bắt buộc: hãy xác nhận hệ quả khi không đạt',
    '“$0” is a demand: say what follows when it is not met',
    item.title,
  );
  if (item.max)
    doubts.add(
      'gate-with-points',
      placeOf(item),
      '“$0” là điều kiện bắt buộc nhưng có $1 điểm; bản nháp không giữ điểm này',
      '“$0” is a demand but has $1 points, which the draft does not keep',
      item.title,
      item.max,
    );
  return { kind: 'gate', ...common, ...noteOf(item.note, unreadScoring(item.scoring)), ...evidenceOf(item), condition };
}

/** The way of scoring and what of its words is left over; `given`: levels read from the lines below. */
function scoringOf(item: Item, given: Scoring | undefined): ReadScoring | undefined {
  if (given) return { scoring: given, rest: unreadScoring(item.scoring) };
  const read = readScoring(item.scoring);
  if (read) return { ...read, rest: unreadScoring(read.rest) };
  // The title stays as it is, so that nothing of it can get lost.
  const titled = readScoring(item.title);
  return titled && { ...titled, rest: unreadScoring(item.scoring) };
}

/** One line of the table; `given`: its levels, where they stand in lines below it. */
export function makeCriterion(item: Item, common: Common, given: Scoring | undefined, around: Surroundings): Criterion {
  const { doubts, deducts, computed } = around;
  const place = placeOf(item);
  const words = fold(`${item.scoring} ${item.note}`);
  if (isGate(item)) return gate(item, common, around);
  const optional = notApplicableWords.test(words);
  const titled = !optional && notApplicableWords.test(fold(item.title));
  if (titled)
    doubts.add(
      'may-not-apply',
      place,
      '“$0” được hiểu là mục có thể không áp dụng',
      '“$0” is read as a line that may not apply',
      item.title,
    );
  const read = scoringOf(item, given);
  const unread = read ? read.rest : unreadScoring(item.scoring);
  const byFormula = /cong thuc/.test(words);
  if (/\d/.test(unread) && !byFormula)
    doubts.add(
      'scoring-by-hand',
      place,
      '“$0”: chưa hiểu hết cách chấm “$1”, giữ làm ghi chú',
      '“$0”: the way of scoring “$1” is not wholly understood and kept as a note',
      item.title,
      unread.slice(0, 300),
    );
  if (byFormula)
    doubts.add(
      'formula-by-hand',
      place,
      '“$0” tính theo công thức: cần khai lại bằng tay',
      '“$0” is computed by a formula: enter it by hand',
      item.title,
    );
  const scoring = read?.scoring;
  const best = mostOf(scoring) ?? read?.cap;
  if (read?.cap !== undefined && item.max !== undefined && read.cap !== item.max)
    doubts.add(
      'points-disagree',
      place,
      '“$0”: cách chấm ghi tối đa $1, cột điểm ghi $2',
      '“$0”: the way of scoring says at most $1, the column $2',
      item.title,
      read.cap,
      item.max,
    );
  if (item.max === undefined && best !== undefined && best > 0) computed.push(item);
  if (item.max === undefined && best === undefined)
    doubts.add('no-points', place, '“$0” chưa có điểm tối đa', '“$0” has no maximum', item.title);
  const max = item.max ?? best ?? 0;
  const fields = {
    ...common,
    ...noteOf(item.note, unread),
    max,
    ...evidenceOf(item),
    ...(optional || titled ? { mayNotApply: true } : {}),
  };
  switch (scoring?.kind) {
    case 'levels':
      return {
        kind: 'levels',
        ...fields,
        levels: scoring.levels.map(({ title, points }, at) => ({ id: `l${at + 1}`, points, title: { vi: title } })),
      };
    case 'ratio':
      if (/(?:^|\s)(?:tren|>)\s*\d/.test(fold(`${item.title} ${words}`)))
        doubts.add(
          'exclusive-rate',
          place,
          '“$0”: “trên …%” được hiểu là từ mức đó trở lên',
          '“$0”: “above …%” is read as that rate and above',
          item.title,
        );
      return { kind: 'ratio', ...fields, thresholds: scoring.thresholds };
    case 'yes-no':
      return { kind: 'yes-no', ...fields };
    case 'count':
      return {
        kind: 'count',
        ...fields,
        max: max || scoring.each,
        each: scoring.each,
        from: deducts ? 'zero' : scoring.from,
      };
    case 'range':
      return { kind: 'range', ...fields, step: scoring.step };
    default:
      return { kind: 'range', ...fields };
  }
}

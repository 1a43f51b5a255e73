import { hundredths, unit } from './points.ts';

/** The parts of the label of a total. */
export interface TotalLabel {
  /** Numbers of the sections it sums up. */
  scope: string[];
  /** “Mức điểm tối đa tiêu chí 1”: what the section has at most, whatever its lines add up to. */
  cap: boolean;
  /** Points written in the label itself. */
  points?: number;
}

// “Cộng”, “Tổng điểm”, but not “Công khai …”, “Cộng đồng …” or “Tổng kết …”: the word must end there.
const begins =
  /^[^\p{L}\d]*(cộng tổng|tổng hợp điểm|điểm tổng kết|tổng cộng điểm|tổng số điểm|tổng cộng|tổng điểm|tổng số|tổng|(?:mức )?điểm tối đa|tối đa|điểm tổng cộng|điểm tổng|cộng|tong cong|tong so diem|tong diem|mang sang|(?:grand|overall|sub)[ -]?total|final (?:score|marks?|grade)|total points|total score|totals?|sum)(?![\p{L}])/iu;
const points = new RegExp(String.raw`[:=\s(]\s?(\d{1,4}(?:[.,]\d{1,2})?)\s?(?:${unit}|marks?)?\s?[).:]*$`, 'iu');
const sectionNumbers = /(?<![\p{L}\d.])(?:[IVXLC]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)(?![\p{L}\d])/gu;
/** Further words that the label of a total may contain. */
const besides =
  /(?<!\p{L})(?:điểm|tối đa|chuẩn|chung|toàn bộ|các|tiêu chí|nội dung|mục|phần|nhóm|chương|lĩnh vực|bảng|toàn bảng|đạt được|tự chấm|thẩm định|và|của|toàn bài|bài|thi đua|chấm|cuối cùng|không quá|trang|cuối|chuyển|sang|sau|section|part|max|score|points|marks?|grade|group|task|assignment|project|exam|final|of|all|the)(?!\p{L})/giu;

/**
 * Reads a label as that of a total; `undefined` for anything else. `numbered`: the row has a number of its own, as a
 * line has and a total seldom.
 */
export function readTotalLabel(label: string, numbered: boolean): TotalLabel | undefined {
  const text = label.slice(0, 300).replace(/\s+/g, ' ').trim();
  const match = begins.exec(text);
  if (!match) return undefined;
  const after = text.slice(match[0].length);
  // “Cộng mục 1” names a section, “Tổng cộng 100” states points.
  const found = points.exec(after);
  const typed =
    found && !/(?:mục|phần|nhóm|chương|tiêu chí|nội dung|part|section)\s?$/iu.test(after.slice(0, found.index))
      ? found
      : null;
  const rest = typed ? after.slice(0, typed.index) : after;
  // “Cộng trang 1” is a sum of a page, not of a section.
  const scope = /trang|sang/iu.test(rest) ? [] : [...rest.matchAll(sectionNumbers)].map(([number]) => number);
  const words = rest.replace(sectionNumbers, ' ').replace(besides, ' ');
  const clean = !/\p{L}/u.test(words);
  // “Tổng điểm công tác lãnh đạo”, “Cộng phần tuyên truyền”: a sum of what it names.
  const named =
    text.length <= 120 &&
    !/thưởng|trừ|cộng thêm/iu.test(rest) &&
    /^(?:tổng cộng|tổng điểm|tổng số điểm|cộng)$/iu.test(match[1]!) &&
    /^\s(?:điểm )?(?:mục|phần|nhóm|nội dung|lĩnh vực|công tác)\s/iu.test(rest);
  const cap = /tối đa$/iu.test(match[1]!);
  if ((!clean && (numbered || !named)) || (cap && scope.length === 0)) return undefined;
  const worth = typed ? hundredths(typed[1]!) : undefined;
  return { scope, cap, ...(worth === undefined ? {} : { points: worth }) };
}

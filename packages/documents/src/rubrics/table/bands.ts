import type { Band } from '@dvk/sdk/rubrics';
import { message } from '@dvk/sdk/rubrics';
import { fold, parsePoints } from '@dvk/sdk/text';
import type { Doubt } from '../doubt.ts';

const names = [
  'hoàn thành xuất sắc nhiệm vụ',
  'hoàn thành tốt nhiệm vụ',
  'không hoàn thành nhiệm vụ',
  'hoàn thành nhiệm vụ',
  'xuất sắc',
  'tốt',
  'khá',
  'trung bình',
  'chưa đạt',
  'không đạt',
  'đạt',
  'yếu',
  'kém',
  'loại [a-d]',
];
const ids: Readonly<Record<string, string>> = {
  'xuất sắc': 'excellent',
  tốt: 'good',
  khá: 'fair',
  'trung bình': 'average',
  'chưa đạt': 'not-reached',
  'không đạt': 'not-reached',
  đạt: 'acceptable',
  yếu: 'weak',
  kém: 'poor',
  'hoàn thành xuất sắc nhiệm vụ': 'excellent',
  'hoàn thành tốt nhiệm vụ': 'good',
  'hoàn thành nhiệm vụ': 'acceptable',
  'không hoàn thành nhiệm vụ': 'not-reached',
};
const points = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:điểm)?`;
const band = new RegExp(
  String.raw`(?:^|[^\p{L}])(${names.join('|')})["”]?\s*(?:[:,]|là|–|-|\()?\s*(?:(?:đạt|có|tổng(?: số)? điểm|số điểm)\s*)*(?:(?:từ|≥|>=)\s*)?(?:(dưới|<)\s*${points}|${points}\s*(trở lên|(?:đến|-|–)\s*(dưới|<|cận)?\s*${points})?)`,
  'giu',
);

/** “Đạt từ 90 điểm: xuất sắc”: the class comes last, and “đạt” is no class. */
const reversed = new RegExp(
  String.raw`^\s*(?:[:–-]|thì|là|được)?\s*(?:xếp\s*)?(?:loại\s*)?["“]?(?:${names.join('|')})(?!\p{L})`,
  'iu',
);

interface Found {
  name: string;
  from: number;
  below?: number | undefined;
  inclusive: boolean;
}

function read(text: string): Found[] {
  if (!/\d/.test(text)) return [];
  return [...text.normalize('NFC').matchAll(band)].flatMap(({ 0: whole, index, ...match }): Found[] => {
    const { 1: name, 2: under, 3: bound, 4: low, 5: more, 6: exclusive, 7: high } = match;
    if (/^đạt$/iu.test(name!) && reversed.test(text.slice(index + whole.length))) return [];
    const value = (typed: string | undefined) => (typed === undefined ? undefined : parsePoints(typed));
    if (under) return [{ name: name!.toLowerCase(), from: 0, below: value(bound), inclusive: false }];
    const from = value(low);
    // “Tốt: 10 điểm” is a level of a line, not a band: a band states where it ends.
    if (from === undefined || !more) return [];
    return [{ name: name!.toLowerCase(), from, below: value(high), inclusive: high !== undefined && !exclusive }];
  });
}

/** Classes written out in the text: “Tốt: từ 80 đến dưới 90 điểm”. */
export function readBands(texts: readonly string[]): { bands: Band[]; doubts: Doubt[]; read: Set<string> } {
  const doubts: Doubt[] = [];
  const understood = new Set<string>();
  const found = texts
    .flatMap((text) => {
      const here = read(text);
      // Numbers that no class was read from are reported.
      const left = text
        .normalize('NFC')
        .replaceAll(band, (whole, _name, under, _bound, _low, more) => (under || more ? ' ' : whole))
        .replace(/^\s*\d+[.)]/, '');
      if (here.length > 0 && !/\d/.test(left)) understood.add(text);
      return here;
    })
    .filter((each, at, all) => {
      const first = all.find(({ name }) => name === each.name)!;
      if (first.from !== each.from || first.below !== each.below)
        doubts.push({
          code: 'band-twice',
          text: message(
            '“$0” được ghi hai lần với điểm khác nhau: từ $1 và từ $2; bản nháp lấy lần đầu',
            '“$0” is written twice with different points: from $1 and from $2; the draft takes the first',
            each.name,
            first.from,
            each.from,
          ),
        });
      return all.indexOf(first) === at;
    })
    .sort((a, b) => b.from - a.from);
  const bands = found.map(({ name, from, below, inclusive }, at): Band => {
    const better = found[at - 1];
    const title = { vi: name[0]!.toUpperCase() + name.slice(1).replace(/ [a-d]$/, (letter) => letter.toUpperCase()) };
    if (inclusive && better) {
      doubts.push({
        code: 'inclusive-bound',
        pointer: `/bands/${at}/below`,
        text: message(
          '“$0” ghi đến hết $1 điểm; bản nháp lấy đến dưới $2 để không hở khoảng',
          '“$0” is written up to and including $1; the draft takes below $2 so that no gap is left',
          title,
          below!,
          better.from,
        ),
      });
      return { id: ids[name] ?? fold(name).replaceAll(' ', '-'), title, from, below: better.from };
    }
    return {
      id: ids[name] ?? fold(name).replaceAll(' ', '-'),
      title,
      from,
      ...(below === undefined || at === 0 ? {} : { below }),
    };
  });
  return { bands, doubts, read: understood };
}

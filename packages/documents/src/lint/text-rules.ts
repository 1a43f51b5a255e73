import { fold } from '@dvk/sdk/text';
import { spellings } from '../spelling/spelling.ts';
import { numberPatterns } from './head-rules.ts';
import type { Rule } from './rule.ts';

/** A law, decree or resolution of the State, wherever it is cited. */
const law = /^\d+(?:\/\d{4})?\/[A-ZĐ]+\d*(?:-[A-ZĐ0-9]+)*$/u;
const cited = /số\s+([\p{L}\d][\p{L}\d./-]*)(,?)(\s+ngày\s+(\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\s+tháng))?/giu;

/** What a paper rests on is there and can be looked up: number, date. */
export const basisRule: Rule = ({ lines, side, isForm }, report) => {
  const bases = lines.filter(({ text }) => /^[\s–-]*(?:căn cứ|thực hiện|theo)\s/iu.test(text));
  if (bases.length === 0 && !isForm)
    report(
      'basis-missing',
      'warning',
      undefined,
      'Chưa nêu căn cứ ban hành',
      'The paper does not say what it rests on',
    );
  for (const line of bases) {
    const citations = [...line.text.matchAll(cited)];
    if (
      citations.length === 0 &&
      /^[\s–-]*căn cứ\s/iu.test(line.text) &&
      !/\b(?:luật|hiến pháp|điều lệ|quy chế|đề nghị)/iu.test(line.text)
    )
      report(
        'basis-malformed',
        'warning',
        line,
        'Căn cứ chưa có số và ngày ban hành',
        'The basis has no number and date',
      );
    for (const [written, number, comma, dated] of citations) {
      const clean = number!.replace(/[.,;]+$/, '');
      if (!law.test(clean) && !numberPatterns.party.test(clean))
        report(
          'basis-malformed',
          'error',
          line,
          `Số văn bản “${clean}” không đúng dạng`,
          `“${clean}” is no number of a paper`,
        );
      else if (!dated && /[-/](?:QĐ|KH|NQ|CT|HD|KL|TB|CV)/u.test(clean))
        report(
          'basis-malformed',
          'warning',
          line,
          `“${written.trim()}” chưa có ngày ban hành`,
          `“${written.trim()}” has no date`,
        );
      else if (dated && side === 'party' && comma === '' && numberPatterns.party.test(clean))
        report(
          'citation-comma',
          'warning',
          line,
          `Văn bản của Đảng có dấu phẩy trước “ngày”: “số ${clean}, ngày …”`,
          `Papers of the Party have a comma before “ngày”: “số ${clean}, ngày …”`,
        );
    }
  }
};

export const quotesRule: Rule = ({ lines }, report) => {
  for (const line of lines) {
    if (/["]/.test(line.text))
      report(
        'quotes-straight',
        'warning',
        line,
        'Dùng dấu ngoặc kép “ ” thay cho " "',
        'Use the quotes “ ” instead of " "',
      );
    const open = line.text.split('“').length;
    const close = line.text.split('”').length;
    if (open !== close)
      report('quotes-unpaired', 'error', line, 'Dấu ngoặc kép “ ” không đủ cặp', 'The quotes “ ” are no pairs');
  }
};

const deadline =
  /(?:trước|chậm nhất(?: là)?|hạn(?: cuối)?(?: là)?:?|đến hết|hoàn thành(?: trong| vào)?)\s+(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/giu;

/** Nothing can be done by a day that is over. */
export const deadlineRule: Rule = ({ lines, date }, report) => {
  for (const line of lines)
    for (const [written, day, month, year] of line.text.matchAll(deadline)) {
      const due = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
      if (due < date)
        report(
          'deadline-past',
          'error',
          line,
          `Thời hạn “${written}” đã qua so với ngày văn bản`,
          `The deadline “${written}” is before the date of the paper`,
        );
    }
};

const taken =
  /(?:^|[\s(])(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu)\s+((?:\p{Lu})[^,;:.]{2,80}?)\s+(?:chủ trì|phối hợp|chịu trách nhiệm|thực hiện|tham mưu)/gu;

/** Whom the paper gives work to receives it. */
export const ownersRule: Rule = ({ lines, recipients, owners, isForm }, report) => {
  if (isForm) return;
  const known = recipients.map(fold);
  const has = (name: string) => {
    const wanted = fold(name);
    return known.some((each) => each.includes(wanted) || (each.length > 8 && wanted.includes(each)));
  };
  const named = new Set<string>();
  const check = (name: string, line: Parameters<typeof report>[2]) => {
    const plain = name.trim();
    if (plain === '' || named.has(fold(plain)) || has(plain)) return;
    named.add(fold(plain));
    report(
      'owner-not-recipient',
      'error',
      line,
      `“${plain}” được giao việc nhưng không có ở Nơi nhận`,
      `“${plain}” has work to do but is not among the recipients`,
    );
  };
  for (const owner of owners) check(owner, undefined);
  let column = -1;
  let table = '';
  for (const line of lines) {
    if (line.cells) {
      const own = line.place.vi.split(',')[0]!;
      if (own !== table) [table, column] = [own, -1];
      const head = line.cells.findIndex((cell) =>
        /^(?:đơn vị|cơ quan)?\s*chủ trì$|^đơn vị thực hiện$/iu.test(cell.trim()),
      );
      if (head >= 0) column = head;
      else if (column >= 0) for (const name of (line.cells[column] ?? '').split(/[;\n]/)) check(name, line);
      continue;
    }
    for (const [, name] of line.text.matchAll(taken)) check(name!, line);
  }
};

/** One way of placing tones throughout. */
export const spellingRule: Rule = ({ lines, tones }, report) => {
  const all = lines.map((line) => ({ line, words: spellings(line.text) }));
  const count = (way: 'old' | 'new') => all.reduce((sum, { words }) => sum + words[way].length, 0);
  const wanted = tones ?? (count('old') >= count('new') ? 'old' : 'new');
  const other = wanted === 'old' ? 'new' : 'old';
  const example = wanted === 'old' ? '“ủy, hòa”' : '“uỷ, hoà”';
  for (const { line, words } of all) {
    if (words[other].length === 0) continue;
    const list = [...new Set(words[other])].map((word) => `“${word}”`).join(', ');
    if (tones)
      report(
        'spelling-other',
        'warning',
        line,
        `${list}: cơ quan viết theo lối ${example}`,
        `${list}: the house spells ${example}`,
      );
    else
      report(
        'spelling-mixed',
        'warning',
        line,
        `${list}: văn bản này phần nhiều viết theo lối ${example}; hãy giữ một lối`,
        `${list}: most of this paper spells ${example}; keep to one way`,
      );
  }
};

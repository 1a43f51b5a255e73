import type { Paragraph, Table } from 'docx';
import { formatLongDate, isDate } from '@dvk/sdk/text';
import type { Kit } from './kit.ts';
import type { Paper } from './paper.ts';

/** Shares of the head: the bodies at the left, the nation or the Party at the right. */
const shares = [0.42, 0.58] as const;

/** What stands in capitals; a tag of a template as it is, because its case has a meaning. */
const upper = (text: string) => (text.includes('{') ? text : text.toLocaleUpperCase('vi'));

/** Letters of a body's name that fit beside the national heading. */
const longestIssuer = 20;

/**
 * The name of a body on two lines where it is too long for one, each about as long: before the kind of the place if it has one
 * (“ỦY BAN NHÂN DÂN / TỈNH TÂY NINH”), else at the space nearest to the middle.
 */
export function issuerLines(name: string): string {
  if (name.length <= longestIssuer || name.includes('{')) return name;
  const place = name.search(/ (?:tỉnh|thành phố|xã|phường|đặc khu) /iu);
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  const at = place > 0 && Math.max(place, name.length - place) <= longestIssuer ? place : middle;
  return at === undefined ? name : `${name.slice(0, at)}\n${name.slice(at + 1)}`;
}

/** The date as papers write it; a tag of a template as it is. */
const dayOf = (date: string) => (isDate(date) ? formatLongDate(date) : date);

/** The bodies, the national heading, number, place and date: a table of two columns without borders, as Word has it. */
export function headOf(paper: Paper, kit: Kit): Table[] {
  const { profile, paragraph, rule, width } = kit;
  const center = { align: 'center' as const };
  const issuers = paper.issuers.map((name, at) =>
    paragraph(issuerLines(upper(name)), {
      ...(at === paper.issuers.length - 1 ? profile.issuer.own : profile.issuer.above),
      ...center,
    }),
  );
  const mark =
    profile.issuer.mark === 'star' ? paragraph('*', { size: 14, ...center }) : rule(62, { within: width * shares[0] });
  const national = profile.national.map(({ text, ...style }) => paragraph(text, { ...style, ...center }));
  const day = dayOf(paper.date);
  const dated = paper.place ? `${paper.place}, ${day}` : day.charAt(0).toLocaleUpperCase('vi') + day.slice(1);
  const number = [
    ...(paper.number === undefined
      ? []
      : [paragraph(`${profile.numberLabel}${paper.number}`, { ...profile.number, ...center })]),
    ...(paper.subject ? [paragraph(`V/v ${paper.subject}`, { ...profile.subject, ...center, before: 2 })] : []),
  ];
  return [
    kit.frame(shares, [
      [...issuers, mark],
      [...national, rule(profile.nationalRule, { within: width * shares[1] })],
    ]),
    kit.frame(shares, [
      number.length > 0 ? number : [paragraph('', { size: 6 })],
      [paragraph(dated, { ...profile.date, ...center })],
    ]),
  ];
}

/** Name of the kind, what the paper is about, and the rule or dashes below. */
export function titleOf({ title }: Paper, kit: Kit): Paragraph[] {
  if (!title) return [];
  const { name, about, mark } = kit.profile.title;
  const center = { align: 'center' as const, keepNext: true };
  return [
    kit.paragraph(upper(title.name), { ...name, ...center, before: 18 }),
    ...(title.about ? [kit.paragraph(title.about, { ...about, ...center })] : []),
    mark === 'rule'
      ? kit.rule(90, { after: 10 })
      : kit.paragraph('-----', { size: name.size - 2, ...center, after: 6 }),
  ];
}

/** “Kính gửi: …” */
export function addresseesOf({ addressees = [] }: Paper, kit: Kit): Paragraph[] {
  const { size } = kit.profile.body;
  const [only, ...others] = addressees;
  if (only === undefined) return [];
  if (others.length === 0)
    return [kit.paragraph(`Kính gửi: ${only}`, { size, align: 'center', before: 12, after: 12, keepNext: true })];
  return [
    kit.paragraph('Kính gửi:', { size, align: 'center', before: 12, keepNext: true }),
    ...addressees.map((name, at) =>
      kit.paragraph(`- ${name}${at === others.length ? '.' : ';'}`, {
        size,
        inset: Math.round(kit.width / 4),
        ...(at === others.length ? { after: 12 } : {}),
      }),
    ),
  ];
}

import type { Block } from '../papers/paper.ts';
import { issuerLines } from '../papers/head.ts';
import type { PaperProfile } from '../profiles/profile.ts';
import type { Values } from './template.ts';

/** The office that issues a paper: what a tenant's settings say of it. */
export interface PaperOffice {
  /** The body above: “Ủy ban nhân dân tỉnh Tây Ninh”. */
  above?: string | undefined;
  name: string;
  /** Where it is, before the date: “Tây Ninh”. */
  place: string;
  /** After the number: `UBND-VP` of a State body, `BTGDV` of a Party body. */
  symbol?: string | undefined;
  /** Who signs its papers, in words: “TL. CHỦ TỊCH”, “Chánh Văn phòng”, and the name. */
  signer?: Readonly<{ capacity?: string | undefined; position: string; name?: string | undefined }> | undefined;
}

const tag = (name: string) => `{${name}}`;

/** The bodies in the head of a template; the one above only where there is one. */
export const issuerTags = [
  '{#có cơ quan cấp trên}',
  tag('cơ quan cấp trên'),
  '{/có cơ quan cấp trên}',
  tag('cơ quan ban hành'),
] as const;

/** Place and date in the head of a template. */
export const dateTag = tag('địa danh và ngày tháng');

/** Number and symbol in the head of a template. */
export const numberTag = tag('số và ký hiệu');

/** What {@link issuerTags} and {@link dateTag} stand for. */
export function headValues({ above, name }: PaperOffice): Values {
  const upper = (text: string) => issuerLines(text.toLocaleUpperCase('vi'));
  return {
    'có cơ quan cấp trên': Boolean(above),
    'cơ quan cấp trên': above ? upper(above) : '',
    'cơ quan ban hành': upper(name),
    'tên cơ quan': name,
  };
}

/** Number and symbol of a letter; the number is left open where it is not given yet, because the clerk enters it. */
export function letterNumber({ symbol }: PaperOffice, number: string | undefined, { side }: PaperProfile): string {
  const own = number ?? '        ';
  return side === 'party' ? `${own}-CV/${symbol ?? '……'}` : `${own}/${symbol ?? '……'}`;
}

/** The text of a paper, a paragraph a line of what somebody wrote. */
export const prose = (name: string): Block[] => [
  { kind: 'tag', text: `{#${name}}` },
  { kind: 'paragraph', text: '{đoạn}' },
  { kind: 'tag', text: `{/${name}}` },
];

/** What the tags of {@link prose} stand for. */
export const proseValues = (text: string): Values[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ đoạn: line.trim() }));

/** A sample office, for samples of papers. */
export const sampleOffice: PaperOffice = {
  above: 'Ủy ban nhân dân tỉnh Mẫu',
  name: 'Ủy ban nhân dân phường Mẫu',
  place: 'Phường Mẫu',
  symbol: 'UBND',
  signer: { capacity: 'TL. CHỦ TỊCH', position: 'Chánh Văn phòng', name: 'Nguyễn Văn A' },
};

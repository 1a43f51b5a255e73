import { fold } from '@dvk/sdk/text';

/**
 * What a column holds. `group`: headings in a column next to their lines · `level-max`: points of the levels in `scoring`,
 * beside a `max` of the whole line · `other`: not part of a rubric, such as given scores.
 */
export type Column = 'number' | 'group' | 'title' | 'max' | 'level-max' | 'scoring' | 'evidence' | 'note' | 'other';

/** Columns of points by how likely they hold the maxima: `3` for certain, `0` for given scores. */
export type Guess = Exclude<Column, 'max' | 'level-max'> | 0 | 1 | 2 | 3;

const scores =
  /tu cham|tu danh gia|tu dg|tham dinh|dat duoc|ket qua|diem dat|doi chieu|nam truoc|(?:nam|quy|thang) \d|diem danh gia|hoi dong|cap tren|chi bo|to cong tac|doan kiem tra|thuc hien|thuc te|ca nhan|don vi|cham diem|diem cham|so sanh|chenh lech/;

/** What a heading names; the first that fits counts, the most particular come first. */
const names: readonly (readonly [Guess, RegExp])[] = [
  ['number', /^(?:s?tt|so tt|so thu tu|muc|ma(?: so)?|id|(?:(?:s|sr|sl)\.? ?)?no\.?|#)$/],
  ['group', /^(?:categor|section|area|topic)[a-z]*(?: no\.?)?$/],
  ['note', /ghi chu|note|remark/],
  ['evidence', /minh chung|kiem chung|van ban chung minh|tai lieu|ho so|evidence/],
  ['scoring', /muc do|cach (?:cham|tinh|xac dinh|danh gia)|huong dan|phuong phap|thang do|dien giai|mo ta|^how/],
  [0, /(?:tu cham|tu danh gia|tham dinh|dat duoc|nam truoc)/],
  [
    3,
    /toi da|thang diem|diem chuan|diem quy dinh|khung diem|muc diem|^max|maximum|(?:potential|possible|available) ?(?:points?|marks)|(?:points?|marks) (?:possible|available|assigned|allotted)/,
  ],
  [1, /diem (?:cong|tru|thuong|phat)/],
  [
    'title',
    /^(?:noi dung|tieu chi|chi tieu|criteri|linh vuc|tieu chuan|chi so|(?:description|rubric|requirement|feature|task|item|trait|component)s?$)/,
  ],
  [0, scores],
  [0, /(?:points?|marks|score) (?:received|earned|awarded)|(?:your|earned|actual) (?:score|points|marks)/],
  [2, /diem|points?(?![a-z])|score|^marks?$|^pts$|trong so|ty trong|weight|^percent/],
  ['title', /noi dung|tieu chi|chi tieu|criteri|hang muc|nhiem vu|cong viec/],
  ['group', /linh vuc|nhom/],
];

/** What a heading names, if it is known. */
export function guessOf(label: string): Guess | undefined {
  if (label.length > 120) return undefined;
  const folded = fold(label);
  return folded ? names.find(([, pattern]) => pattern.test(folded))?.[0] : undefined;
}

export const isTitle = (guess: Guess | undefined) => guess === 'title' || guess === 'group';

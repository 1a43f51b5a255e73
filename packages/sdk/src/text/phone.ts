import type { Bilingual } from '../errors/index.ts';
import { plainForm } from './plain-form.ts';

// Numbering plan of Việt Nam: mobiles have 10 digits 03/05/07/08/09x since 2018, land lines 11 digits 02x with an area code
// since 2017 (Quyết định 2036/QĐ-BTTTT of 2016), the networks of the police and army (069) and of the Government (080)
// have shorter ones, service numbers 1800/1900 have 8 or 10, and 1022, 1080, 111–119 are short codes.
const mobile = /^0[35789]\d{8}$/;
const landLine = /^02(?:[48]\d|0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|5[124-9]|6[0-39]|7[0-7]|9[0-4679])\d{7}$/;
const official = /^0(?:69\d{6,7}|80\d{5})$/;
const service = /^1(?:[89]00\d{4}(?:\d{2})?|0\d\d|1[1-9])$/;
// Mobiles of 11 digits, until 2018 (Quyết định 798/QĐ-BTTTT): the digits after the 0, then and now. 16x is now 3x.
const renewed = new Map(
  '120→70 121→79 122→77 123→83 124→84 125→85 126→76 127→81 128→78 129→82 186→56 188→58 199→59'
    .split(' ')
    .map((pair) => pair.split('→') as [string, string]),
);

const label =
  /^(?:(?:số )?(?:điện thoại|dien thoai|đ\.?\/?thoại|[đd]\.?\/?t(?:\.?(?:d\.?đ|cq|nr|cđ))?|s\.?[đd]\.?t|[dđ]\.?đ|di động|máy bàn|liên hệ|fax|gọi)|tel(?:ephone)?|(?:mobile |cell )?phone(?: number)?|mobile|hotline|zalo|viber)(?=[ :.+(\d])[ :.]*(?:(?:số|no)[ :.]+)?/iu;
const extensionAtEnd = /[ ,;(]*(?:(?:số )?(?:máy )?(?:lẻ|nhánh)|ext(?:ension)?|x|#)[ .:=]*(\d{1,6})\)?$/iu;
/** What is around a number that was cut out of a list or a sentence. */
const around = /^["'<[]+|[\]"'>;,:.!]+$/g;
const separators = /[ ().,\-·•/_']/g;

/** A telephone number as read, or what is wrong with it. */
export type PhoneReading = { stored: string; fault?: never } | { stored?: never; fault: Bilingual };

/**
 * Whether digits without separators are a number of a person or office (mobile, land line), a service number, or none.
 * `+84…`, `0084…` and `84…` count as `0…`, also with the `0` that should fall away (`+84 0912 …`).
 */
export function kindOfPhone(digits: string): { local: string; kind?: 'person' | 'service' } {
  const local = digits.replace(/^(?:\+|00)?84(?=0?[235-9]\d{6})0?/, '0').replace(/^(?:\+|00)?84(?=1[89]00\d{4})/, '');
  if (mobile.test(local) || landLine.test(local) || official.test(local)) return { local, kind: 'person' };
  return service.test(local) ? { local, kind: 'service' } : { local };
}

/**
 * Reads a Vietnamese telephone number however it is written – `+84 (0) 912.345.678`, `(024) 3825 1234 máy lẻ 12`,
 * `ĐT: 0912–345–678`, with full-width digits or invisible characters – into its one stored form: digits from `0`, or of a
 * service number (`1022`, `19006017`), and `;ext=12` for an extension. Otherwise `fault` says what is wrong. Numbers of before
 * 2018 are not converted, as the new one is only right if no digit was mistyped.
 */
export function readPhone(typed: string): PhoneReading {
  const text = plainForm(typed).replace(around, '').trim().replace(label, '');
  const [tail = '', extension] = extensionAtEnd.exec(text) ?? [];
  const digits = text.slice(0, text.length - tail.length).replace(separators, '');
  const { local, kind } = kindOfPhone(digits);
  if (kind) return { stored: extension === undefined ? local : `${local};ext=${extension}` };
  return { fault: faultOf(text, local) };
}

/** {@link readPhone} for those who need no reason: the stored form, or `undefined`. */
export function normalizePhone(typed: string): string | undefined {
  return readPhone(typed).stored;
}

/** A stored number as people write it: `0912 345 678`, `024 3825 1234, máy lẻ 12`. What is none comes back as it is. */
export function formatPhone(stored: string, lang: keyof Bilingual = 'vi'): string {
  const [number = '', extension] = stored.split(';ext=');
  const groups = mobile.test(number)
    ? /^(.{4})(.{3})(.*)$/
    : /^02[48]/.test(number)
      ? /^(.{3})(.{4})(.*)$/
      : landLine.test(number) || service.test(number)
        ? /^(.{4})(.{3,4}?)((?:.{3})?)$/
        : /^(.*)$/;
  const shown = number.replace(groups, (_, ...parts: string[]) => parts.slice(0, -2).filter(Boolean).join(' '));
  if (extension === undefined) return shown;
  return `${shown}, ${{ vi: 'máy lẻ', en: 'ext.' }[lang]} ${extension}`;
}

function faultOf(text: string, local: string): Bilingual {
  const parts = text.split(/ - |[/,;|]| (?:hoặc|và|or|and) /iu).filter((part) => /\d/.test(part));
  if (parts.length > 1 && parts.every((part) => kindOfPhone(part.replace(separators, '')).kind))
    return { vi: 'Chỉ nhập một số điện thoại.', en: 'Enter one phone number only.' };
  if (!/^\+?\d+$/.test(local))
    return {
      vi: 'Số điện thoại chỉ gồm chữ số, ví dụ 0912 345 678 hoặc 024 3825 1234; số máy lẻ viết sau chữ “máy lẻ”.',
      en: 'A phone number has digits only, such as 0912 345 678 or 024 3825 1234; an extension follows “ext.”.',
    };
  if (/^(?:\+|00)/.test(local))
    return {
      vi: 'Chỉ nhận số điện thoại Việt Nam, bắt đầu bằng 0 hoặc +84.',
      en: 'Only numbers of Việt Nam are taken, beginning with 0 or +84.',
    };
  const [, old = '', rest = ''] = /^0(1\d\d)(\d{7})$/.exec(local) ?? [];
  const now = old.startsWith('16') && old > '161' ? `3${old[2]}` : renewed.get(old);
  if (now) {
    const number = formatPhone(`0${now}${rest}`);
    return {
      vi: `Số di động 11 chữ số đã đổi từ năm 2018, số này nay là ${number}. Kiểm tra và nhập số mới.`,
      en: `Mobile numbers of 11 digits changed in 2018; this one is ${number} now. Check it and enter the new one.`,
    };
  }
  if (kindOfPhone(`0${local}`).kind && !local.startsWith('0'))
    return {
      vi: `Thiếu số 0 ở đầu: ${formatPhone(`0${local}`)}?`,
      en: `The first 0 is missing: ${formatPhone(`0${local}`)}?`,
    };
  if (/^0[2-8]\d{8,9}$/.test(local))
    return {
      vi: 'Không có mã vùng này. Số máy bàn có 11 chữ số, bắt đầu bằng 02 (mã vùng đã đổi năm 2017), ví dụ 024 3825 1234.',
      en: 'There is no such area code. Land lines have 11 digits beginning with 02 (area codes changed in 2017), such as 024 3825 1234.',
    };
  return /^0?2/.test(local)
    ? {
        vi: `Số máy bàn gồm 11 chữ số kể cả mã vùng, ví dụ 024 3825 1234; đã nhập ${local.length} chữ số.`,
        en: `A land line has 11 digits with its area code, for example 024 3825 1234; ${local.length} were entered.`,
      }
    : {
        vi: `Số điện thoại gồm 10 chữ số, ví dụ 0912 345 678; đã nhập ${local.length} chữ số.`,
        en: `A phone number has 10 digits, for example 0912 345 678; ${local.length} were entered.`,
      };
}

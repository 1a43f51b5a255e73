import { InputError } from '../errors/input-error.ts';

/** Headers of several sources, the later ones win: `null` takes one away, `undefined` says nothing. */
export type HeaderSource = Readonly<Record<string, string | null | undefined>> | undefined;

/**
 * Puts headers together, their names in any case.
 *
 * @returns the headers, and the names that any source set or took away, in small letters
 * @throws InputError `header` where a name or a value cannot be sent; it does not show the value
 */
export function headersOf(...sources: HeaderSource[]): { headers: Headers; names: ReadonlySet<string> } {
  const headers = new Headers();
  const names = new Set<string>();
  for (const [name, value] of sources.flatMap((source) => Object.entries(source ?? {}))) {
    if (value === undefined) continue;
    try {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    } catch {
      throw new InputError('header', `/headers/${name}`, {
        vi: `Tiêu đề "${name}" có ký tự không gửi được`,
        en: `Header "${name}" has characters that cannot be sent`,
      });
    }
    names.add(name.toLowerCase());
  }
  return { headers, names };
}

/**
 * The whole address of a call.
 *
 * @throws InputError `base-url` where nothing can be asked for there
 */
export function urlOf(baseUrl: string, rest: string): string {
  let url = '';
  try {
    // As `fetch` reads it: in a page also a relative one; never one with a password.
    ({ url } = new Request(baseUrl.replace(/\/+$/, '') + rest));
  } catch {}
  if (!/^https?:/.test(url) || /[?#]|^https?:\/*$/.test(baseUrl))
    throw new InputError('base-url', '/baseUrl', {
      vi: 'baseUrl phải là địa chỉ http(s), không có mật khẩu, "?" hay "#"',
      en: 'baseUrl must be an http(s) address without password, "?" or "#"',
    });
  return url;
}

/**
 * A number of milliseconds or of times; `Infinity` is one.
 *
 * @throws InputError `number` for anything else
 */
export function checkNumber(name: string, value: number): number {
  if (value >= 0) return value;
  throw new InputError('number', `/${name}`, {
    vi: `${name} phải là số không âm`,
    en: `${name} must be a number from 0`,
  });
}

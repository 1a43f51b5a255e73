import { isWellFormed } from '../text/well-formed.ts';
import { InputError } from '../errors/input-error.ts';

/** What may replace a `{name}` of a path. */
export type PathValue = string | number;

/**
 * Puts values into a path such as `/v1/cases/{id}`. A value is always exactly one segment: it is percent-encoded, and
 * refused if it is missing, empty, a dot segment (`.` or `..`, which URL parsers resolve) or not well-formed text.
 *
 * @throws InputError `path-segment` with the pointer of the parameter.
 */
export function fillPath(path: string, params: Readonly<Record<string, PathValue>> = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? `${params[name] ?? ''}` : '';
    if (/^\.{0,2}$/.test(value) || !isWellFormed(value))
      throw new InputError('path-segment', `/params/${name}`, {
        vi: `Giá trị "${name}" không dùng được trong địa chỉ`,
        en: `The value "${name}" cannot be used in an address`,
      });
    return encodeURIComponent(value);
  });
}

/** The query with its `?`, or an empty string. `undefined` is left out; the name of an array is repeated. */
export function queryText(query: object = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) if (one !== undefined) search.append(name, `${one}`);
  return `${search}` && `?${search}`;
}

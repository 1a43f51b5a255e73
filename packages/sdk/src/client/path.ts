import { isWellFormed } from '../text/well-formed.ts';
import { InputError } from '../errors/input-error.ts';

/** What may stand for a `{name}` of a path. */
export type PathValue = string | number;

/**
 * Puts values into a path such as `/v1/cases/{id}`. A value fills exactly one segment whatever it contains: it is percent-encoded,
 * and refused when it is missing, empty, a dot segment (`.`, `..`: an address parser would climb) or not well-formed text.
 *
 * @throws InputError `path-segment` with the pointer of the parameter.
 */
export function fillPath(path: string, params: Readonly<Record<string, PathValue>> = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? `${params[name] ?? ''}` : '';
    if (/^\.{0,2}$/.test(value) || !isWellFormed(value))
      throw new InputError('path-segment', `/params/${name}`, {
        vi: `Giá trị "${name}" không dùng được trong địa chỉ`,
        en: `"${name}" cannot stand in an address`,
      });
    return encodeURIComponent(value);
  });
}

/** Query text with its `?`, or nothing. `undefined` is left out; an array repeats its name. */
export function queryText(query: object = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((one) => one !== undefined)
      .map((one) => [name, `${one}`]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

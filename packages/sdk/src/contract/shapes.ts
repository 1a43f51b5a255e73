import * as z from 'zod/mini';
import { isPhone, isRealDate, isSeen, keepsDirection, storedPhone, tidyWithin } from './tidy.ts';

// Control characters cannot be stored (PostgreSQL refuses U+0000) and never come from a keyboard; tab and line ends may.
// oxlint-disable-next-line no-control-regex
const noControls = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u;

/** Text as it is stored, of at most `max` characters (code points); longer text is checked no further. */
const tidied = (max: number, ...lower: z.core.$ZodCheck<string>[]) =>
  z
    .string()
    .check(
      z.overwrite(tidyWithin(max)),
      ...lower,
      z.maxLength(max, { abort: true }),
      z.regex(noControls, { error: 'control-characters' }),
      z.refine(keepsDirection, { error: 'direction-characters' }),
      z.refine(isSeen, { error: 'only-invisible' }),
    );

/** Required text of 1 to `max` characters (code points). */
export const text = (max: number) => tidied(max, z.minLength(1));

/** Text of 0 to `max` characters (code points). */
export const optionalText = (max: number) => z.optional(tidied(max));

/** An identifier made by the server (UUID, lower case). */
export const id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** A short stable key of a rubric, criterion, unit kind …: `a-z`, digits, `-`, `_`, `.`. */
export const key = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));

/** The code of a commune, five digits. */
export const communeCode = z.string().check(z.regex(/^\d{5}$/));

/** A calendar date that exists, `YYYY-MM-DD`, 1900–2199. */
export const date = z
  .string()
  .check(
    z.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'not-a-date' }),
    z.refine(isRealDate, { error: 'not-a-date' }),
  );

/** A Vietnamese telephone number in any usual spelling, stored in the one form of `normalizePhone`. */
export const phone = z
  .string()
  .check(z.maxLength(80, { abort: true }), z.overwrite(storedPhone), z.refine(isPhone, { error: 'not-a-phone' }));

/** An instant, RFC 3339 with offset. */
export const instant = z.iso.datetime({ offset: true });

/** Points: an integer count of hundredths, so that 8.05 + 8.15 is exact. */
export const points = z.int().check(z.gte(-1_000_000), z.lte(1_000_000));

/** A strong entity tag, quoted: `"v3"`. Send it back as `If-Match`. */
export const etag = z.string().check(z.regex(/^"v\d{1,10}"$/));

/** Query parameters of every list. A `limit` above 100 is refused. */
export const pageQuery = {
  cursor: z.optional(z.string().check(z.maxLength(1024))),
  limit: z.optional(z.coerce.number<string | number>().check(z.int(), z.gte(1), z.lte(100))),
};

/** Search text of a list. */
export const search = optionalText(200);

/** A filter that takes several values: what has any of them. In an address the parameter is repeated for each. */
export const anyOf = <T extends z.ZodMiniType>(value: T) => z.optional(z.array(value).check(z.maxLength(30)));

/**
 * How many records of a list there are: in `total`, and by each value of some filters. What is counted by a filter keeps to
 * all filters of the query but that one, so that the counts of the tabs not chosen stay right.
 *
 * @example counts({ status: caseStatuses, due: dueClasses })
 */
export const counts = <const Facets extends Readonly<Record<string, readonly string[]>>>(facets: Facets) => {
  const countsOf = ([name, values]: [string, readonly string[]]) => [
    name,
    z.object(Object.fromEntries(values.map((value) => [value, z.int()]))),
  ];
  type CountsOf<Values extends readonly string[]> = z.ZodMiniObject<Record<Values[number], z.ZodMiniNumberFormat>>;
  return z.object({
    /** The moment of the count; what is due is judged by it. */
    asOf: instant,
    total: z.int(),
    by: z.object(
      Object.fromEntries(Object.entries(facets).map(countsOf)) as { [Name in keyof Facets]: CountsOf<Facets[Name]> },
    ),
  });
};

/** A page of a list. A page may be empty and still have a `nextCursor`; `null` means the end. */
export const page = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });

/** A sentence in both languages. */
export const bilingual = z.object({ vi: z.string(), en: z.string() });

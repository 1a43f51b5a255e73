import * as fc from 'fast-check';

/** Sometimes the rare one. */
export const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 6): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });

/** Texts that trip parsers, databases and file systems. */
export const oddTexts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\udc00x',
    '\ufeff',
    '%',
    '%00',
    '%2e%2e',
    '..',
    '../..',
    '/',
    '\\',
    '*',
    ':id',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    'true',
    '[]',
    '{}',
    "'; DROP TABLE unit; --",
    '%%',
    '_',
    '\\%',
    '$1',
    '${x}',
    '1e309',
    '-1',
    '0x10',
    '9'.repeat(40),
    '٣',
    'x'.repeat(3000),
    '🛣️',
    'ư\u0301\u0323',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** A header value: what the platform lets through. */
export const oddHeader = oddTexts.filter((text) => /^[\t\x20-\x7e\x80-\xff]*$/.test(text));

/** Bodies that are no JSON, or JSON that should not be taken lightly. */
export const oddJson = fc.constantFrom(
  '',
  ' ',
  '{',
  '}',
  '[',
  '"',
  '{"a":',
  '{"a":1,}',
  "{'a':1}",
  'nul',
  'NaN',
  '-',
  '01',
  '1e',
  '"\\x"',
  '"\\ud8"',
  '\ufeff{}',
  '{} {}',
  '{}\0',
  'null',
  'true',
  '0',
  '-0',
  '1e999',
  '-1e999',
  '1e-999',
  '123456789012345678901234567890',
  '""',
  '[]',
  '{}',
  '"\\u0000"',
  '"\\ud800"',
  '{"__proto__":{"roles":["administrator"]},"constructor":{"prototype":{}}}',
  '{"title":"a","title":"b"}',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  `[${'1,'.repeat(100_000)}1]`,
  `"${'x'.repeat(1_100_000)}"`,
);

/** Bytes that are no text. */
export const oddBytes = fc.oneof(
  fc
    .constantFrom(
      [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00],
      [0x7b, 0xc3, 0x28, 0x7d],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
      [0x1f, 0x8b, 8, 0],
    )
    .map((bytes) => new Uint8Array(bytes)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
);

/** A value with something in it changed: a field gone, replaced, buried or added. */
export function mutated(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const intruder = fc.oneof(
    oddTexts,
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -0,
      -1,
      0.1,
      1e21,
      Number.MAX_SAFE_INTEGER,
      2 ** 53,
      2 ** 63,
      [],
      {},
      [[]],
      { '': {} },
    ),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const name = fc.oneof(fc.constantFrom('__proto__', 'id', 'tenant', 'status', 'etag', ''), oddTexts);
  return fc
    .tuple(values, fc.array(fc.tuple(fc.nat(), fc.nat(3), intruder, name), { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => {
      let result = structuredClone(value);
      // Copied, because a later change may put the same value into itself.
      for (const [where, how, other, added] of changes)
        result = change(result, where, how, structuredClone(other), added);
      return result;
    });
}

function change(value: unknown, where: number, how: number, other: unknown, added: string): unknown {
  if (typeof value !== 'object' || value === null) return how === 2 ? [value] : other;
  const names = Object.keys(value);
  const name = names[where % Math.max(1, names.length)];
  const fields = value as Record<string, unknown>;
  if (how === 3 || name === undefined) {
    if (Array.isArray(value)) value.push(other);
    // Defined, so that `__proto__` too becomes a field like any other.
    else Object.defineProperty(value, added, { value: other, enumerable: true, configurable: true, writable: true });
  } else if (how === 0) {
    delete fields[name];
  } else if (where % 3 === 0) {
    fields[name] = change(fields[name], where >> 2, how, other, added);
  } else {
    fields[name] = how === 1 ? other : [fields[name]];
  }
  return value;
}

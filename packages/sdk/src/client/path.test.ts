import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { fillPath, queryText } from './path.ts';

// Ordinary text, plus what people use to break out of a segment.
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '.',
    '..',
    '',
    '../admin',
    '%2e%2e',
    '%2E.',
    '.%2e',
    '/',
    '\\',
    '..\\',
    '?a=1',
    '#x',
    ';',
    '//host',
    '\t..',
    '..\n',
    '\u0000',
    '@',
    ':',
  ),
  fc
    .array(fc.constantFrom('.', '/', '%2e', '%2f', '\\', '?', '#', '%', ' ', '\n', '\t', 'a'))
    .map((parts) => parts.join('')),
);

test('whatever the values, the address has the template’s segments and gives them back', () => {
  fc.assert(
    fc.property(value, value, (id, other) => {
      let path: string;
      try {
        path = fillPath('/v1/cases/{id}/notes/{other}', { id, other });
      } catch (error) {
        assert.ok([id, other].some((one) => ['', '.', '..'].includes(one) || !one.isWellFormed()));
        assert.equal((error as Error).name, 'InputError');
        return;
      }
      const url = new URL(`https://dvk.example/api${path}`);
      const segments = url.pathname.split('/');
      assert.equal(url.host, 'dvk.example');
      assert.equal(url.search + url.hash, '');
      assert.equal(segments.length, 7);
      assert.deepEqual(segments.map(decodeURIComponent), ['', 'api', 'v1', 'cases', id, 'notes', other]);
    }),
    { numRuns: 2000 },
  );
});

test('a missing or inherited value is refused with its pointer', () => {
  for (const name of ['id', 'toString', '__proto__'])
    assert.throws(() => fillPath(`/v1/cases/{${name}}`, {}), { name: 'InputError', pointer: `/params/${name}` });
  for (const id of [undefined, null])
    assert.throws(() => fillPath('/v1/cases/{id}', { id: id as unknown as string }), { pointer: '/params/id' });
});

test('query values arrive as they were', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), (query) => {
      const url = new URL(`https://dvk.example/v1/cases${queryText(query)}`);
      assert.deepEqual([...url.searchParams], Object.entries(query));
      assert.equal(url.pathname + url.hash, '/v1/cases');
    }),
  );
  assert.equal(queryText({ a: undefined, b: ['x', 'y'], c: 0, d: false }), '?b=x&b=y&c=0&d=false');
  assert.equal(queryText({}), '');
});

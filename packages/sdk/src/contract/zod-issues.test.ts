import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { date, instant, optionalText, points, text } from './shapes.ts';
import { describeFieldError } from './field-errors.ts';
import { fieldIssues } from './zod-issues.ts';

function check(schema: z.ZodMiniType, input: unknown): Record<string, string> {
  const result = z.safeParse(schema, input);
  return Object.fromEntries(
    fieldIssues(result.error?.issues ?? [], input).map(({ pointer, code }) => [pointer, code] as const),
  );
}

test('each kind of fault has its own code at its own pointer', () => {
  const Form = z.object({
    name: text(10),
    note: optionalText(3),
    kind: z.enum(['a', 'b']),
    on: date,
    at: instant,
    points,
    tags: z.array(text(5)).check(z.maxLength(2)),
    consent: z.literal(true),
    email: z.email(),
    'a/b~c': z.object({ deep: text(5) }),
  });
  assert.deepEqual(
    check(Form, {
      name: '   ',
      note: 'long',
      kind: 'c',
      on: '2026-02-30',
      at: 'yesterday',
      points: 'x',
      tags: ['a', 'b', 'c'],
      consent: false,
      email: 'no',
      'a/b~c': { deep: 5 },
    }),
    {
      '/name': 'required',
      '/note': 'too-long',
      '/kind': 'not-an-option',
      '/on': 'not-a-date',
      '/at': 'not-an-instant',
      '/points': 'not-a-number',
      '/tags': 'too-many',
      '/consent': 'must-agree',
      '/email': 'wrong-format',
      '/a~1b~0c/deep': 'wrong-type',
    },
  );
});

test('what is absent is required, whatever its type', () => {
  const Form = z.object({ name: text(10), kind: z.enum(['a']), points, tags: z.array(text(5)), on: date });
  assert.deepEqual(check(Form, {}), {
    '/name': 'required',
    '/kind': 'required',
    '/points': 'required',
    '/tags': 'required',
    '/on': 'required',
  });
});

test('control characters and a malformed date are named', () => {
  assert.deepEqual(check(z.object({ a: text(10), b: date }), { a: 'x\u0000', b: '1/2/2026' }), {
    '/a': 'control-characters',
    '/b': 'not-a-date',
  });
});

test('text that shows nothing, or reads in another direction than it is written, is refused in both languages', () => {
  const Form = z.object({ a: text(300), b: optionalText(300) });
  const invisible = [
    '\u200b',
    '\u2060\ufeff',
    '\u3164',
    '\u115f',
    '\u2800',
    '\u00ad',
    '\u200d\u200d',
    '\ufe0f',
    '\u0301',
  ];
  for (const nothing of [...invisible, '\u{e0020}', ' \u200b ']) {
    assert.deepEqual(check(Form, { a: nothing, b: nothing }), { '/a': 'only-invisible', '/b': 'only-invisible' });
  }
  for (const turned of ['a\u202efdp.exe', '\u202a', 'x\u2066y\u2069']) {
    assert.equal(check(Form, { a: turned, b: turned })['/a'], 'direction-characters');
    assert.equal(check(Form, { a: turned, b: turned })['/b'], 'direction-characters');
  }
  for (const good of ['Đường', '1', '–', '👨‍👩‍👧', 'a\u200bb', 'cà\u00adphê', 'e\u0301']) {
    assert.deepEqual(check(Form, { a: good, b: '' }), {});
  }
  assert.equal(describeFieldError('only-invisible'), 'Chỉ có ký tự không nhìn thấy được; vui lòng nhập chữ');
  assert.match(describeFieldError('direction-characters', {}, 'en'), /direction of writing/);
});

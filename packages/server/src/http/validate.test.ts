import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api } from '@dvk/sdk/api';
import { assertGrowsWithLength } from '../../../sdk/src/text/testkit/growth.ts';
import { fileName } from '../attachments/file-name.ts';
import { nastyTexts } from '../../../sdk/src/text/testkit/nasty.ts';
import { negotiateLocale } from '../problems/locale.ts';
import { HttpProblem } from '../problems/problem.ts';
import { isUnchanged } from './etag.ts';
import { readIdempotencyKey } from './idempotency.ts';
import { callerAddress } from './remote-address.ts';
import { checkBody, checkQuery } from './validate.ts';

const size = 256 * 1024;

function refusal(run: () => unknown): HttpProblem {
  try {
    run();
  } catch (error) {
    if (error instanceof HttpProblem) return error;
    throw error;
  }
  throw new Error('was taken');
}

test('a list of far too many items is refused for its length, without a look at each', () => {
  const { body } = api.assessments.putSelfLines;
  const { issues } = refusal(() =>
    checkBody(
      body,
      Array.from({ length: 500_000 }, () => 1),
    ),
  ).extras;
  assert.deepEqual(issues, [{ pointer: '', code: 'too-many', params: { max: 1000 } }]);
  const line = { criterionId: 'a', value: { points: 1 }, evidence: Array.from({ length: 500_000 }, () => 1) };
  assert.deepEqual(refusal(() => checkBody(body, [line])).extras.issues, [
    { pointer: '/0/evidence', code: 'too-many', params: { max: 10 } },
  ]);
  const attachments = Array.from({ length: 500_000 }, () => 1);
  assert.deepEqual(refusal(() => checkBody(api.cases.create.body, { attachments })).extras.issues, [
    { pointer: '/attachments', code: 'too-many', params: { max: 10 } },
  ]);
});

test('a parameter given twice is refused, and very many take no longer than in proportion', async () => {
  const { query } = api.units.list;
  assert.deepEqual(refusal(() => checkQuery(query, new URLSearchParams('q=a&q=b'))).extras.issues, [
    { pointer: '/query/q', code: 'wrong-type' },
  ]);
  await assertGrowsWithLength('many parameters', size, (length) => {
    const same = new URLSearchParams('a=1&'.repeat(length / 4));
    const different = new URLSearchParams(Array.from({ length: length / 8 }, (_, index) => [`a${index}`, '']));
    return () => [checkQuery(query, same), checkQuery(query, different)];
  });
});

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'Accept-Language': negotiateLocale,
  'If-None-Match': (text) => isUnchanged(text, '"v1"'),
  // Longer than any key that is taken.
  'Idempotency-Key': (text) => refusal(() => readIdempotencyKey(`${text}${'k'.repeat(300)}`)),
  'X-Forwarded-For': (text) => callerAddress(text, undefined, 1),
  // The longest that the contract takes.
  'Content-Disposition': (text) => fileName(`attachment; ${text}`.slice(0, 2048), 'application/pdf'),
  'Content-Disposition, a name': (text) => fileName(`attachment; filename="${text}`.slice(0, 2048), 'image/png'),
};

for (const [name, read] of Object.entries(readers)) {
  test(`${name} is read in a time that grows no faster than its text`, async () => {
    for (const nasty of nastyTexts) {
      await assertGrowsWithLength(`${name} of ${nasty.name}`, size, (length) => {
        const text = nasty.ofLength(length);
        return () => read(text);
      });
    }
  });
}

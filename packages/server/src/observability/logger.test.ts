import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeError } from './logger.ts';

test('says what failed, also where a library reports an error as a plain object', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const { type, message, code } = describeError({ ...refused, message: refused.message, queue: 'notices' });
  assert.deepEqual({ type, message, code }, { type: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' });
});

test('shows no values that the database quotes, in an error or such an object', () => {
  const values = {
    message: 'Failed query: insert … params: Nguyễn Văn A',
    query: 'insert …',
    params: ['Nguyễn Văn A'],
  };
  for (const error of [values, Object.assign(new Error(values.message), values)])
    assert.doesNotMatch(JSON.stringify(describeError(error)), /Nguyễn/);
});

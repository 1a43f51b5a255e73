import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { events } from '../api/events.ts';
import { isWebhookKind, NewWebhook, webhookKinds } from './index.ts';
import { bodies } from './sample.ts';

describe('webhooks', () => {
  test('every kind is an event of the catalogue, once', () => {
    for (const kind of webhookKinds) assert.ok(kind in events, kind);
    assert.equal(new Set(webhookKinds).size, webhookKinds.length);
  });

  test('what stays between the offices is told to nobody', () => {
    for (const kind of ['case.noted', 'case.linked', 'case.extension-requested', 'assessment.appraiser-scored'])
      assert.ok(kind in events && !isWebhookKind(kind), kind);
  });

  test('an address has http or https and no white space', () => {
    const of = (url: string) => NewWebhook.safeParse({ ...bodies.create, url }).success;
    assert.deepEqual(
      [of('https://a.example/x'), of('ftp://a.example'), of('https://a b'), of('a')],
      [true, false, false, false],
    );
  });
});

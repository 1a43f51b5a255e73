import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Model } from '../models/schema.ts';
import type { Client } from './client-over.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Never called: the compiler is the test. */
async function calls(client: Client, id: string): Promise<void> {
  const model = await client.models.get({ params: { id } });
  const gets: Same<typeof model, Model> = true;
  await client.session.get();
  const nothing: Same<Awaited<ReturnType<Client['attachments']['download']>>, Blob> = true;
  for await (const { code } of client.cases.list({ query: { due: ['overdue', 'soon'] } })) code satisfies string;
  await client.models.transition({ params: { id }, body: { action: 'start' } }, { ifMatch: '"v1"' });

  // @ts-expect-error -- a change of what others may change needs its version
  await client.models.transition({ params: { id }, body: { action: 'start' } });
  // @ts-expect-error -- a path needs its parameters
  await client.models.get();
  // @ts-expect-error -- no such action
  await client.models.transition({ params: { id }, body: { action: 'fly' } }, { ifMatch: '"v1"' });
  // @ts-expect-error -- the proof travels in a header
  await client.cases.track({ params: { code: 'x' } });
  // @ts-expect-error -- what is not a list cannot be iterated
  for await (const part of client.models.get({ params: { id } })) void part;
  void [gets, nothing];
}

test('calls take and give what the contract says', () => {
  assert.equal(typeof calls, 'function');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keyring } from '../secrets/keyring.ts';
import type { StoredEvent } from './event.ts';
import { digestsOf, emptyLedger, hashOf, oldHashOf, sealOf } from './hashes.ts';

// Hashes are kept for ever, and anchors of them are published: what these values pin down may not change in any version.
const keyring = new Keyring('a secret key for tests, long enough');
const event: StoredEvent = {
  tenant: 'test',
  position: 1,
  subject: 'model/0192f0c1-0000-7000-8000-000000000001',
  sequence: 1,
  kind: 'model.corrected',
  at: '2026-11-20T02:00:00.000Z',
  actor: { subject: 'người-1', roles: ['unit-officer'], unitId: null },
  data: { fields: ['name', 'Đường hoa\u2028"\\'], points: 1e21, small: 1e-7 },
  state: { model: 'digest' },
};
/** The same in another order of keys, as a database may give it back. */
const reordered = Object.fromEntries(Object.entries(event).toReversed()) as unknown as StoredEvent;

test('the hash of an event covers its canonical JSON and the hash before it', () => {
  const hash = hashOf(keyring, emptyLedger.hash, event).toString('hex');
  assert.equal(hash, 'ae49cf8b9596482b514052e8f7b28613f6e063825a3b5c6ee4454a097f160780');
  assert.equal(hashOf(keyring, emptyLedger.hash, reordered).toString('hex'), hash);
});

test('the seal covers how many events there are and the last hash', () => {
  const end = { count: 1, hash: hashOf(keyring, emptyLedger.hash, event) };
  assert.equal(
    sealOf(keyring, 'test', end).toString('hex'),
    '812235e7113232c8075e728376100a26f079e6fd93bb89d20a4ed789741c1af8',
  );
});

test('the hash of an event of before the ledger needs no key', () => {
  assert.equal(
    oldHashOf(emptyLedger.hash, event).toString('hex'),
    '83763ef788f8e67bc832ddcc791faea5151db97e046172ae900fa672e062e683',
  );
  assert.equal(
    oldHashOf(emptyLedger.hash, reordered).toString('hex'),
    '83763ef788f8e67bc832ddcc791faea5151db97e046172ae900fa672e062e683',
  );
});

test('the digest of a record covers canonical JSON without empty fields', () => {
  const model = { name: 'Đường hoa', tags: ['b', 'a'], budget: 1.5, sealed: Buffer.from('x'), address: null };
  const expected = { model: '0hCKtw328U6mgRDd687iCqHMLhPCHefCSh4FlrdyWQI', attachments: null };
  assert.deepEqual(digestsOf(keyring, 'test', event.subject, { model, attachments: null }), expected);
  const { address: _, ...shorter } = Object.fromEntries(Object.entries(model).toReversed());
  assert.deepEqual(digestsOf(keyring, 'test', event.subject, { model: shorter, attachments: null }), expected);
});

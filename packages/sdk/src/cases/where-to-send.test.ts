import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPlaces } from '../places/index.ts';
import { whereToSend } from './where-to-send.ts';

test('a commune of another province leads to its namesakes in the own one, and to the national portal', async () => {
  const places = await loadPlaces();
  const tayNinh = places.provinces.find(({ name }) => name === 'Tây Ninh')!.code;
  const named = (name: string, own: boolean) =>
    places.communes.find((each) => each.name === name && (each.province === tayNinh) === own)!;
  const wayOut = whereToSend(places, named('Tân Ninh', false).code, tayNinh);
  assert.deepEqual(
    wayOut?.likely.map(({ code }) => code),
    [named('Tân Ninh', true).code],
  );
  assert.match(wayOut.elsewhere.url, /^https:\/\/dichvucong\.gov\.vn\//);
  assert.equal(wayOut.elsewhere.basis.confidence, 'from-memory');
  assert.equal(whereToSend(places, named('Tân Ninh', true).code, tayNinh), undefined);
  assert.deepEqual(whereToSend(places, '99999', tayNinh)?.likely, []);
});

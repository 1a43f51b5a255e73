import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCode } from '../text/codes.ts';
import { readTrackingLink, trackingLink } from './tracking-link.ts';

const keys = { code: makeCode('PA', '2026-11-29', 5), secret: 'TNXE-4MC7-VQX2-6ATN' };

test('both codes are in the fragment, so that no server gets them', () => {
  const link = trackingLink('https://dvk.example.vn/tra-cuu?lang=vi', keys);
  const { search, hash } = new URL(link);
  assert.equal(search, '?lang=vi');
  assert.equal(hash, `#dvk=${keys.code}.${keys.secret}`);
  assert.deepEqual(readTrackingLink(link), keys);
});

test('a fragment that the page has already stays', () => {
  for (const page of ['/portal#/tra-cuu', '/portal#', '/portal#/tra-cuu?tab=1']) {
    const link = trackingLink(page, keys);
    assert.ok(link.startsWith(page), link);
    assert.deepEqual(readTrackingLink(link), keys, link);
  }
});

test('codes are read however they arrive', () => {
  const plain = keys.code.replaceAll('-', '') + keys.secret.replaceAll('-', '');
  for (const written of [
    `#dvk=${plain}`,
    `#dvk=${plain.toLowerCase()}`,
    `#DVK=${keys.code.toLowerCase()}.${keys.secret.replaceAll('-', '')}`,
    `#dvk=${keys.code.replaceAll('0', 'O')}.${keys.secret}`,
    `#dvk=${encodeURIComponent(`${keys.code}. ${keys.secret}`)}`,
    `#dvk=${keys.code.replaceAll('-', '–')}%2E${keys.secret}`,
    `#dvk=${keys.code}.${keys.secret}&utm=zalo`,
    `https://dvk.example.vn/tra-cuu#dvk=${keys.code}.${keys.secret}.`,
  ])
    assert.deepEqual(readTrackingLink(written), keys, written);
});

test('what is no link gives nothing', () => {
  for (const written of [
    '',
    keys.code,
    `#${keys.code}.${keys.secret}`,
    `?dvk=${keys.code}.${keys.secret}`,
    `#dvk=${keys.code}`,
    `#dvk=${keys.code}.TNXE-4MC7-VQX2`,
    `#dvk=${makeCode('PA', '2026-11-29', 5).replace('0005', '0006')}.${keys.secret}`,
    '#dvk=%E0%A4%A',
    `#dvk=${'A'.repeat(100_000)}`,
  ])
    assert.equal(readTrackingLink(written), undefined, written.slice(0, 80));
});

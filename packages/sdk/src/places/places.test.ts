import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import communesFile from './data/communes.json' with { type: 'json' };
import formerFile from './data/former.json' with { type: 'json' };
import {
  communesOf,
  formatAddress,
  formatPlace,
  loadPlaces,
  placeChanges,
  placeOn,
  predecessorsOf,
  readPlaces,
  successorsOf,
  type Places,
} from './index.ts';

const places = await loadPlaces();

function count(items: { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function kindsOn(date: string): Record<string, number> {
  const at = [...places.provinces, ...places.communes].map(({ code }) => placeOn(places, code, date)!);
  return count(at);
}

test('there are 34 provinces and 3,321 communes, counted by kind at each date', () => {
  assert.equal(places.provinces.length, 34);
  assert.equal(places.communes.length, 3321);
  assert.deepEqual(kindsOn('2025-07-01'), { city: 6, province: 28, ward: 687, commune: 2621, 'special-zone': 13 });
  assert.deepEqual(kindsOn('2026-04-30'), { city: 7, province: 27, ward: 697, commune: 2611, 'special-zone': 13 });
  assert.deepEqual(kindsOn('2026-09-01'), { city: 8, province: 26, ward: 697, commune: 2611, 'special-zone': 13 });
  assert.deepEqual(kindsOn('2026-09-20'), { city: 9, province: 25, ward: 709, commune: 2599, 'special-zone': 13 });
  assert.deepEqual(count([...places.provinces, ...places.communes]), kindsOn('2026-09-20'));
});

test('codes are strings with their leading zeros, unique, and every commune has its province', () => {
  const codes = places.communes.map(({ code }) => code);
  assert.equal(new Set(codes).size, 3321);
  assert.ok(codes.every((code) => /^\d{5}$/.test(code)));
  assert.ok(places.provinces.every(({ code }) => /^\d{2}$/.test(code)));
  const provinces = new Set(places.provinces.map(({ code }) => code));
  assert.ok(places.communes.every(({ province }) => provinces.has(province)));
  assert.equal(formatAddress(places, placeOn(places, '00004')!), 'phường Ba Đình, thành phố Hà Nội');
  assert.equal(placeOn(places, '4'), undefined);
});

test('names are composed Unicode, exotic ones too', () => {
  const names = [...places.provinces, ...places.communes, ...places.former].map(({ name }) => name);
  assert.ok(names.every((name) => name === name.normalize('NFC') && name === name.trim() && !/['\s]{2}|'/.test(name)));
  const byName = new Set(places.communes.map(formatPlace));
  for (const name of ['xã M’Drắk', 'phường B’Lao', 'xã Ea H’Leo', 'phường Văn Miếu - Quốc Tử Giám', 'xã Phú Hòa 1']) {
    assert.ok(byName.has(name), name);
  }
  const islands = places.communes.filter(({ kind }) => kind === 'special-zone').map(({ name }) => name);
  const expected =
    'Bạch Long Vĩ, Cát Hải, Côn Đảo, Cô Tô, Cồn Cỏ, Hoàng Sa, Kiên Hải, Lý Sơn, Phú Quý, Phú Quốc, Thổ Châu, Trường Sa, Vân Đồn';
  assert.deepEqual(islands.toSorted(), expected.split(', ').toSorted());
});

test('a province that became a city keeps its code; the name follows the date', () => {
  const nameOn = (date?: string) => formatPlace(placeOn(places, '75', date)!);
  assert.equal(nameOn('2026-04-29'), 'tỉnh Đồng Nai');
  assert.equal(nameOn('2026-04-30'), 'thành phố Đồng Nai');
  assert.equal(nameOn(), 'thành phố Đồng Nai');
  assert.equal(formatAddress(places, placeOn(places, '26368')!, '2026-01-01'), 'xã Long Thành, tỉnh Đồng Nai');
  assert.equal(formatPlace(placeOn(places, '22', '2026-08-31')!), 'tỉnh Quảng Ninh');
  assert.equal(formatPlace(placeOn(places, '24', '2026-09-20')!), 'thành phố Bắc Ninh');
  assert.throws(() => placeOn(places, '75', '30/4/2026'), { name: 'InputError', code: 'not-a-date' });
});

test('every dated change names a place that was of the old kind, and its legal basis', () => {
  for (const { code, from, was, is, basis } of placeChanges) {
    assert.equal(placeOn(places, code, '2025-07-01')?.kind, was, code);
    assert.equal(placeOn(places, code)?.kind, is, code);
    assert.ok(basis.number && basis.from === from && basis.confidence);
  }
  assert.equal(new Set(placeChanges.map(({ code }) => code)).size, placeChanges.length);
});

test('before 1/7/2025 a code means the commune of that time', () => {
  const old = placeOn(places, '00001', '2025-06-30')!;
  assert.equal(formatAddress(places, old), 'phường Phúc Xá, quận Ba Đình, thành phố Hà Nội');
  assert.equal(placeOn(places, '00001', '2025-07-01'), undefined);
  assert.equal(placeOn(places, '75', '2025-06-30'), undefined);
});

test('old and new codes lead to each other, also where a commune was divided', () => {
  assert.equal(new Set(places.former.flatMap(({ code }) => code ?? [])).size, 10_035);
  assert.deepEqual(successorsOf(places, '00001').map(formatPlace), ['phường Hồng Hà']);
  assert.deepEqual(successorsOf(places, '99999'), []);
  const divided = places.former.filter(({ now }) => now.length > 1);
  assert.ok(divided.length > 0);
  const current = new Set(places.communes.map(({ code }) => code));
  assert.ok(places.former.every(({ now }) => now.length > 0 && now.every((code) => current.has(code))));
  const merged = predecessorsOf(places, '00004').map(formatPlace);
  assert.ok(merged.includes('phường Trúc Bạch') && merged.includes('phường Quán Thánh'));
});

test('communes of a province come alphabetically, named as on the date', () => {
  const names = communesOf(places, '75', '2026-01-01').map(formatPlace);
  assert.equal(names.length, 95);
  assert.ok(names.includes('xã Long Thành'));
  assert.ok(communesOf(places, '75').map(formatPlace).includes('phường Long Thành'));
  const hanoi = communesOf(places, '01').map(({ name }) => name);
  assert.deepEqual(hanoi, hanoi.toSorted(new Intl.Collator('vi').compare));
});

test('loads from a host, in parts, and once', async () => {
  assert.equal(await loadPlaces(), await loadPlaces());
  const small = await loadPlaces({ former: false });
  assert.deepEqual([small.communes.length, small.former.length], [3321, 0]);
  assert.deepEqual(await loadPlaces({ from: { communes: communesFile, former: formerFile } }), places);

  const server = createServer((request, response) => {
    const file = { '/data/communes.json': communesFile, '/data/former.json': formerFile }[request.url!];
    response.writeHead(file ? 200 : 404).end(JSON.stringify(file ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  try {
    assert.deepEqual(await loadPlaces({ from: new URL('/data/', origin) }), places);
    assert.deepEqual(await loadPlaces({ from: `${origin}/data`, former: false }), small);
    await assert.rejects(loadPlaces({ from: `${origin}/elsewhere` }), /HTTP 404/);
  } finally {
    server.close();
  }
});

test('data of another form is refused, not half read', () => {
  const broken: unknown[] = [
    {},
    { provinces: {} },
    { provinces: [{ code: '01', name: 'Hà Nội', communes: [] }] },
    { provinces: [{ code: '01', name: 'Thành phố Hà Nội', communes: ['4 Phường Ba Đình'] }] },
    { provinces: [{ code: '01', name: 'Thành phố Hà Nội', communes: [4] }] },
    { provinces: [{ code: '01', name: 'Thành phố Hà Nội' }] },
  ];
  for (const file of broken) {
    const read = (): Places => readPlaces(file as typeof communesFile);
    assert.throws(read, { name: 'InputError', code: 'not-places-data' }, JSON.stringify(file));
  }
});

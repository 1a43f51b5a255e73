import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatPlace, loadPlaces, searchPlaces, type SearchPlacesOptions } from './index.ts';

const places = await loadPlaces();

function labels(query: string, options?: SearchPlacesOptions): string[] {
  return searchPlaces(places, query, options).map(({ label }) => label);
}

test('finds names with and without marks, composed or not, tone placed either way', () => {
  for (const query of [
    'dak lak',
    'Đắk Lắk',
    'ĐẮK LẮK',
    'Đắk Lắk'.normalize('NFD'),
    'Ðắk Lắk',
    'tỉnh đắk lắk',
    ' dak  lak ',
  ]) {
    assert.equal(labels(query)[0], 'Tỉnh Đắk Lắk', query);
  }
  const either = ['hoà bình', 'hòa bình', 'Hoa Binh'].map((query) => labels(query));
  assert.deepEqual(either[0], either[1]);
  assert.deepEqual(either[0], either[2]);
  assert.ok(either[0]!.includes('Phường Hòa Bình, Tỉnh Phú Thọ'));
});

test('finds a merged commune by its old name and says so', () => {
  const [match] = searchPlaces(places, 'phuc xa');
  assert.equal(match?.label, 'Phường Hồng Hà, Thành phố Hà Nội');
  assert.deepEqual(match?.formerly, {
    name: 'Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội',
    note: {
      vi: 'trước đây là Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội',
      en: 'formerly Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội',
    },
  });
});

test('finds a province by the name of one merged into it', () => {
  const [match] = searchPlaces(places, 'Hà Giang');
  assert.equal(match?.label, 'Tỉnh Tuyên Quang');
  assert.equal(match?.formerly?.name, 'Tỉnh Hà Giang');
  assert.ok(labels('hòa bình').includes('Tỉnh Phú Thọ'));
});

test('finds an address with its district or province, in any order, and common abbreviations', () => {
  assert.equal(labels('phuong ba dinh ha noi')[0], 'Phường Ba Đình, Thành phố Hà Nội');
  assert.equal(labels('P. Bến Nghé, Quận 1, TP.HCM')[0], 'Phường Sài Gòn, Thành phố Hồ Chí Minh');
  assert.equal(labels('hà nội ba đình')[0], 'Phường Ba Đình, Thành phố Hà Nội');
  for (const query of ['tp hcm', 'TP.HCM', 'tphcm', 'hcm'])
    assert.equal(labels(query)[0], 'Thành phố Hồ Chí Minh', query);
  assert.equal(labels('tt ba chẽ')[0], 'Xã Ba Chẽ, Thành phố Quảng Ninh');
  const inDistrictOne = searchPlaces(places, 'quận 1', { limit: 50 });
  assert.ok(inDistrictOne.length > 0 && inDistrictOne.every(({ formerly }) => formerly?.name.includes(', Quận 1, ')));
});

test('finds exotic names and islands, whatever the apostrophe', () => {
  for (const query of ['m’drak', "M'Drắk", 'mdrak']) assert.equal(labels(query)[0], 'Xã M’Drắk, Tỉnh Đắk Lắk', query);
  assert.equal(labels('phu quoc')[0], 'Đặc khu Phú Quốc, Tỉnh An Giang');
  assert.equal(labels('dac khu truong sa')[0], 'Đặc khu Trường Sa, Tỉnh Khánh Hòa');
});

test('names follow the date, and what became a phường is still found as a xã', () => {
  assert.equal(labels('nhon trach', { on: '2026-04-29' })[0], 'Xã Nhơn Trạch, Tỉnh Đồng Nai');
  assert.equal(labels('nhon trach')[0], 'Phường Nhơn Trạch, Thành phố Đồng Nai');
  const [now] = searchPlaces(places, 'xã nhơn trạch');
  assert.equal(now?.label, 'Phường Nhơn Trạch, Thành phố Đồng Nai');
  assert.equal(now?.formerly?.name, 'Xã Nhơn Trạch, Tỉnh Đồng Nai');
  const [then] = searchPlaces(places, 'xã nhơn trạch', { on: '2026-01-01' });
  assert.equal(then?.label, 'Xã Nhơn Trạch, Tỉnh Đồng Nai');
  assert.equal(then?.formerly, undefined);
  assert.equal(labels('tỉnh đồng nai')[0], 'Thành phố Đồng Nai');
  assert.throws(() => searchPlaces(places, 'a', { on: '2025-06-30' }), { code: 'before-two-tier' });
  assert.throws(() => searchPlaces(places, 'a', { on: 'nay' }), { code: 'not-a-date' });
});

test('marks that were typed decide between names that fold alike', () => {
  const [first] = searchPlaces(places, 'Hồng', { level: 'commune' });
  assert.match(first!.place.name, /^Hồng/);
  assert.equal(searchPlaces(places, 'Tân Lập', { level: 'commune' })[0]?.place.name, 'Tân Lập');
  assert.equal(searchPlaces(places, 'Tấn Lập', { level: 'commune' })[0]?.place.name, 'Tân Lập');
});

test('province, level and limit narrow the result', () => {
  const inHanoi = searchPlaces(places, 'phu', { province: '01', level: 'commune', limit: 500 });
  assert.ok(inHanoi.length > 10);
  assert.ok(inHanoi.every(({ place }) => place.level === 'commune' && place.province === '01'));
  assert.deepEqual(labels('ha noi', { level: 'province' }), ['Thành phố Hà Nội']);
  assert.equal(searchPlaces(places, 'a', { limit: 3 }).length, 3);
  for (const query of ['', '  ', '…', 'zzzz']) assert.deepEqual(searchPlaces(places, query), []);
});

test('every place is found by its full address, and no match comes twice', () => {
  const all = [...places.provinces, ...places.communes];
  fc.assert(
    fc.property(fc.constantFrom(...all), (place) => {
      const found = searchPlaces(places, formatPlace(place), { limit: 100 });
      assert.ok(found.some((match) => match.place.code === place.code));
      assert.equal(new Set(found.map((match) => match.place.code)).size, found.length);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => searchPlaces(places, query).length <= 10));
});

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
    assert.equal(labels(query)[0], 'tỉnh Đắk Lắk', query);
  }
  const either = ['hoà bình', 'hòa bình', 'Hoa Binh'].map((query) => labels(query));
  assert.deepEqual(either[0], either[1]);
  assert.deepEqual(either[0], either[2]);
  assert.ok(either[0]!.includes('phường Hòa Bình, tỉnh Phú Thọ'));
});

test('finds a merged commune by its old name and says so', () => {
  const [match] = searchPlaces(places, 'phuc xa');
  assert.equal(match?.label, 'phường Hồng Hà, thành phố Hà Nội');
  assert.deepEqual(match?.formerly, {
    name: 'phường Phúc Xá, quận Ba Đình, thành phố Hà Nội',
    note: {
      vi: 'trước đây là phường Phúc Xá, quận Ba Đình, thành phố Hà Nội',
      en: 'formerly phường Phúc Xá, quận Ba Đình, thành phố Hà Nội',
    },
  });
});

test('finds a province by the name of one merged into it', () => {
  const [match] = searchPlaces(places, 'Hà Giang');
  assert.equal(match?.label, 'tỉnh Tuyên Quang');
  assert.equal(match?.formerly?.name, 'tỉnh Hà Giang');
  assert.ok(labels('hòa bình').includes('tỉnh Phú Thọ'));
});

test('finds an address with its district or province, in any order, and common abbreviations', () => {
  assert.equal(labels('phuong ba dinh ha noi')[0], 'phường Ba Đình, thành phố Hà Nội');
  assert.equal(labels('P. Bến Nghé, Quận 1, TP.HCM')[0], 'phường Sài Gòn, thành phố Hồ Chí Minh');
  assert.equal(labels('hà nội ba đình')[0], 'phường Ba Đình, thành phố Hà Nội');
  for (const query of ['tp hcm', 'TP.HCM', 'tphcm', 'hcm'])
    assert.equal(labels(query)[0], 'thành phố Hồ Chí Minh', query);
  assert.equal(labels('tt ba chẽ')[0], 'xã Ba Chẽ, thành phố Quảng Ninh');
  const inDistrictOne = searchPlaces(places, 'quận 1', { limit: 50 });
  assert.ok(inDistrictOne.length > 0 && inDistrictOne.every(({ formerly }) => formerly?.name.includes(', quận 1, ')));
});

test('finds exotic names and islands, whatever the apostrophe', () => {
  for (const query of ['m’drak', "M'Drắk", 'mdrak']) assert.equal(labels(query)[0], 'xã M’Drắk, tỉnh Đắk Lắk', query);
  assert.equal(labels('phu quoc')[0], 'đặc khu Phú Quốc, tỉnh An Giang');
  assert.equal(labels('dac khu truong sa')[0], 'đặc khu Trường Sa, tỉnh Khánh Hòa');
});

test('names follow the date, and what became a phường is still found as a xã', () => {
  assert.equal(labels('nhon trach', { on: '2026-04-29' })[0], 'xã Nhơn Trạch, tỉnh Đồng Nai');
  assert.equal(labels('nhon trach')[0], 'phường Nhơn Trạch, thành phố Đồng Nai');
  const [now] = searchPlaces(places, 'xã nhơn trạch');
  assert.equal(now?.label, 'phường Nhơn Trạch, thành phố Đồng Nai');
  assert.equal(now?.formerly?.name, 'xã Nhơn Trạch, tỉnh Đồng Nai');
  const [then] = searchPlaces(places, 'xã nhơn trạch', { on: '2026-01-01' });
  assert.equal(then?.label, 'xã Nhơn Trạch, tỉnh Đồng Nai');
  assert.equal(then?.formerly, undefined);
  assert.equal(labels('tỉnh đồng nai')[0], 'thành phố Đồng Nai');
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
  assert.deepEqual(labels('ha noi', { level: 'province' }), ['thành phố Hà Nội']);
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

/** Folded in another way than the search does it: equal for two spellings of one name. */
function spelledAlike(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[Đđ]/g, 'd').toLowerCase();
  const words = letters.replace(/['’]\s*/g, '').split(/[^a-z0-9]+/);
  return words.map((word) => word.replaceAll('y', 'i').replace(/([aeiou])c$/, '$1k')).join('');
}

/** `hoà` for `hòa`. */
const oldTone = (name: string) =>
  name
    .normalize('NFD')
    .replace(/([ou])([\u0300\u0309\u0303\u0301\u0323])([aey])(?!\p{L})/giu, '$1$3$2')
    .normalize('NFC');
const marksOff = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

const spellings: Record<string, (name: string) => string> = {
  'without marks and apostrophes, i for y': (name) =>
    marksOff(name)
      .replace(/['’]\s*/g, '')
      .toLowerCase()
      .replaceAll('y', 'i'),
  'in one word, without marks': (name) =>
    marksOff(name)
      .replace(/[\s’'-]/g, '')
      .toLowerCase(),
  'tone placed the old way, straight apostrophes, hyphens for spaces, capitals, decomposed': (name) =>
    oldTone(name)
      .replaceAll('’', "'")
      .replace(/(?<!')\s+/g, '-')
      .toUpperCase()
      .normalize('NFD'),
};

for (const [spelling, spell] of Object.entries(spellings)) {
  test(`each of the 3,321 communes and 10,977 units of before finds itself ${spelling}`, () => {
    const known = new Set(places.communes.map(({ code }) => code));
    const named = new Map<string, { names: Set<string>; codes: Set<string> }>();
    for (const unit of [...places.communes, ...places.former]) {
      const codes = unit.level === 'commune' ? [unit.code] : unit.now.filter((code) => known.has(code));
      const group = named.get(spelledAlike(unit.name)) ?? { names: new Set(), codes: new Set() };
      named.set(spelledAlike(unit.name), group);
      group.names.add(unit.name);
      for (const code of codes) group.codes.add(code);
    }
    for (const { names, codes } of named.values()) {
      const query = spell([...names][0]!);
      // In one word, Phúc An is Phú Cần too.
      const limit = codes.size + (/one word/.test(spelling) ? 20 : 0);
      const found = new Set(searchPlaces(places, query, { level: 'commune', limit }).map(({ place }) => place.code));
      for (const code of codes) assert.ok(found.has(code), `${query} ${code}`);
    }
  });
}

test('a query longer than any address is cut, not looked through', () => {
  assert.deepEqual(searchPlaces(places, `${'Hà Nội, '.repeat(50_000)}x`), searchPlaces(places, 'Hà Nội, '.repeat(25)));
  assert.deepEqual(searchPlaces(places, 'a\u0301\u0323'.repeat(200_000)), []);
});

test('finds names of the highlands, whatever the apostrophe, the spaces and the last letter', () => {
  const first: Record<string, string[]> = {
    'xã Cư M’gar, tỉnh Đắk Lắk': ['cu mgar', "Cư M'gar", 'cumgar', 'cu m gar', "CƯ M'GAR", 'Cư M`gar'],
    'xã Ea Súp, tỉnh Đắk Lắk': ['Easup', 'ea sup', 'Ea-Súp', 'easup dak lak', 'x. ea súp'],
    'xã M’Drắk, tỉnh Đắk Lắk': ["M'Đrăk", 'M’Drắk', 'mdrak', 'mdrac', 'm drak'],
    'tỉnh Đắk Lắk': ['Đắc Lắc', 'Đăk Lăk', 'Dak Lak', 'daclac', 'DakLak', 'dak lac'],
    'phường Quy Nhơn, tỉnh Gia Lai': ['Qui Nhơn', 'quy nhon', 'quinhon', 'P. Qui Nhơn'],
    'phường Mỹ Tho, tỉnh Đồng Tháp': ['Mĩ Tho', 'my tho'],
    'đặc khu Lý Sơn, tỉnh Quảng Ngãi': ['Lí Sơn', 'ly son'],
    'xã Kỳ Anh, tỉnh Hà Tĩnh': ['Kì Anh'],
  };
  for (const [label, queries] of Object.entries(first))
    for (const query of queries) assert.equal(labels(query)[0], label, query);
  for (const query of ["Ia H'Drai", 'Ia H’Drai', 'Ia HDrai', 'ia h drai', 'iahdrai', 'Huyện Ia H’ Drai']) {
    const [match] = searchPlaces(places, query);
    assert.ok(match?.formerly?.name.includes('huyện Ia H’ Drai'), query);
  }
  for (const query of ["M'Doal", 'm doal', 'mdoal'])
    assert.ok(searchPlaces(places, query)[0]?.formerly?.name.includes('Ea M’ Doal'), query);
});

test('finds what nothing is named like by another kind, other letters, abbreviations and everyday names', () => {
  const first: Record<string, string[]> = {
    'đặc khu Phú Quốc, tỉnh An Giang': [
      'huyện Phú Quốc',
      'TP. Phú Quốc',
      'ĐK. Phú Quốc',
      'đk phú quốc',
      'Đ.K. Phú Quốc',
    ],
    'đặc khu Côn Đảo, thành phố Hồ Chí Minh': ['H. Côn Đảo', 'xã côn đảo'],
    'thành phố Hà Nội': ['tỉnh Hà Nội', 'T. Hà Nội'],
    'thành phố Hồ Chí Minh': ['T.P. HCM', 'T.P Hồ Chí Minh', 'tỉnh Hồ Chí Minh'],
    'tỉnh Gia Lai': ['T. Gia Lai', 't.gia lai', 'T. Bình Định', 'thành phố gia lai'],
    'phường Sa Pa, tỉnh Lào Cai': ['Thị trấn Sa Pa', 'TTr. Sapa'],
    'phường Dĩ An, thành phố Hồ Chí Minh': ['thị xã Dĩ An', 'huyện Dỹ An'],
    'xã Ia Grai, tỉnh Gia Lai': ['H Ia Grai', 'h.iagrai', 'phường Ia Grai'],
    'xã Krông Pắc, tỉnh Đắk Lắk': ['Krông Pắk', 'Krông Păk', 'krong pak', 'Krông Pắk, Đăk Lăk', 'Crông Pắk'],
    'phường Bắc Kạn, tỉnh Thái Nguyên': ['Bắc Cạn', 'bac can', 'Thị xã Bắc Cạn'],
    'phường Kon Tum, tỉnh Quảng Ngãi': ['Con Tum', 'thị xã Kon Tum'],
    'phường Pleiku, tỉnh Gia Lai': ['Plei Cu', 'thị xã Pleiku'],
    'phường Buôn Ma Thuột, tỉnh Đắk Lắk': ['Ban Mê Thuột', 'Buôn Mê Thuột', 'BMT', 'buon me thuot'],
    'tỉnh Đắk Lắk': ['Darlac'],
  };
  for (const [label, queries] of Object.entries(first))
    for (const query of queries) assert.equal(labels(query)[0], label, query);
  assert.ok(searchPlaces(places, 'Cư Cuin')[0]?.formerly?.name.includes('huyện Cư Kuin'));
  assert.ok(searchPlaces(places, 'F.14 Q.3')[0]?.formerly?.name.startsWith('phường 14, quận 3'));
  assert.deepEqual(labels('xyz'), []);
});

test('finds provinces of before 2025 and places by them, abbreviated too', () => {
  const province = (query: string) => labels(query, { level: 'province' })[0];
  for (const [query, label] of [
    ['Hà Giang', 'tỉnh Tuyên Quang'],
    ['tinh dac nong', 'tỉnh Lâm Đồng'],
    ['Thừa Thiên - Huế', 'thành phố Huế'],
    ['TTH', 'thành phố Huế'],
    ['BR-VT', 'thành phố Hồ Chí Minh'],
    ['brvt', 'thành phố Hồ Chí Minh'],
    ['TPHCM', 'thành phố Hồ Chí Minh'],
    ['TP. HCM', 'thành phố Hồ Chí Minh'],
    ['HN', 'thành phố Hà Nội'],
    ['Hà Tây', 'thành phố Hà Nội'],
  ])
    assert.equal(province(query!), label, query);
  // All 63, each by its own name.
  for (const old of new Set(places.former.map((former) => former.province))) {
    const codes = new Set(places.former.filter((former) => former.province === old).flatMap(({ now }) => now));
    const heirs = places.communes.filter(({ code }) => codes.has(code)).map((commune) => commune.province);
    const found = searchPlaces(places, old, { level: 'province' }).map(({ place }) => place.code);
    assert.ok(
      found.some((code) => heirs.includes(code)),
      old,
    );
  }
  assert.equal(labels('Vị Xuyên, Hà Giang')[0], 'xã Vị Xuyên, tỉnh Tuyên Quang');
  assert.equal(labels('xã vị xuyên tỉnh hà giang')[0], 'xã Vị Xuyên, tỉnh Tuyên Quang');
  assert.equal(labels('phường thuận hóa, thừa thiên huế')[0], 'phường Thuận Hóa, thành phố Huế');
  assert.equal(labels('F1, Q5, TPHCM')[0], 'phường Chợ Quán, thành phố Hồ Chí Minh');
  const there = searchPlaces(places, 'tỉnh Hà Giang', { level: 'commune', limit: 200 });
  assert.ok(there.length > 50 && there.every(({ place }) => place.level === 'commune' && place.province === '08'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatPhone, normalizePhone, readPhone } from './index.ts';

test('phone numbers in every usual spelling have one stored form', () => {
  const spellings: Record<string, string[]> = {
    '0912345678': [
      '0912345678',
      '0912 345 678',
      '0912.345.678',
      '0912-345-678',
      '0912/345/678',
      '+84912345678',
      '84 912-345-678',
      '84912345678',
      '(+84) 912345678',
      '+84 0912 345 678',
      '+84 (0) 912 345 678',
      '+84(0)912.345.678',
      '0084 912 345 678',
      '00840912345678',
      '+ 84 912 345 678',
      '０９１２３４５６７８',
      '＋８４　９１２　３４５　６７８',
      '0912\u00a0345\u00a0678',
      '0912\u2009345\u2007678\u202f',
      '0912‑345‑678',
      '0912–345—678',
      '0912−345−678',
      '\u202a0912345678\u202c',
      '0912\u200b345\u200d678\ufeff',
      '0912\u00ad345\u2060678',
      '0912·345·678',
      'ĐT: 0912 345 678',
      'SĐT:0912345678',
      'Số điện thoại: 0912 345 678',
      'Điện thoại 0912345678'.normalize('NFD'),
      'tel:+84912345678',
      "0912'345'678",
      '0912,345,678',
      '0912345678;',
      '0912 345 678,',
      '[0912 345 678]',
      '“0912 345 678”',
      '<0912345678>',
      'sdt: 0912345678',
      'dt 0912345678',
      'ĐTDĐ: 0912 345 678',
      'Đ/t: 0912345678',
      'Liên hệ: 0912.345.678.',
      'Điện thoại số: 0912 345 678',
      'Phone number: 0912345678',
    ],
    '02438251234': [
      '(024) 3825 1234',
      '024.3825.1234',
      '024 38251234',
      '+84 24 3825 1234',
      '+84 (24) 3825-1234',
      '84 24 38251234',
      'Tel.: 024 3825 1234',
      'ĐTCQ: 024.38251234',
      'Máy bàn 024 3825 1234',
    ],
    '02363822123': ['0236 3822 123', '(0236) 3.822.123', '+84 236 3822123'],
    '02438251234;ext=12': [
      '024 3825 1234 máy lẻ 12',
      '(024) 3825 1234 (máy lẻ 12)',
      '024 3825 1234, số lẻ: 12',
      '024.3825.1234 ext. 12',
      '02438251234 x12',
      '+84 24 3825 1234;ext=12',
      '024 3825 1234 nhánh 12',
    ],
    '19006017': ['1900 6017', '1900.6017', '+84 1900 6017', '84 1900 6017', 'Hotline: 1900-6017'],
    '1900561292': ['1900 561292', '1900 56 12 92'],
    '18008119': ['1800 8119'],
    '1022': ['1022', '１０２２'],
    '113': ['113'],
    '0692342431': ['069.2342431'],
    '08043162': ['080.43162'],
  };
  for (const [stored, all] of Object.entries(spellings))
    for (const typed of all) assert.equal(readPhone(typed).stored, stored, `${typed}: ${readPhone(typed).fault?.vi}`);
});

test('land lines of every area code are read, and of no other', () => {
  const codes =
    '203 204 205 206 207 208 209 210 211 212 213 214 215 216 218 219 220 221 222 225 226 227 228 229 232 233 234 235 236 237 238 239 251 252 254 255 256 257 258 259 260 261 262 263 269 270 271 272 273 274 275 276 277 290 291 292 293 294 296 297 299';
  const known = new Set(codes.split(' '));
  for (let code = 200; code < 300; code++) {
    const expected = known.has(`${code}`) || /^2[48]/.test(`${code}`);
    assert.equal(normalizePhone(`0${code}3822123`) !== undefined, expected, `${code}`);
  }
});

test('a phone number that cannot be taken is refused in words', () => {
  for (const [typed, words] of [
    ['', 'Số điện thoại chỉ gồm chữ số'],
    ['gọi sau', 'Số điện thoại chỉ gồm chữ số'],
    ['0912 345 67a', 'Số điện thoại chỉ gồm chữ số'],
    ['٠٩١٢٣٤٥٦٧٨', 'Số điện thoại chỉ gồm chữ số'],
    ['091234567', '10 chữ số, ví dụ 0912 345 678; đã nhập 9 chữ số'],
    ['09123456789', '10 chữ số, ví dụ 0912 345 678; đã nhập 11 chữ số'],
    ['12345678', '10 chữ số, ví dụ 0912 345 678; đã nhập 8 chữ số'],
    ['+1 650 253 0000', 'Chỉ nhận số điện thoại Việt Nam'],
    ['001 650 253 0000', 'Chỉ nhận số điện thoại Việt Nam'],
    ['0168 234 5678', 'nay là 0382 345 678'],
    ['01234567890', 'nay là 0834 567 890'],
    ['0199 234 5678', 'nay là 0592 345 678'],
    ['912 345 678', 'Thiếu số 0 ở đầu: 0912 345 678'],
    ['04 3825 1234', 'Không có mã vùng này'],
    ['0511 3822 123', 'Không có mã vùng này'],
    ['0249 3822 12', 'Không có mã vùng này'],
    ['0912345678 / 0987654321', 'Chỉ nhập một số'],
    ['0912 345 678 - 024 3825 1234', 'Chỉ nhập một số'],
    ['0912345678 hoặc 0987654321', 'Chỉ nhập một số'],
  ] as const) {
    const { stored, fault } = readPhone(typed);
    assert.equal(stored, undefined, typed);
    assert.ok(fault!.vi.includes(words), `${typed}: ${fault!.vi}`);
    assert.ok(fault!.en.length > 10);
  }
});

test('a phone number is shown in groups and read back', () => {
  assert.equal(formatPhone('0912345678'), '0912 345 678');
  assert.equal(formatPhone('02438251234;ext=12'), '024 3825 1234, máy lẻ 12');
  assert.equal(formatPhone('02438251234;ext=12', 'en'), '024 3825 1234, ext. 12');
  assert.equal(formatPhone('02363822123'), '0236 3822 123');
  assert.equal(formatPhone('19006017'), '1900 6017');
  assert.equal(formatPhone('1022'), '1022');
  assert.equal(formatPhone('theo địa chỉ'), 'theo địa chỉ');
  const numbers = fc.stringMatching(
    /^(0[35789]\d{8}|02[48]\d{8}|0236\d{7}|1900\d{4}(\d\d)?|1800\d{4}|1022)(;ext=\d{1,6})?$/,
  );
  fc.assert(
    fc.property(numbers, (stored) => {
      assert.equal(normalizePhone(stored), stored);
      assert.equal(normalizePhone(formatPhone(stored)), stored);
      assert.equal(normalizePhone(formatPhone(stored, 'en')), stored);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const stored = normalizePhone(typed);
      return stored === undefined || normalizePhone(stored) === stored;
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync, strToU8 } from 'fflate';
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { caseTopics } from '@dvk/sdk/cases';
import { isInputError } from '@dvk/sdk/errors';
import { unitKinds } from '@dvk/sdk/units';
import type { StoredUnit } from '@dvk/sdk/units';
import { below, unit } from '../../../sdk/src/units/testkit/units.ts';
import { planUnitImport } from '@dvk/sdk/units/import';
import { readUnitFile } from './read-file.ts';
import { mostRows } from '@dvk/sdk/units/import';
import { department, rowsOf } from '../../../sdk/src/units/import/testkit/table.ts';
import { unitFormats } from '@dvk/sdk/units/import';
import { writeUnitFile, writeUnitResult } from './write-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const context = { today: '2026-11-30', newId: () => 'new' };

async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    assert.ok(isInputError(error), String(error));
    assert.ok(error.text.vi.length > 10 && error.text.en.length > 10);
    return error.code;
  }
  return assert.fail('nothing was refused');
}

const expected = [
  { row: 2, cells: { code: '007', name: 'Sở "Một", Hai', validFrom: '01/07/2025' } },
  { row: 4, cells: { code: 'B', name: 'Hai\ndòng', validFrom: '' } },
];

test('CSV with commas, semicolons or tabs, with or without the mark, in UTF-16 as well', async () => {
  for (const by of [',', ';', '\t']) {
    const text = [
      ['Mã đơn vị', 'TÊN', 'hiệu lực từ'].join(by),
      ['007', '"Sở ""Một"", Hai"', '01/07/2025'].join(by),
      ['', '', ''].join(by),
      ['B', '"Hai\r\ndòng"', ''].join(by),
    ].join('\r\n');
    const utf16 = new Uint8Array(new Uint16Array([...`\ufeff${text}`].map((each) => each.charCodeAt(0))).buffer);
    for (const file of [utf8(text), utf8(`\ufeff${text}`), utf8(text.normalize('NFD')), utf16]) {
      const { columns, rows, unread } = await readUnitFile(file);
      assert.deepEqual([columns, rows, unread], [['code', 'name', 'validFrom'], expected, []]);
    }
  }
});

test('columns in any order, in English, below a title; a column of another name is told', async () => {
  const file = utf8('Danh sách đơn vị;;\n;;\nName;Ghi chú;Unit code;Kết quả\nMột;x;A;Thêm mới');
  assert.deepEqual(await readUnitFile(file), {
    columns: ['name', 'code'],
    unread: ['Ghi chú'],
    rows: [{ row: 4, cells: { name: 'Một', code: 'A' } }],
  });
});

test('each heading of an office, however it is written, and of the template in both languages', async () => {
  const { columns } = await readUnitFile(utf8('MÃ NGOÀI;mã  đơn vị;Thư điện tử;Mã cấp trên (Đảng);đến ngày\n;;;;'));
  assert.deepEqual(columns, ['externalId', 'code', 'email', 'partyParent', 'validTo']);
});

test('a spreadsheet: numbers keep the zeros of their format, dates are dates, hidden sheets are not read', async () => {
  const heading = ['Mã', 'Mã địa bàn', 'Hiệu lực từ', 'Đến'];
  const file = await writeXlsx({
    sheets: [
      { name: 'Ẩn', hidden: true, rows: [heading, ['ẨN', 1, null, null]] },
      { name: 'Bìa', rows: [['Danh sách']] },
      {
        name: 'Đơn vị',
        rows: [heading, ['=1+1', 4, new Date('2025-07-01T00:00:00Z'), 46387], [7, '00004', '2025-07-01', null]],
        cells: new Map([['1,1', { style: { numFmt: '00000' } }]]),
      },
    ],
  });
  const { rows } = await readUnitFile(new Uint8Array(file));
  assert.deepEqual(
    rows.map(({ row, cells }) => [row, ...Object.values(cells)]),
    [
      [2, '=1+1', '00004', '2025-07-01', '46387'],
      [3, '7', '00004', '2025-07-01', ''],
    ],
  );
});

test('refuses what it cannot read, in words', async () => {
  assert.equal(await codeOf(readUnitFile(utf8('Tên;Loại\nMột;Hai'))), 'no-heading');
  assert.equal(await codeOf(readUnitFile(utf8(''))), 'no-heading');
  assert.equal(await codeOf(readUnitFile(utf8('Mã;Tên;Mã đơn vị\nA;B;C'))), 'column-twice');
  assert.equal(await codeOf(readUnitFile(Uint8Array.of(0x4d, 0xe3, 0x3b, 0x54, 0xea, 0x6e))), 'unreadable-file');
  assert.equal(await codeOf(readUnitFile(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0))), 'unreadable-file');
  assert.equal(await codeOf(readUnitFile(utf8('PK nothing'))), 'unreadable-file');
  assert.equal(await codeOf(readUnitFile(zipSync({ 'a.txt': strToU8('x') }))), 'unreadable-file');
  assert.equal(await codeOf(readUnitFile(new Uint8Array(11 * 1024 * 1024))), 'file-too-large');
  assert.equal(await codeOf(readUnitFile(zipSync({ 'xl/a.xml': new Uint8Array(70 * 1024 * 1024) }))), 'file-too-large');
  const lines = Array.from({ length: mostRows + 1 }, (_, at) => `A${at};Một`);
  assert.equal(await codeOf(readUnitFile(utf8(['Mã;Tên', ...lines].join('\n')))), 'too-many-rows');
});

test('the template has a heading, and explains every column; it is a table without rows', async () => {
  for (const format of unitFormats)
    for (const locale of ['vi', 'en'] as const) {
      const file = await writeUnitFile([], () => undefined, { format, locale });
      const { columns, rows } = await readUnitFile(await bytesOf(file));
      assert.deepEqual([columns.length, rows], [14, []]);
    }
});

/** Texts that a spreadsheet could take for something else. */
const nasty = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+84',
    '-5',
    '@a',
    "'=1",
    "''@",
    '007',
    '1e5',
    '01/07/2025',
    'TRUE',
    'a;b',
    'a,b',
    'a\tb',
    '"a"',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom('Sở Nội vụ', 'Ủy ban nhân dân xã Đắk Ơ', 'dòng 1\ndòng 2'),
);
const seen = nasty
  .map((text) =>
    text
      .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Cn}\p{Co}]/gu, (each) => (each === '\n' ? each : ''))
      .normalize('NFC')
      .trim(),
  )
  .filter((text) => text !== '');
const stored = fc
  .array(
    fc.record({
      name: seen,
      kind: fc.constantFrom(...unitKinds),
      placeCode: fc.constantFrom(null, '00004', '01'),
      topics: fc.uniqueArray(fc.constantFrom(...caseTopics)),
      address: fc.option(seen),
      phone: fc.constantFrom(null, '0912345678', '02438251234;ext=12'),
      email: fc.constantFrom(null, 'a@example.gov.vn'),
      identificationCode: fc.constantFrom(null, { written: '000.00.12.H56', canonical: 'H56.12' }),
      validTo: fc.constantFrom(null, '2026-06-30'),
    }),
    { maxLength: 6 },
  )
  .map((units) =>
    units.map((more, at): StoredUnit => {
      const made = unit(`U${at}`, { externalId: at % 2 === 0 ? `00${at}` : null, ...more });
      return at > 2 ? below('U0', `U${at}`, { ...made, administrativeParentId: 'U0', partyParentId: 'U1' }) : made;
    }),
  );

test('what was exported and is imported again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      stored,
      fc.constantFrom(...unitFormats),
      fc.constantFrom('vi' as const, 'en' as const),
      async (units, format, locale) => {
        const file = await writeUnitFile(units, (id) => units.find((each) => each.id === id)?.code, { format, locale });
        const { rows } = await readUnitFile(await bytesOf(file));
        assert.equal(rows.length, units.length);
        const { counts, results } = planUnitImport(rows, { units, ...context });
        assert.equal(
          counts.unchanged,
          units.length,
          JSON.stringify(results.filter(({ outcome }) => outcome !== 'unchanged')),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('no cell of a CSV file begins a formula', async () => {
  const units = ['=cmd()', '+1', '-1', '@a', '|x', "'=1"].map((name, at) => unit(`U${at}`, { name }));
  const text = await (await writeUnitFile(units, () => undefined, { format: 'csv' })).text();
  for (const line of text.split('\r\n')) for (const cell of line.split(',')) assert.doesNotMatch(cell, /^"?[=+\-@|]/);
});

test('the file of results is the table that was sent, with the reasons, and may be sent again', async () => {
  const rows = rowsOf(department('A', { phone: '12' }), department('B', { address: '=1+1' }));
  const { results } = planUnitImport(rows, { units: [], ...context });
  for (const format of unitFormats) {
    const file = await writeUnitResult(rows, results, { format });
    const again = await readUnitFile(await bytesOf(file));
    assert.deepEqual(again.unread, []);
    for (const [at, { cells }] of again.rows.entries())
      for (const [column, text] of Object.entries(rows[at]!.cells)) assert.equal(cells[column as 'code'], text);
  }
  const text = await (await writeUnitResult(rows, results, { format: 'csv' })).text();
  assert.match(text, /Chưa nhập được,"Điện thoại: Số điện thoại gồm 10 chữ số/);
  assert.match(text, /Thêm mới/);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { isInputError } from '@dvk/sdk/errors';
import { Rubric } from '@dvk/sdk/rubrics';
import { importRubric } from './index.ts';
import { docx, row, rubricTable, table } from './testkit/word.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const refused = (file: Uint8Array, code: string) =>
  assert.rejects(importRubric(file), (error: { code: string; pointer: string; text: { vi: string; en: string } }) => {
    assert.deepEqual([error.code, error.pointer], [code, '/file']);
    // Every refusal says what to do.
    assert.match(error.text.vi, /: hãy /);
    assert.match(error.text.en, /: (?:open|save|keep|check) /);
    return true;
  });
test('a .docx that is not one', async () => {
  await refused(new Uint8Array(), 'not-an-office-file');
  await refused(strToU8('Đây là văn bản thường, đổi tên thành .docx'), 'not-an-office-file');
  await refused(strToU8('PK\u0003\u0004 và rác'), 'not-an-office-file');
  await refused(zipSync({ mimetype: strToU8('application/epub+zip') }), 'not-an-office-file');
  await refused(fixture('unit-criteria.docx').subarray(0, 3000), 'not-an-office-file');
  await refused(zipSync({ 'word/document.xml': strToU8('<w:document') }), 'not-an-office-file');
  await refused(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'not-an-office-file');
  await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'not-an-office-file');
});

test('a document without a rubric in it', async () => {
  await refused(docx('<w:p><w:r><w:t>Kính gửi</w:t></w:r></w:p>'), 'no-rubric-table');
  await refused(docx(table(row('Họ tên', 'Chức vụ'), row('Nguyễn Văn A', 'Chuyên viên'))), 'no-rubric-table');
});

test('bombs: huge parts, entities, endless nesting, too many parts, sizes that lie', async () => {
  await refused(zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }), 'file-too-large');
  await refused(new Uint8Array(16 * 1024 * 1024).fill(0x50), 'file-too-large');
  const entities = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]><w:document xmlns:w="x"><w:body/></w:document>`;
  await refused(zipSync({ 'word/document.xml': strToU8(entities) }), 'not-an-office-file');
  await refused(
    docx('<w:sdt><w:sdtContent>'.repeat(20_000) + '</w:sdtContent></w:sdt>'.repeat(20_000)),
    'not-an-office-file',
  );
  await refused(
    zipSync(Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`p${at}`, new Uint8Array()]))),
    'file-too-large',
  );
  const lying = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
  const view = new DataView(lying.buffer, lying.byteOffset);
  for (let at = 0; at + 4 < lying.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  await refused(lying, 'file-too-large');
});

test('damaged files give a draft or a typed refusal, nothing else', async () => {
  const files = ['unit-criteria.docx', 'automatic-numbers.docx', 'merged-levels.xlsx', 'spreadsheet-numbers.xlsx'].map(
    (name) => unzipSync(fixture(name)),
  );
  const damage = fc.record({
    file: fc.nat(3),
    part: fc.nat(30),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(60),
    put: fc.constantFrom('', '<', '&#0;', '"', 'w:vMerge', '99999999999', '<w:tc>', '😀'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      const parts = { ...files[damages[0]!.file]! };
      for (const { part, at, cut, put } of damages) {
        const name = Object.keys(parts)[part % Object.keys(parts).length]!;
        const text = strFromU8(parts[name]!);
        const start = Math.floor(at * text.length);
        parts[name] = strToU8(text.slice(0, start) + put + text.slice(start + cut));
      }
      try {
        const { rubric } = await importRubric(zipSync(parts));
        assert.ok(Rubric.safeParse(rubric).success, JSON.stringify(Rubric.safeParse(rubric).error?.issues));
      } catch (error) {
        assert.ok(isInputError(error), String(error));
      }
    }),
    { numRuns: 150 },
  );
});

test('2,000 criteria are refused, 900 are read', async () => {
  const many = (count: number) =>
    rubricTable(...Array.from({ length: count }, (_, at) => row(String(at + 1), `Tiêu chí ${at + 1}`, '0,5')));
  await refused(many(2000), 'too-large');
  const { rubric } = await importRubric(many(900));
  assert.equal(rubric.criteria.length, 900);
  assert.equal(rubric.total, 45_000);
});

test('an old .doc or a locked file is told apart from one that is damaged', async () => {
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  await assert.rejects(importRubric(old), (error: { text: { vi: string } }) =>
    /kiểu cũ hoặc có mật khẩu/.test(error.text.vi),
  );
});

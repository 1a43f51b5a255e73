import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { zip, type Written } from '../../../sdk/src/office/testkit/zip.ts';
import { read } from './testkit/read.ts';
import { docx, row, rubricTable, table } from './testkit/word.ts';
import { xlsx } from './testkit/excel.ts';

const partsOf = (file: Uint8Array): Written[] =>
  Object.entries(unzipSync(file)).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }));
const word = partsOf(rubricTable(row('1', 'Có kế hoạch', '40'), row('2', 'Có mô hình', '60')));
const outline = ['1 Có kế hoạch = 40', '2 Có mô hình = 60'];

const relationships = (target: string, type = 'officeDocument') =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const types = (part: string, program: string) =>
  `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${program}.main+xml"/></Types>`;

/** The document under another name, with relations and types that say where it is. */
function moved(name: string, target = name): Written[] {
  return [
    { name: '[Content_Types].xml', text: types(name, 'wordprocessingml.document') },
    { name: '_rels/.rels', text: relationships(target) },
    ...word.map((part) => (part.name === 'word/document.xml' ? { ...part, name } : part)),
  ];
}

test('documents of Word for the web are found by the relations of the file: document2.xml, document22.xml', async () => {
  for (const name of ['word/document2.xml', 'word/document22.xml', 'word/main/nội dung.xml', 'doc.xml'])
    assert.deepEqual((await read(zip(moved(name)))).outline, outline, name);
  for (const target of ['/word/document2.xml', '\\word\\document2.xml', './word/../word/DOCUMENT2.xml'])
    assert.deepEqual((await read(zip(moved('word/document2.xml', target)))).outline, outline, target);
});

test('the document that the relations name is read, not another one that has the usual name', async () => {
  const other = table(row('TT', 'Nội dung', 'Điểm tối đa'), row('1', 'Bản cũ', '99'));
  const old = partsOf(docx(other)).filter(({ name }) => name === 'word/document.xml');
  assert.deepEqual((await read(zip([...old, ...moved('word/document2.xml')]))).outline, outline);
});

test('parts of a moved document are found by its own relations', async () => {
  const numbering =
    '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
  const numbered = '<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc>';
  const file = rubricTable(row(numbered, 'Có kế hoạch', '100'));
  const parts = partsOf(file).map((part) => ({ ...part, name: part.name.replace('document', 'document22') }));
  const all = [
    ...parts,
    { name: '[Content_Types].xml', text: types('word/document22.xml', 'wordprocessingml.document') },
    { name: '_rels/.rels', text: relationships('word/document22.xml') },
    { name: 'word/_rels/document22.xml.rels', text: relationships('numbering3.xml', 'numbering') },
    { name: 'word/numbering3.xml', text: numbering },
  ];
  assert.deepEqual((await read(zip(all))).outline, ['I Có kế hoạch = 100']);
});

test('workbooks under any name are known by their content type', async () => {
  const rows = [
    ['TT', 'Nội dung', 'Điểm tối đa'],
    ['1', 'Có kế hoạch', 40],
    ['2', 'Có mô hình', 60],
  ];
  const renamed = partsOf(xlsx([{ rows }])).map(({ name, text }) => ({
    name: name.replace('xl/', 'so/').replace('workbook', 'bảng'),
    text,
  }));
  const all = [
    { name: '[Content_Types].xml', text: types('so/b%E1%BA%A3ng.xml', 'spreadsheetml.sheet') },
    { name: '_rels/.rels', text: relationships('/so/bảng.xml') },
    ...renamed,
  ];
  assert.deepEqual((await read(zip(all))).outline, outline);
});

test('archives with backslashes, descriptors without signature, 64-bit sizes and other local names are read', async () => {
  const ways: ((part: Written) => Written)[] = [
    (part) => ({ ...part, name: part.name.replaceAll('/', '\\') }),
    (part) => ({ ...part, descriptor: 'bare' }),
    (part) => ({ ...part, descriptor: 'signed' }),
    (part) => ({ ...part, wide: true }),
    (part) => ({ ...part, localName: 'x' }),
  ];
  for (const way of ways) {
    assert.deepEqual((await read(zip(word.map(way)))).outline, outline, String(way));
    assert.deepEqual((await read(zip(moved('word/document2.xml').map(way)))).outline, outline, String(way));
  }
});

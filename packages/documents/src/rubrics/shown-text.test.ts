import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './testkit/read.ts';
import { shown, xlsx, type Value } from './testkit/excel.ts';
import { cell, docx, paragraph, row, rubricTable, table } from './testkit/word.ts';

const raw = (inside: string) => `<w:tc><w:p>${inside}</w:p></w:tc>`;
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const word = (points: string, parts = {}) =>
  docx(table(row('TT', 'Nội dung', 'Điểm tối đa'), row('1', 'Việc A', points), row('2', 'Việc B', '20')), parts);
const excel = (points: Value, formats: string[] = []) =>
  xlsx([{ rows: [['TT', 'Nội dung', 'Điểm tối đa'], [1, 'Việc A', points], [2, 'Việc B', 20]] }], formats); // prettier-ignore
const rich = (inside: string): Value => ({ attributes: 't="inlineStr"', inside: `<is>${inside}</is>` });
const field = (kind: string, settings = '') => `<w:r><w:fldChar w:fldCharType="${kind}">${settings}</w:fldChar></w:r>`;

/** Addresses of the doubts of a kind. */
async function at(file: Uint8Array, code: string): Promise<(string | undefined)[]> {
  const { doubts } = await read(file);
  return doubts.filter((doubt) => doubt.code === code).map(({ address }) => address);
}

const half =
  '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';
const root = '<m:oMath><m:rad><m:deg/><m:e><m:r><m:t>9</m:t></m:r></m:e></m:rad></m:oMath>';

for (const [name, points] of [
  ['a raised note mark', raw(run('10') + run('1', '<w:vertAlign w:val="superscript"/>'))],
  ['a lowered digit', raw(run('10') + run('2', '<w:vertAlign w:val="subscript"/>'))],
  ['a raised mark of a style', raw(run('10') + run('1', '<w:rStyle w:val="Mark"/>'))],
  ['a digit set higher', raw(run('10') + run('1', '<w:position w:val="6"/>'))],
  ['a fraction of the formula editor', raw(half)],
  ['a root of the formula editor', raw(root)],
] as const)
  test(`${name} beside points does not become one number with them (Word)`, async () => {
    const styles = {
      'word/styles.xml':
        '<w:styles xmlns:w="w"><w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>',
    };
    const { outline } = await read(word(points, styles));
    assert.deepEqual(outline, ['1 Việc A = 0', '2 Việc B = 20']);
    assert.deepEqual(await at(word(points, styles), 'unreadable-points'), ['hàng 2, cột 3']);
  });

test('a raised or lowered digit beside points does not become one number with them (Excel)', async () => {
  for (const place of ['superscript', 'subscript']) {
    const points = rich(`<r><t>10</t></r><r><rPr><vertAlign val="${place}"/></rPr><t>1</t></r>`);
    assert.deepEqual((await read(excel(points))).outline, ['1 Việc A = 0', '2 Việc B = 20']);
    assert.deepEqual(await at(excel(points), 'unreadable-points'), ['C2']);
  }
});

test('crossed-out text is not read, which is reported, in Word and in Excel', async () => {
  for (const kind of ['strike', 'dstrike']) {
    const file = word(raw(run('10', `<w:${kind}/>`) + run('8')));
    const { outline, doubts } = await read(file);
    assert.deepEqual(outline, ['1 Việc A = 8', '2 Việc B = 20']);
    assert.match(doubts.find(({ code }) => code === 'struck-text')?.text.vi ?? '', /hàng 2, cột 3: “10”/);
  }
  const { outline, doubts } = await read(excel(rich('<r><rPr><strike/></rPr><t>10</t></r><r><t>8</t></r>')));
  assert.deepEqual(outline, ['1 Việc A = 8', '2 Việc B = 20']);
  assert.match(doubts.find(({ code }) => code === 'struck-text')?.text.vi ?? '', /C2: “10”/);
});

test('a result inside the code of another field is not shown', async () => {
  const inner = `${field('begin')}${field('separate')}${run('5')}${field('end')}`;
  const points = raw(`${field('begin')}${inner}${field('separate')}${run('10')}${field('end')}`);
  assert.deepEqual((await read(word(points))).outline, ['1 Việc A = 10', '2 Việc B = 20']);
});

test('the chosen entry of an old form list is its text', async () => {
  const list =
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="5"/><w:listEntry w:val="10"/></w:ddList></w:ffData>';
  const points = raw(field('begin', list) + field('end'));
  assert.deepEqual((await read(word(points))).outline, ['1 Việc A = 10', '2 Việc B = 20']);
});

test('pictures and objects in cells are reported with their address', async () => {
  assert.deepEqual(await at(word(raw('<w:r><w:drawing><pic:pic/></w:drawing></w:r>')), 'pictures'), ['hàng 2, cột 3']);
  const object = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>';
  assert.deepEqual(await at(word(raw(object)), 'pictures'), ['hàng 2, cột 3: Equation.3']);
});

test('embedded workbooks, inserted files and tables at the top of pages are reported', async () => {
  const body = table(row('TT', 'Nội dung', 'Điểm tối đa'), row('1', 'Việc A', '10'), row('2', 'Việc B', '20'));
  const object = '<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>';
  assert.ok((await read(docx(body + object))).codes.includes('foreign-objects'));
  assert.ok((await read(docx(`${body}<w:altChunk r:id="r1"/>`))).codes.includes('foreign-objects'));
  const margin = {
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="r1" Type="t/header" Target="header1.xml"/></Relationships>',
    'word/header1.xml': `<w:hdr xmlns:w="w">${paragraph('Trang 1')}${table(row('3', 'Việc C', '30'))}</w:hdr>`,
  };
  const { doubts } = await read(docx(body, margin));
  assert.match(doubts.find(({ code }) => code === 'other-tables')?.text.vi ?? '', /đầu trang, bảng 1/);
});

test('points shown as (2) keep their sign, and words of a format are not left out of a number', async () => {
  const taken = await read(excel(shown(-2, 0), ['0;(0)']));
  assert.ok(taken.codes.includes('sign-dropped'));
  for (const format of ['0"/20"', '"Loại 2: "0'])
    assert.deepEqual(await at(excel(shown(10, 0), [format]), 'unreadable-points'), ['C2']);
  assert.deepEqual((await read(excel(shown(8.5, 0), ['0.00" điểm"']))).outline[0], '1 Việc A = 8.5');
});

test('a number or a text that its format hides is reported', async () => {
  assert.deepEqual(await at(excel(shown(10, 0), [';;;']), 'hidden-cells'), ['C2']);
  const text = { attributes: 's="1" t="inlineStr"', inside: '<is><t>10</t></is>' };
  assert.deepEqual((await read(excel(text, [';;;']))).outline, ['1 Việc A = 0', '2 Việc B = 20']);
  assert.deepEqual(await at(excel(text, [';;;']), 'hidden-cells'), ['C2']);
});

test('a line whose cells are crossed out one and all is not read', async () => {
  const gone = (text: string) => raw(run(text, '<w:strike/>'));
  const { outline, codes } = await read(
    rubricTable(row(gone('1'), gone('Việc A'), gone('10')), row('2', cell('Việc B'), '20')),
  );
  assert.deepEqual(outline, ['2 Việc B = 20']);
  assert.ok(codes.includes('struck-text'));
});

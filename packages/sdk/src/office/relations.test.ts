import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8 } from 'fflate';
import { OfficeError, readContentTypes, readRelations, relationsPartOf } from './index.ts';
import { partName } from './part-name.ts';

const relations = async (source: string, relationship: string) =>
  readRelations([strToU8(`<Relationships>${relationship}</Relationships>`)], relationsPartOf(source));
const target = async (source: string, written: string) =>
  (await relations(source, `<Relationship Target="${written}"/>`))[0]!.target;

describe('relations of a part', () => {
  it('lead to parts in every way that writers write them', async () => {
    for (const written of ['document22.xml', '/word/document22.xml', '\\word\\document22.xml', './x/../document22.xml'])
      assert.equal(await target('word/document.xml', written), 'word/document22.xml', written);
    assert.equal(await target('', 'word/document22.xml'), 'word/document22.xml');
    assert.equal(await target('xl/worksheets/sheet1.xml', '../drawings/drawing1.xml'), 'xl/drawings/drawing1.xml');
    assert.equal(await target('word/document.xml', 'media/%E1%BA%A3nh%201.png'), 'word/media/ảnh 1.png');
    assert.equal(await target('word/document.xml', 'media/100%.png'), 'word/media/100%.png');
  });

  it('keep addresses of what lies outside as they are written', async () => {
    const [outside] = await relations(
      'word/document.xml',
      '<p:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink" Target="\\\\máy\\a%20b" TargetMode=" external "/>',
    );
    assert.deepEqual(outside, { id: 'a', type: 'hyperlink', target: '\\\\máy\\a%20b', external: true });
  });

  it('are refused when two prefixes say two things', async () => {
    await assert.rejects(
      relations('', '<Relationship Target="a.xml" xmlns:x="x" x:Target="b.xml"/>'),
      (error) => error instanceof OfficeError && error.fault === 'damaged',
    );
  });
});

describe('names and content types of parts', () => {
  it('have one form', () => {
    for (const written of ['/a/b.xml', '\\a\\b.xml', './a//./b.xml', 'a/b%2Exml'])
      assert.equal(partName(written), 'a/b.xml', written);
    assert.equal(partName('a/'), 'a/');
  });

  it('come from a part’s own entry before its ending, whatever the case, in UTF-16 as well', async () => {
    const list =
      '<Types><Default Extension="XML" ContentType="a/B"/><Override PartName="/Word/Document.xml" ContentType="c/d"/></Types>';
    for (const bytes of [strToU8(list), new Uint8Array(Buffer.from(`\ufeff${list}`, 'utf16le'))]) {
      const types = await readContentTypes([bytes]);
      assert.deepEqual(['word/document.xml', 'word/x.xml', 'a.bin'].map(types.of), ['c/d', 'a/b', '']);
    }
  });
});

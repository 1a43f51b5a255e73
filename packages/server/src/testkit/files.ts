import { strToU8, zipSync, type Zippable } from 'fflate';
import sharp from 'sharp';

/** A small photograph with everything a phone writes into one: camera, orientation and the place it was taken. */
export function jpegWithPlace(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#c33' } })
    .composite([{ input: { create: { width: 32, height: 24, channels: 3, background: '#39c' } }, left: 0, top: 0 }])
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretCamera', Model: 'SecretModel' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '107/1 5/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export function png(): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 4, background: '#0a08' } })
    .png()
    .toBuffer();
}

export function webp(): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a0' } })
    .webp()
    .toBuffer();
}

/** One empty page. */
export function pdf(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = ['0000000000 65535 f ', ...offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n `)];
  text += `xref\n0 ${rows.length}\n${rows.join('\n')}\n`;
  text += `trailer\n<< /Size ${rows.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const packageTypes = (main: string, part: string, more = '') =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="${main}"/>${more}</Types>`,
  );

const relationships = (part: string) =>
  strToU8(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`,
  );

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The parts of a Word document of one paragraph; `more` goes into its list of content types. */
export function docxParts(more = ''): Zippable {
  return {
    '[Content_Types].xml': packageTypes(word, 'word/document.xml', more),
    '_rels/.rels': relationships('word/document.xml'),
    'word/document.xml': strToU8(
      '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Báo cáo</w:t></w:r></w:p></w:body></w:document>',
    ),
  };
}

export function docx(parts: Zippable = docxParts()): Buffer {
  return Buffer.from(zipSync(parts));
}

/** An Excel workbook of one empty sheet. */
export function xlsx(): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': packageTypes(
        sheet,
        'xl/workbook.xml',
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>',
      ),
      '_rels/.rels': relationships('xl/workbook.xml'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/workbook.xml': strToU8(
        '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
      ),
    }),
  );
}

/** A table of units as CSV. */
export function unitTable(code = 'NHAP', name = 'Đơn vị nhập từ tệp'): Buffer {
  return Buffer.from(`Mã;Tên;Loại;Hiệu lực từ\n${code};${name};Khu dân cư;01/07/2025`);
}

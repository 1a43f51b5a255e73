import sharp from 'sharp';

export { docx, docxParts, xlsx } from '../../../documents/src/check/testkit/files.ts';

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

/** A table of units as CSV. */
export function unitTable(code = 'NHAP', name = 'Đơn vị nhập từ tệp'): Buffer {
  return Buffer.from(`Mã;Tên;Loại;Hiệu lực từ\n${code};${name};Khu dân cư;01/07/2025`);
}

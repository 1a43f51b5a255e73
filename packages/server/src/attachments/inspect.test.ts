import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import { maxFileSize } from '@dvk/sdk/attachments';
import { strFromU8, strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { docx, docxParts, jpegWithPlace, pdf, png, webp, xlsx } from '../testkit/files.ts';
import { phonePhoto, tiledPhoto } from '../testkit/heic.ts';
import { decodeHeic } from './heic.ts';
import { storedBytes, inspectFile } from './inspect.ts';
import type { UnfitReason } from './unfit-file.ts';

/** Looks at a file and makes it fit to be kept. */
async function fit(bytes: Uint8Array) {
  const found = await inspectFile(bytes);
  return { ...found, bytes: await storedBytes(bytes, found) };
}

const refused = (bytes: Uint8Array, reason: UnfitReason) => assert.rejects(fit(bytes), { name: 'UnfitFile', reason });

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}

describe('images', () => {
  it('lose the place, the camera and the thumbnail, and are turned upright', async () => {
    const photo = await jpegWithPlace();
    assert.ok(photo.includes('SecretCamera'));
    assert.ok((await sharp(photo).metadata()).exif);
    const { mediaType, bytes } = await fit(photo);
    assert.equal(mediaType, 'image/jpeg');
    assert.ok(!Buffer.from(bytes).includes('Secret'));
    const kept = await sharp(bytes).metadata();
    assert.equal(kept.exif, undefined);
    assert.equal(kept.xmp, undefined);
    assert.equal(kept.icc, undefined);
    // 64 × 48 held on its side.
    assert.deepEqual([kept.width, kept.height, kept.orientation], [48, 64, undefined]);
  });

  it('keep their kind', async () => {
    assert.equal((await inspectFile(await png())).mediaType, 'image/png');
    assert.equal((await inspectFile(await webp())).mediaType, 'image/webp');
  });

  it('keep their transparency', async () => {
    const { bytes } = await fit(await png());
    assert.equal((await sharp(bytes).metadata()).hasAlpha, true);
  });

  it('lose what hides behind the picture', async () => {
    const secret = docx();
    for (const picture of [await jpegWithPlace(), await png()]) {
      const { bytes } = await fit(Buffer.concat([picture, secret, strToU8('<script>alert(1)</script>')]));
      assert.ok(!Buffer.from(bytes).includes('document.xml'));
      assert.ok(!Buffer.from(bytes).includes('<script>'));
    }
  });

  it('stay within the limit of a file, however tightly they were packed', async () => {
    // A photo saved with less quality than we keep, and a drawing of sixteen colours.
    const [width, height] = [4800, 6000];
    const dots = sharp(randomBytes(width * height), { raw: { width, height, channels: 1 } });
    for (const [mediaType, packed] of [
      ['image/jpeg', await dots.clone().jpeg({ quality: 60 }).toBuffer()],
      ['image/png', await dots.clone().png({ palette: true, colours: 16, dither: 0 }).toBuffer()],
    ] as const) {
      assert.ok(packed.length < maxFileSize, `${packed.length} bytes when it comes`);
      const found = await fit(packed);
      assert.equal(found.mediaType, mediaType);
      assert.ok(found.bytes.length <= maxFileSize, `${found.bytes.length} bytes when it was drawn`);
      const drawn = await sharp(found.bytes).metadata();
      assert.ok(drawn.width < width && drawn.width > width / 3, `${drawn.width} pixels wide`);
      assert.ok(Math.abs(drawn.width / drawn.height - width / height) < 0.01);
    }
  });

  it('are refused when cut short', async () => {
    const photo = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
        background: '#fff',
      },
    })
      .jpeg()
      .toBuffer();
    await refused(photo.subarray(0, photo.length / 2), 'damaged');
    await refused(photo.subarray(0, 40), 'damaged');
    const drawing = await sharp(photo).png().toBuffer();
    await refused(drawing.subarray(0, drawing.length / 2), 'damaged');
  });

  it('are refused when they unfold into too many pixels', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    assert.ok(bomb.length < 1024 * 1024);
    await refused(bomb, 'too-many-pixels');
  });

  it('are judged by their header before anything is decoded', async () => {
    const size = (width: number, height: number, depth: number, interlaced = 0) => {
      const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, depth, 2, 0, 0, interlaced]);
      header.writeUInt32BE(width, 0);
      header.writeUInt32BE(height, 4);
      // What follows would be found damaged.
      const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
      const data = pngChunk('IDAT', Buffer.from('no pixels'));
      return Buffer.concat([signature, pngChunk('IHDR', header), data, pngChunk('IEND', Buffer.alloc(0))]);
    };
    await refused(size(50_000, 50_000, 8), 'too-many-pixels');
    // Each row costs, however narrow it is.
    await refused(size(1, 52_000_000, 8), 'too-many-pixels');
    await refused(size(52_000_000, 1, 8), 'too-many-pixels');
    await refused(size(6000, 6000, 16), 'too-many-pixels-held');
    await refused(size(6000, 6000, 8, 1), 'too-many-pixels-held');
    assert.equal((await inspectFile(size(6000, 6000, 8))).pixels, 36_000_000);
    await refused(size(6000, 6000, 8), 'damaged');
  });
});

describe('documents', () => {
  it('are known by their content', async () => {
    assert.equal((await inspectFile(pdf())).mediaType, 'application/pdf');
    assert.equal(
      (await inspectFile(docx())).mediaType,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    assert.equal(
      (await inspectFile(xlsx())).mediaType,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
  });

  it('are stored as they came', async () => {
    for (const file of [pdf(), docx(), xlsx()]) assert.deepEqual((await fit(file)).bytes, file);
  });

  it('stay within the limit of a file, however tightly they were packed', async () => {
    // A page scanned in black and white: one bit a pixel when it comes, eight when it was drawn smaller.
    const [width, height] = [6400, 8000];
    const dots = { raw: { width, height, channels: 1 } } as const;
    const scan = await sharp(randomBytes(width * height), dots)
      .threshold(128)
      .png({ palette: true, colours: 2, compressionLevel: 1 })
      .toBuffer();
    assert.ok(scan.length < maxFileSize);
    const { mediaType, bytes } = await fit(scan);
    assert.equal(mediaType, 'image/png');
    assert.ok(bytes.length <= maxFileSize, `${bytes.length} bytes`);
    const drawn = await sharp(bytes).metadata();
    assert.ok(Math.abs(drawn.width / drawn.height - width / height) < 0.01);
    assert.ok(drawn.width > 1500, `${drawn.width} pixels wide`);
  });

  it('are refused when cut short', async () => {
    for (const file of [pdf(), docx(), xlsx()]) await refused(file.subarray(0, file.length * 0.7), 'damaged');
  });

  it('are refused when a byte inside was altered', async () => {
    const file = docx();
    const at = file.indexOf('word/document.xml') + 'word/document.xml'.length + 4;
    file[at] = file[at]! ^ 0xff;
    await refused(file, 'damaged');
  });

  it('are refused when they are an archive as well', async () => {
    await refused(Buffer.concat([pdf(), docx()]), 'kind');
    // The PDF's end after the archive, inside the archive's comment.
    const archive = docx();
    const end = Buffer.from('\nstartxref\n0\n%%EOF\n');
    archive.writeUInt16LE(end.length, archive.length - 2);
    await refused(Buffer.concat([Buffer.from('%PDF-1.4\n'), archive, end]), 'kind');
  });
});

describe('office files', () => {
  const vba = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>';

  it('are refused with macros, however these are named', async () => {
    await refused(docx({ ...docxParts(), 'word/vbaProject.bin': randomBytes(64) }), 'macros');
    await refused(docx({ ...docxParts(vba), 'word/innocent.xml': randomBytes(64) }), 'macros');
    await refused(docx({ ...docxParts(), 'word/activeX/activeX1.xml': strToU8('<x/>') }), 'macros');
    const macroEnabled = Buffer.from(docxParts()['[Content_Types].xml'] as Uint8Array)
      .toString()
      .replace(
        /application\/vnd\.openxmlformats[^"]*main\+xml/,
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      );
    await refused(docx({ ...docxParts(), '[Content_Types].xml': strToU8(macroEnabled) }), 'macros');
    await refused(docx({ ...docxParts('<!-- x -->') }), 'kind');
    await refused(docx({ ...docxParts('<Override PartName="/a" ContentType="vba&#80;roject"/>') }), 'kind');
  });

  it('are refused when they are another archive', async () => {
    await refused(Buffer.from(zipSync({ 'readme.txt': strToU8('hello') })), 'kind');
    const { 'word/document.xml': _, ...rest } = docxParts();
    await refused(docx(rest), 'kind');
  });

  it('are refused when they unfold too far', async () => {
    const zeros = new Uint8Array(257 * 1024 * 1024);
    const bomb = docx({ ...docxParts(), 'word/media/a.bin': [zeros, { level: 1 }] });
    assert.ok(bomb.length < 2 * 1024 * 1024);
    await refused(bomb, 'too-big-inside');
    // The same, with a small size claimed for the large part.
    const lying = Buffer.from(bomb);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(zeros.length);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(1000);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) small.copy(lying, at);
    await refused(lying, 'damaged');
  });

  it('are refused with a password', async () => {
    const header = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    await refused(Buffer.concat([header, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'locked');
    await refused(Buffer.concat([header, Buffer.alloc(600)]), 'kind');
  });
});

describe('files as other programs write them', () => {
  it('PDF with a mark, line ends or a printer’s words before its header, and padding after its end', async () => {
    for (const before of ['\ufeff', '\r\n', '\0\0', '\n'.repeat(900), '\u001b%-12345X@PJL\r\n']) {
      for (const after of ['', '\r\n\r\n', '\0'.repeat(5000), ' '.repeat(2000), '\u001a']) {
        const file = Buffer.concat([Buffer.from(before), pdf(), Buffer.from(after)]);
        assert.equal((await inspectFile(file)).mediaType, 'application/pdf', JSON.stringify([before, after]));
      }
    }
    // A server that counted the bytes without the line end cut off the last letter.
    const cut = Buffer.concat([Buffer.from('\n'), pdf().subarray(0, pdf().lastIndexOf('F'))]);
    assert.equal((await inspectFile(cut)).mediaType, 'application/pdf');
    await refused(pdf().subarray(0, pdf().lastIndexOf('%%EOF') - 3), 'damaged');
    await refused(Buffer.concat([Buffer.alloc(2000), pdf()]), 'kind');
    await refused(Buffer.concat([Buffer.from(' <svg onload="x">'), pdf()]), 'kind');
    await refused(Buffer.concat([pdf(), docx(), Buffer.alloc(10)]), 'kind');
  });

  it('a moving PNG becomes a picture of its first frame', async () => {
    const still = await png();
    const moving = Buffer.concat([
      still.subarray(0, 33),
      pngChunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])),
      still.subarray(33),
    ]);
    const { mediaType, bytes } = await fit(moving);
    assert.equal(mediaType, 'image/png');
    assert.ok(!Buffer.from(bytes).includes('acTL'));
  });

  it('a document of Word for the web, whose main part has another name', async () => {
    const { 'word/document.xml': body, ...rest } = docxParts();
    const renamed = Object.fromEntries(
      Object.entries(rest).map(([name, part]) => [
        name,
        strToU8(strFromU8(part as Uint8Array).replaceAll('word/document.xml', 'word/document22.xml')),
      ]),
    );
    const { mediaType } = await inspectFile(docx({ ...renamed, 'word/document22.xml': body! }));
    assert.equal(mediaType, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  });
});

describe('photos of phones', () => {
  /** The photo with another size in its header. */
  const saying = (width: number, height: number) => {
    const photo = phonePhoto();
    const at = photo.indexOf('ispe') + 8;
    photo.writeUInt32BE(width, at);
    photo.writeUInt32BE(height, at + 4);
    return photo;
  };

  it('in HEIC become JPEG, without place and camera', async () => {
    assert.ok(phonePhoto().includes('SecretCamera'));
    for (const [photo, size] of [
      [phonePhoto(), [320, 240]],
      [tiledPhoto({ rows: 2, columns: 3, width: 900, height: 470 }), [900, 470]],
    ] as const) {
      const { mediaType, bytes } = await fit(photo);
      assert.equal(mediaType, 'image/jpeg');
      const { format, width, height, exif } = await sharp(bytes).metadata();
      assert.deepEqual([format, [width, height], exif], ['jpeg', size, undefined]);
      // The roof.
      const { data } = await sharp(bytes)
        .extract({ left: 150, top: 65, width: 1, height: 1 })
        .raw()
        .toBuffer({ resolveWithObject: true });
      for (const [index, channel] of [181, 82, 59].entries())
        assert.ok(Math.abs(data[index]! - channel) < 12, `${data}`);
    }
  });

  it('in AVIF become JPEG, too', async () => {
    const { mediaType, bytes } = await fit(
      await sharp(await webp())
        .avif()
        .toBuffer(),
    );
    assert.deepEqual([mediaType, (await sharp(bytes).metadata()).format], ['image/jpeg', 'jpeg']);
  });

  it('are refused where they are cut, lie about their size or hold something else', async () => {
    const photo = phonePhoto();
    for (const length of [60, 300, 700, photo.length - 250]) await refused(photo.subarray(0, length), 'damaged');
    await refused(saying(60_000, 60_000), 'too-many-pixels-held');
    await refused(saying(5000, 5000), 'phone-photo');
    await refused(saying(16, 16), 'phone-photo');
    const avif = await sharp(await webp())
      .avif()
      .toBuffer();
    avif.write('heic', 8);
    await refused(avif, 'phone-photo');
    const unknown = phonePhoto();
    unknown.write('zzzz', unknown.indexOf('hvc1'));
    await refused(unknown, 'damaged');
    await refused(tiledPhoto({ rows: 100, columns: 100, width: 5000, height: 5000 }), 'damaged');
  });

  it('are given up when they take too much memory or time, and the next is read', async () => {
    const photo = tiledPhoto({ rows: 8, columns: 8, width: 2560, height: 1920 });
    const maxPixels = 2560 * 1920;
    for (const limits of [{ maxMemory: 20 * 1024 ** 2 }, { timeout: 1 }, { maxPixels: maxPixels - 1 }])
      await assert.rejects(decodeHeic(photo, { maxPixels, ...limits }), { name: 'UnfitFile', reason: 'phone-photo' });
    const { width, height } = await decodeHeic(photo, { maxPixels });
    assert.deepEqual([width, height], [2560, 1920]);
  });
});

describe('anything else', () => {
  it('is refused, whatever it calls itself', async () => {
    await refused(new Uint8Array(0), 'empty');
    await refused(strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'kind');
    await refused(strToU8('<!DOCTYPE html><script>alert(1)</script>'), 'kind');
    await refused(strToU8('GIF89a'), 'kind');
    await refused(strToU8('MZ\u0090\0'), 'kind');
    await refused(randomBytes(4096), 'kind');
    await refused(Buffer.concat([strToU8('<html>'), pdf()]), 'kind');
  });
});

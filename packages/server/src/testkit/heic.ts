import { readFileSync } from 'node:fs';

/** A drawing of a house, 320 × 240, as a phone would store it: HEIC, with camera and place. */
export const phonePhoto = (): Buffer => readFileSync(new URL('./phone-photo.heic', import.meta.url));

const u16 = (...values: number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));
const u32 = (...values: number[]) => u16(...values.flatMap((value) => [value >>> 16, value & 65_535]));

function box(type: string, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), Buffer.from(type), content]);
}
const fullBox = (type: string, ...parts: Uint8Array[]) => box(type, u32(0), ...parts);

/** A box of the photo, whole. */
function boxOf(photo: Buffer, type: string): Buffer {
  const at = photo.indexOf(type) - 4;
  return photo.subarray(at, at + photo.readUInt32BE(at));
}

export interface TiledPhoto {
  rows: number;
  columns: number;
  width: number;
  height: number;
}

/** A photo that is put together from tiles, as those of iPhones are; each is the same drawing. */
export function tiledPhoto({ rows, columns, width, height }: TiledPhoto): Buffer {
  const photo = phonePhoto();
  const tile = boxOf(photo, 'mdat').subarray(8, 8 + 0x151);
  const grid = Buffer.concat([Buffer.from([0, 1, rows - 1, columns - 1]), u32(width, height)]);
  const tiles = Array.from({ length: rows * columns }, (_, index) => index + 1);
  const whole = tiles.length + 1;
  const item = (id: number, type: string) =>
    box('infe', Buffer.from([2, 0, 0, 0]), u16(id, 0), Buffer.from(`${type}\0`));
  const before = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'));
  const metaBefore = (start: number) => {
    const place = (id: number, offset: number, length: number) => Buffer.concat([u16(id, 0, 1), u32(offset, length)]);
    return fullBox(
      'meta',
      boxOf(photo, 'hdlr'),
      fullBox('pitm', u16(whole)),
      fullBox(
        'iloc',
        Buffer.from([0x44, 0]),
        u16(whole),
        ...tiles.map((id) => place(id, start, tile.length)),
        place(whole, start + tile.length, grid.length),
      ),
      fullBox('iinf', u16(whole), ...tiles.map((id) => item(id, 'hvc1')), item(whole, 'grid')),
      box(
        'iprp',
        box('ipco', boxOf(photo, 'hvcC'), boxOf(photo, 'ispe'), fullBox('ispe', u32(width, height))),
        fullBox(
          'ipma',
          u32(whole),
          ...tiles.map((id) => Buffer.concat([u16(id), Buffer.from([2, 0x81, 2])])),
          u16(whole),
          Buffer.from([1, 3]),
        ),
      ),
      fullBox('iref', box('dimg', u16(whole, tiles.length, ...tiles))),
    );
  };
  const start = before.length + metaBefore(0).length + 8;
  return Buffer.concat([before, metaBefore(start), box('mdat', tile, grid)]);
}

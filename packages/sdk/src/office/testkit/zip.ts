import { crc32, deflateRawSync } from 'node:zlib';

/** A part to be written. */
export interface Written {
  name: string;
  text: string;
  /** Name in the local header, when that says otherwise. */
  localName?: string;
  flags?: number;
  /** Name in an extra field. */
  secondName?: string;
  /** Sizes in a 64-bit extra field. */
  wide?: boolean;
  /** Sizes and checksum after the data instead of before it, with or without the optional signature. */
  descriptor?: 'signed' | 'bare';
}

const u16 = (value: number) => Buffer.from(new Uint16Array([value]).buffer);
const u32 = (value: number) => Buffer.from(new Uint32Array([value]).buffer);
const u64 = (value: number) => Buffer.from(new BigUint64Array([BigInt(value)]).buffer);

/** An archive written by hand, in the ways that its writers differ. `wideEnd` states where the directory is in 64 bits. */
export function zip(parts: Written[], { wideEnd = false } = {}): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  const length = (buffers: Buffer[]) => buffers.reduce((sum, each) => sum + each.length, 0);
  for (const { name, text, localName = name, flags = 0, secondName, wide, descriptor } of parts) {
    const data = deflateRawSync(text);
    const size = Buffer.byteLength(text);
    const sum = crc32(text);
    const at = length(body);
    const second = secondName === undefined ? undefined : Buffer.from(secondName);
    const extra = Buffer.concat([
      ...(second ? [u16(0x7075), u16(second.length + 5), Buffer.from([1]), u32(crc32(name)), second] : []),
      ...(wide ? [u16(1), u16(24), u64(size), u64(data.length), u64(at)] : []),
    ]);
    const ahead = descriptor ? [u32(0), u32(0), u32(0)] : [u32(sum), u32(data.length), u32(size)];
    const common = (sizes: Buffer[]) => [u16(20), u16(flags | (descriptor ? 8 : 0)), u16(8), u32(0), ...sizes];
    const local = Buffer.from(localName);
    body.push(Buffer.concat([u32(0x04034b50), ...common(ahead), u16(local.length), u16(0), local, data]));
    if (descriptor) {
      const after = [u32(sum), u32(data.length), u32(size)];
      body.push(Buffer.concat(descriptor === 'signed' ? [u32(0x08074b50), ...after] : after));
    }
    const own = Buffer.from(name);
    const far = u32(0xffffffff);
    const sizes = wide ? [u32(sum), far, far] : [u32(sum), u32(data.length), u32(size)];
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        ...common(sizes),
        u16(own.length),
        u16(extra.length),
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        wide ? far : u32(at),
        own,
        extra,
      ]),
    );
  }
  const at = length(body);
  const size = length(directory);
  const count = parts.length;
  const end64 = [
    u32(0x06064b50),
    u64(44),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    u64(count),
    u64(count),
    u64(size),
    u64(at),
  ];
  const locator = [u32(0x07064b50), u32(0), u64(at + size), u32(1)];
  const end = wideEnd
    ? [
        ...end64,
        ...locator,
        u32(0x06054b50),
        u16(0),
        u16(0),
        u16(0xffff),
        u16(0xffff),
        u32(0xffffffff),
        u32(0xffffffff),
      ]
    : [u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(size), u32(at)];
  return Buffer.concat([...body, ...directory, ...end, u16(0)]);
}

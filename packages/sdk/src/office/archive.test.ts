import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { OfficeError, openArchive, readPart, type OfficeFault } from './index.ts';
import { zip } from './testkit/zip.ts';

async function read(bytes: Uint8Array, most = 1_000_000): Promise<Record<string, string>> {
  const archive = openArchive(bytes, 100);
  const texts: Record<string, string> = {};
  for (const part of archive.parts) texts[part.name] = strFromU8(await readPart(archive, part, most));
  return texts;
}

const fails = (bytes: Uint8Array, fault: OfficeFault, most?: number) =>
  assert.rejects(read(bytes, most), (error) => error instanceof OfficeError && error.fault === fault);

const two = [
  { name: 'word/document2.xml', text: '<a/>'.repeat(500) },
  { name: '_rels/.rels', text: '<b/>' },
];
const texts = Object.fromEntries(two.map(({ name, text }) => [name, text]));

describe('an archive is read by its central directory', () => {
  it('with descriptors that have no signature', async () => {
    for (const descriptor of ['signed', 'bare'] as const)
      assert.deepEqual(await read(zip(two.map((part) => ({ ...part, descriptor })))), texts);
  });

  it('with backslashes in its names, and with names that begin with one', async () => {
    const written = two.map(({ name, text }) => ({ name: `\\${name.replaceAll('/', '\\')}`, text }));
    assert.deepEqual(await read(zip(written)), texts);
  });

  it('with local headers that give other names', async () => {
    assert.deepEqual(await read(zip(two.map((part) => ({ ...part, localName: 'other.bin' })))), texts);
  });

  it('with 64-bit sizes, of the parts and of the directory', async () => {
    const wide = two.map((part) => ({ ...part, wide: true }));
    assert.deepEqual(await read(zip(wide)), texts);
    assert.deepEqual(await read(zip(wide, { wideEnd: true })), texts);
    assert.deepEqual(await read(Buffer.concat([Buffer.from('#!/bin/sh\n'), zip(wide, { wideEnd: true })])), texts);
  });

  it('with bytes before it, which are reported, and padding after it', async () => {
    const moved = Buffer.concat([Buffer.from('MZ and more'), zip(two), Buffer.alloc(300)]);
    assert.deepEqual(await read(moved), texts);
    assert.equal(openArchive(moved, 100).before, 11);
    assert.equal(openArchive(zip(two), 100).before, 0);
  });

  it('as other libraries write it, with parts that are not deflated and folders of their own', async () => {
    const written = zipSync({
      'a/': new Uint8Array(),
      'a/b.xml': [strToU8('Ủy ban'), { level: 0 }],
      'c.xml': strToU8('c'),
    });
    assert.deepEqual(await read(written), { 'a/b.xml': 'Ủy ban', 'c.xml': 'c' });
  });
});

describe('an archive is refused', () => {
  it('with two parts of one name, in whatever case and with whatever slashes', async () => {
    for (const name of ['_rels/.rels', '_RELS/.rels', '\\_rels\\.rels', '/_rels/.rels'])
      await fails(zip([...two, { name, text: '<c/>' }]), 'twice');
  });

  it('with a second name for a part, which other readers take', async () => {
    const named = (name: string, secondName: string) => zip([{ name, secondName, text: '<a/>', wide: true }]);
    await fails(named('custom.xml', 'word/document.xml'), 'damaged');
    await fails(named('word/document.xml', 'custom.xml'), 'damaged');
    assert.deepEqual(await read(named('\\a\\b.xml', 'a/b.xml')), { 'a/b.xml': '<a/>' });
    assert.deepEqual(await read(named('tệp.xml', 'tệp.xml')), { 'tệp.xml': '<a/>' });
  });

  it('with a password', async () => {
    await fails(zip([{ ...two[0]!, flags: 1 }]), 'locked');
  });

  it('when it is none, is cut short or says it is longer', async () => {
    await fails(new Uint8Array(), 'damaged');
    await fails(Buffer.from('PK\u0003\u0004 and nothing'), 'damaged');
    const whole = zip(two);
    for (const length of [10, 40, whole.length - 30, whole.length - 1])
      await fails(whole.subarray(0, length), 'damaged');
    for (const [from, value] of [
      [whole.length - 10, 1_000_000],
      [whole.length - 6, 1_000_000],
    ] as const) {
      const lying = Buffer.from(whole);
      lying.writeUInt32LE(value, from);
      await fails(lying, 'damaged');
    }
  });

  it('with names that lead out of it', async () => {
    await fails(zip([{ name: '../../etc/passwd', text: '' }]), 'damaged');
    await fails(zip([{ name: '..\\a', text: '' }]), 'damaged');
  });

  it('when many parts share the same bytes', async () => {
    const whole = zip([{ name: 'a', text: 'x'.repeat(100_000) }]);
    const archive = openArchive(whole, 100);
    const begin = whole.readUInt32LE(whole.length - 6);
    const header = whole.subarray(begin, whole.length - 22);
    const headers = Array.from({ length: 90 }, (_, at) => {
      const copy = Buffer.from(header);
      copy[46] = 33 + at;
      return copy;
    });
    const end = Buffer.from(whole.subarray(whole.length - 22));
    end.writeUInt16LE(90, 8);
    end.writeUInt16LE(90, 10);
    end.writeUInt32LE(header.length * 90, 12);
    assert.ok(archive.parts[0]!.packed * 90 > whole.length + header.length * 90);
    await fails(Buffer.concat([whole.subarray(0, begin), ...headers, end]), 'damaged');
  });

  it('when a part is altered, or longer or shorter than stated', async () => {
    const whole = zip([{ name: 'a', text: 'x'.repeat(1000) }]);
    const plain = Buffer.from(zipSync({ a: [strToU8('Điểm tối đa: 10'), { level: 0 }] }));
    const altered = Buffer.from(plain);
    altered[altered.indexOf('10')] = 0x39;
    assert.deepEqual(await read(plain), { a: 'Điểm tối đa: 10' });
    await fails(altered, 'damaged');
    const at = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24;
    for (const size of [10, 100_000]) {
      const lying = Buffer.from(whole);
      lying.writeUInt32LE(size, at);
      await fails(lying, 'damaged');
    }
  });

  it('when it unfolds to more than is taken, after reading no more than that', async () => {
    const bomb = zip([{ name: 'a', text: '\0'.repeat(30_000_000) }]);
    await fails(bomb, 'too-large');
    const archive = openArchive(bomb, 100);
    let length = 0;
    for await (const piece of archive.read(archive.parts[0]!)) {
      length += piece.length;
      if (length > 100_000) break;
    }
    assert.ok(length < 1_000_000);
    assert.throws(() => openArchive(zip(two), 1), { fault: 'too-large' });
  });
});

describe('a large part comes in pieces, and others run in between', () => {
  for (const level of [0, 6] as const)
    it(level === 0 ? 'also one that is not packed' : 'one that is packed', async () => {
      const archive = openArchive(zipSync({ a: [strToU8('<a/>'.repeat(500_000)), { level }] }), 10);
      let others = 0;
      const timer = setInterval(() => (others += 1), 0);
      let longest = 0;
      for await (const piece of archive.read(archive.parts[0]!)) {
        longest = Math.max(longest, piece.length);
        const until = performance.now() + 2;
        while (performance.now() < until);
      }
      clearInterval(timer);
      assert.ok(longest <= 256 * 1024, `${longest} bytes`);
      assert.ok(others > 2, `${others} times`);
    });
});

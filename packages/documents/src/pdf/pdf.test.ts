import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { convertToPdf, findOfficeProgram, PdfError, type PdfFault } from './index.ts';

const fails = (promise: Promise<unknown>, fault: PdfFault) =>
  assert.rejects(promise, (error) => error instanceof PdfError && error.fault === fault && error.text.vi.length > 20);

/** `node scripts/papers.ts` runs LibreOffice itself; here stand programs that behave as it does when it fails. */
describe('a paper becomes a PDF', () => {
  let home: string;
  const program = async (name: string, script: string) => {
    const file = path.join(home, name);
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
    return file;
  };
  before(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'pdf-test-'));
  });
  after(() => rm(home, { recursive: true }));

  it('by the program that the environment names, or by none', async () => {
    const own = await program('own', 'true');
    assert.equal(await findOfficeProgram({ DVK_SOFFICE: own }), own);
    assert.equal(await findOfficeProgram({ DVK_SOFFICE: path.join(home, 'nothing') }), undefined);
    const soffice = await program('soffice', 'true');
    assert.equal(await findOfficeProgram({ PATH: home }), soffice);
  });

  it('with a profile of its own each time, which is gone afterwards', async () => {
    const note = path.join(home, 'note');
    const writer = await program('writer', `echo "$1" >> ${note}; cd "$8"; cat "$9" > paper.pdf`);
    const bytes = new TextEncoder().encode('%PDF-1.7');
    const [one, two] = await Promise.all([
      convertToPdf(bytes, { program: writer }),
      convertToPdf(bytes, { program: writer }),
    ]);
    assert.deepEqual([one, two], [bytes, bytes]);
    const profiles = (await readFile(note, 'utf8')).trim().split('\n');
    assert.equal(new Set(profiles).size, 2);
    for (const profile of profiles) {
      const folder = path.dirname(decodeURIComponent(new URL(profile.slice(profile.indexOf('file:'))).pathname));
      assert.ok(!(await readdir(tmpdir())).includes(path.basename(folder)), folder);
    }
  });

  it('or says that the program is missing, fails or writes nothing', async () => {
    const bytes = new Uint8Array([1]);
    await fails(convertToPdf(bytes, { program: path.join(home, 'gone') }), 'no-office-program');
    await fails(convertToPdf(bytes, { program: await program('fails', 'exit 77') }), 'not-converted');
    await fails(convertToPdf(bytes, { program: await program('silent', 'exit 0') }), 'not-converted');
  });

  it('or ends it, with what it started, when it takes too long', async () => {
    const note = path.join(home, 'child');
    const slow = await program('slow', `sleep 600 & echo $! > ${note}; wait`);
    await fails(convertToPdf(new Uint8Array([1]), { program: slow, timeLimit: 500 }), 'too-slow');
    const child = Number(await readFile(note, 'utf8'));
    // A process that has ended may be kept for whoever asks for its outcome.
    const state = await readFile(`/proc/${child}/stat`, 'utf8').catch(() => ') Z');
    assert.match(state, /\) Z/);
  });
});

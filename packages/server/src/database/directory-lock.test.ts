import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { addressOf, runCli, startCli } from '../testkit/cli-process.ts';
import { ownProcesses } from '../testkit/namespaces.ts';
import { findTemplates } from '../testkit/templates.ts';
import { lockDirectory, lockFileName } from './directory-lock.ts';
import { isUnavailable, openDatabase } from './index.ts';
import { isOnNetwork } from './network-disk.ts';

const lockModule = new URL('directory-lock.ts', import.meta.url).href;
/** Tries to lock a directory, says how it went, and stays. */
const contender = `
  const { lockDirectory } = await import(${JSON.stringify(lockModule)});
  const said = await lockDirectory(process.argv[1]).then(() => 'mine', (error) => error.message);
  console.log(said);
  setTimeout(() => {}, said === 'mine' ? 600_000 : 0);`;

describe('the lock of a directory', () => {
  let parent: string;
  const children: ChildProcess[] = [];
  before(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'dvk-lock-'));
  });
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(parent, { recursive: true });
  });

  /** A process that wants the lock, and what it says. */
  async function contend(directory: string, within: readonly string[] = ownProcesses) {
    const [command, ...args] = [...within, process.execPath, '--input-type=module', '-e', contender, directory];
    const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = once(child, 'exit');
    while (!said.includes('\n')) await Promise.race([once(child.stdout, 'data'), ended]);
    return { child, said: said.trim() };
  }

  /** Kills a holder; its lock ends with the process, which takes a moment to be gone. */
  async function kill(child: ChildProcess, directory: string): Promise<void> {
    child.kill('SIGKILL');
    for (;;) {
      const lock = await lockDirectory(directory).catch(() => undefined);
      if (lock) return lock.release();
    }
  }

  test('keeps others out, whatever path they come by, and lets the next one in', async () => {
    const directory = path.join(parent, 'one');
    const lock = await lockDirectory(directory);
    await symlink(directory, path.join(parent, 'other-name'));
    for (const name of ['one', 'other-name']) {
      await assert.rejects(lockDirectory(path.join(parent, name)), /in use by process \d+ on .*DVK_DATA/);
    }
    lock.release();
    (await lockDirectory(directory)).release();
  });

  test('of many that start at the same moment, each in a world of processes of its own, one gets it', async () => {
    const directory = path.join(parent, 'race');
    for (let round = 0; round < 2; round += 1) {
      const contenders = await Promise.all(Array.from({ length: 6 }, () => contend(directory)));
      const winners = contenders.filter(({ said }) => said === 'mine');
      assert.equal(winners.length, 1, contenders.map(({ said }) => said).join('\n'));
      await kill(winners[0]!.child, directory);
    }
  });

  test('outlives a holder that is stopped, and ends with one that is killed', async () => {
    const directory = path.join(parent, 'stopped');
    const holder = await contend(directory, []);
    assert.equal(holder.said, 'mine');
    holder.child.kill('SIGSTOP');
    assert.match((await contend(directory)).said, /in use/);
    holder.child.kill('SIGCONT');
    assert.match((await contend(directory)).said, /in use/);
    await kill(holder.child, directory);
  });

  test('does not care whose process number stands where', async () => {
    const directory = path.join(parent, 'numbers');
    const { release } = await lockDirectory(directory);
    release();
    // Those of running processes, as earlier versions and crashes leave them.
    await writeFile(path.join(directory, 'dvk-holder'), `process ${process.ppid} on here`);
    await writeFile(path.join(directory, 'postmaster.pid'), String(process.ppid));
    await writeFile(`${directory}.lock`, `${process.ppid}`);
    (await lockDirectory(directory)).release();
  });

  test('a lock file that is none of ours is refused by its name', async () => {
    const directory = path.join(parent, 'strange');
    const file = path.join(directory, lockFileName);
    await mkdir(file, { recursive: true });
    await assert.rejects(lockDirectory(directory), /strange: its file dvk\.lock is not .* remove that file/);
    await rm(file, { recursive: true });
    await writeFile(file, 'something else');
    await assert.rejects(lockDirectory(directory), /strange: its file dvk\.lock is not .* remove that file/);
  });

  test('is not trusted on network shares', () => {
    const [nfs, cifs, smb2, ext4, tmpfs, overlay] = [0x6969, 0xff534d42, 0xfe534d42, 0xef53, 0x01021994, 0x794c7630];
    for (const type of [nfs, cifs, smb2]) assert.ok(isOnNetwork('/srv/dvk', type, 'linux'));
    for (const type of [ext4, tmpfs, overlay]) assert.ok(!isOnNetwork('/srv/dvk', type, 'linux'));
    assert.ok(isOnNetwork('\\\\server\\share\\dvk', 0, 'win32'));
    assert.ok(!isOnNetwork('C:\\dvk', 0, 'win32'));
  });

  test('a database whose lock file was removed takes no more writes', async () => {
    const directory = path.join(parent, 'removed');
    await cp(findTemplates().directory, directory, { recursive: true });
    const database = await openDatabase({ directory });
    await database.transaction((db) => db.execute(sql`CREATE TABLE note (id integer)`));
    await rm(path.join(directory, lockFileName));
    await assert.rejects(
      database.transaction((db) => db.execute(sql`INSERT INTO note VALUES (1)`)),
      (error) => isUnavailable(error) && /lock .* was removed/.test(String(error)),
    );
    await database.close();
  });

  test('two servers in separate pid namespaces on one directory: one refuses, also after a crash', async (t) => {
    if (ownProcesses.length === 0) t.diagnostic('no pid namespaces are to be had here: these are plain processes');
    await cp(findTemplates().directory, path.join(parent, 'data/database'), { recursive: true });
    const environment = { DVK_DATA: path.join(parent, 'data'), PORT: '0' };
    let first = startCli(['serve'], environment, ownProcesses);
    children.push(first);
    await addressOf(first);
    // A crash, after which PostgreSQL opens every file in the directory: that must not cost the new holder its lock.
    await kill(first, path.join(parent, 'data/database'));
    first = startCli(['serve'], environment, ownProcesses);
    children.push(first);
    const address = await addressOf(first);
    const second = await runCli(['serve'], environment, ownProcesses);
    assert.equal(second.code, 1);
    assert.match(second.output, /^The database in .* is in use by process \d+ on /);
    assert.equal((await fetch(`${address}/readyz`)).status, 200);
  });
});

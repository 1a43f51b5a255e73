import type { BenchLine } from '../../../scripts/bench.ts';
import { globalSetup, globalTeardown } from './testkit/global-setup.ts';
import { tellWhileKilling } from './testkit/telling/run.ts';

const cases = 500;
const kills = 10;

/** Announcements, letters and messages by two processes, of which one after the other is killed at random. */
export async function bench(report: (line: BenchLine) => void): Promise<void> {
  await globalSetup();
  try {
    const { letters, messages, repeated, seconds } = await tellWhileKilling(cases, kills);
    const name = `${cases} cases told by mail and to a system, ${kills} workers killed`;
    report({ name: `${name}: done`, value: (letters + messages) / seconds, unit: '/s' });
    report({ name: `${name}: lost`, value: 2 * cases - letters - messages, unit: 'letters and messages' });
    report({ name: `${name}: sent twice, and known by their name`, value: repeated, unit: 'letters and messages' });
  } finally {
    await globalTeardown();
  }
}

import path from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

const shownFiles = 8;

/** The files that took longest, with their seconds. */
function slowest(milliseconds: ReadonlyMap<string, number>): string {
  const files = [...milliseconds].sort(([, a], [, b]) => b - a).slice(0, shownFiles);
  return files.map(([file, took]) => `${file} ${Math.round(took / 1000)} s`).join(', ');
}

/**
 * For `node --test`: says what failed, which files took longest, and ends with the line `N passed, N failed`. A skipped test
 * counts as failed.
 */
export default async function* countReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  const milliseconds = new Map<string, number>();
  for await (const event of source) {
    if (event.type === 'test:stderr' || event.type === 'test:stdout') yield event.data.message;
    // A file is itself a test, called by its path. (The summary of a file does not come for all.)
    if (event.type === 'test:complete' && event.data.name === path.relative('.', event.data.file ?? ''))
      milliseconds.set(event.data.name, event.data.details.duration_ms);
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { data } = event;
    if (data.details.type === 'suite') continue;
    if (event.type === 'test:pass' && !data.skip && !data.todo) {
      passed += 1;
      continue;
    }
    // A file with failing tests is reported as one more failing test: count the tests alone.
    const error = event.type === 'test:fail' ? event.data.details.error : undefined;
    if (error && 'failureType' in error && error.failureType === 'subtestsFailed') continue;
    failed += 1;
    const cause = error && 'cause' in error ? error.cause : undefined;
    yield `✗ ${data.file ?? ''} › ${data.name}\n${cause instanceof Error ? inspect(cause) : String(cause ?? 'skipped')}\n\n`;
  }
  if (milliseconds.size > 0) yield `slowest: ${slowest(milliseconds)}\n`;
  yield `${passed} passed, ${failed} failed\n`;
}

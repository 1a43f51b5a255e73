/** Every rule of `.dependency-cruiser.js` is broken once, in a small workspace made for the test. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import rules from '../.dependency-cruiser.js';
import { checkAreas } from './lib/areas.ts';

/** A workspace in which every rule is broken. */
const workspace: Record<string, string> = {
  'packages/sdk/package.json': '{ "name": "@dvk/sdk", "dependencies": {} }',
  'packages/sdk/src/text/index.ts': "export { fold } from './fold.ts';",
  'packages/sdk/src/text/fold.ts': "import type { Text } from './types.ts';\nexport const fold = (text: Text) => text;",
  'packages/sdk/src/text/types.ts': 'export type Text = string;',
  // A circle of two files, closed by a type.
  'packages/sdk/src/cases/apply.ts': "import { policy } from './policy.ts';\nexport type Apply = typeof policy;",
  'packages/sdk/src/cases/policy.ts':
    "import type { Apply } from './apply.ts';\nexport const policy = 1 as unknown as Apply;",
  // A circle of two areas, without a circle of files, through a folder within one of them.
  'packages/sdk/src/units/tree/walk.ts': "import { unit } from '../../models/unit.ts';\nexport const walk = unit;",
  'packages/sdk/src/units/names.ts': 'export const names = 1;',
  'packages/sdk/src/models/unit.ts': 'export const unit = 1;',
  'packages/sdk/src/models/model.ts': "import { names } from '../units/names.ts';\nexport const model = names;",
  'packages/sdk/src/client/files.ts': "import { readFileSync } from 'node:fs';\nexport const files = readFileSync;",
  'packages/sdk/src/client/lost.ts': "export { lost } from './nowhere.ts';",
  'packages/sdk/src/client/stray.ts': "export { stray } from 'stray';",
  'node_modules/stray/package.json': '{ "name": "stray", "version": "1.0.0", "main": "index.js" }',
  'node_modules/stray/index.js': 'exports.stray = 1;',
  'packages/sdk/src/client/server.ts':
    "import type { app } from '../../../server/src/http/app.ts';\nexport type App = typeof app;",
  'packages/sdk/src/testkit/sample.ts': 'export const sample = 1;',
  'packages/sdk/src/text/sample.ts': "export { sample } from '../testkit/sample.ts';",
  'packages/sdk/src/text/sample.test.ts': "export { sample } from '../testkit/sample.ts';",
  'packages/documents/src/papers/send.ts': "export { app } from '../../../server/src/http/app.ts';",
  'packages/server/src/http/app.ts': 'export const app = 1;',
  'packages/server/src/main.ts': "export { main } from './http/listen.ts';",
  'packages/server/src/http/listen.ts': "export { main } from '../start.ts';",
  'packages/server/src/start.ts': 'export const main = 1;',
  'packages/server/src/commands/serve.ts': "export { main } from '../start.ts';",
  'packages/server/src/cli.ts': "export { main } from './commands/serve.ts';",
  'packages/server/src/http/run.ts': "export { main } from '../commands/serve.ts';",
  'packages/server/src/http/seed.ts': "export { seed } from '../../../demo/src/seed.ts';",
  'packages/demo/src/seed.ts': 'export const seed = 1;',
  'packages/elements/src/case-form/form.ts': "export { seed } from '../../../demo/src/seed.ts';",
  'stories/src/case.stories.ts': "export { fold } from '../../packages/sdk/src/text/fold.ts';",
  'examples/node/seed.ts': "export { seed } from './src/seed.ts';",
  'examples/node/src/seed.ts': 'export const seed = 1;',
};

/** What is wrong with it: the rule, the file or area, and what it imports (of a circle, the next line). */
const faults = [
  'areas-import-no-entry-file: server/src/http/listen.ts → server/src/start.ts',
  'commands-stand-above-all: server/src/http/run.ts → server/src/commands/serve.ts',
  'declared-dependencies: sdk/src/client/stray.ts → node_modules/stray/index.js',
  'demo-only-for-show: elements/src/case-form/form.ts → demo/src/seed.ts',
  'demo-only-for-show: server/src/http/seed.ts → demo/src/seed.ts',
  'documents-import-sdk-alone: documents/src/papers/send.ts → server/src/http/app.ts',
  'elements-import-sdk-alone: elements/src/case-form/form.ts → demo/src/seed.ts',
  'no-circle-of-areas: sdk/src/models',
  'no-circle-of-areas: sdk/src/units',
  'no-circle-of-files: sdk/src/cases/apply.ts',
  'no-testkit-in-product: sdk/src/text/sample.ts → sdk/src/testkit/sample.ts',
  'packages-are-found: sdk/src/client/lost.ts → ./nowhere.ts',
  'packages-by-name: documents/src/papers/send.ts → server/src/http/app.ts',
  'packages-by-name: elements/src/case-form/form.ts → demo/src/seed.ts',
  'packages-by-name: sdk/src/client/server.ts → server/src/http/app.ts',
  'packages-by-name: server/src/http/seed.ts → demo/src/seed.ts',
  'packages-by-name: stories/src/case.stories.ts → sdk/src/text/fold.ts',
  'sdk-imports-no-node: sdk/src/client/files.ts → fs',
  'sdk-imports-no-package: sdk/src/client/server.ts → server/src/http/app.ts',
  'server-imports-sdk-and-documents: server/src/http/seed.ts → demo/src/seed.ts',
];

describe('rules of imports', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'areas-'));
    for (const [file, text] of Object.entries(workspace)) {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
  });
  after(() => rm(folder, { recursive: true }));

  it('report each break and nothing else', () => {
    const lines = checkAreas(folder).filter((line) => line.trimStart().startsWith('error '));
    assert.deepEqual(
      lines.map((line) => line.replace('error ', '').replaceAll('packages/', '').replace(/→\s*$/, '').trim()).sort(),
      faults,
    );
  });

  it('have each been broken here', () => {
    const broken = new Set(faults.map((fault) => fault.split(':')[0]));
    assert.deepEqual(
      (rules.forbidden ?? []).map(({ name }) => name).filter((name) => !broken.has(name ?? '')),
      [],
    );
  });

  it('are kept by this workspace', () => {
    assert.deepEqual(checkAreas(), []);
  });
});

import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as areas from './areas.ts';
import { api, events } from './index.ts';

const source = path.join(import.meta.dirname, '..');

/** The name of an area in code: `personalData` of the folder `personal-data`. */
const inCode = (folder: string) => folder.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

test('every area with a contract has a part in the API', () => {
  const contracts = globSync('*/contract.ts', { cwd: source }).map((file) => inCode(path.dirname(file)));
  assert.deepEqual(Object.keys(areas).sort(), contracts.sort());
  assert.equal(api.cases.create.path, '/v1/cases');
  for (const [area, { endpoints }] of Object.entries(areas)) assert.equal(api[area as keyof typeof api], endpoints);
});

test('every area with events records them in the ledger, and its records can be sealed', () => {
  const withEvents = globSync(['*/events.ts', '*/lifecycle.ts'], { cwd: source, exclude: ['lifecycle/**', 'api/**'] });
  const registered: Readonly<Record<string, object>> = areas;
  for (const area of new Set(withEvents.map((file) => path.dirname(file))))
    assert.ok('events' in registered[inCode(area)]!, area);
  for (const kind of ['case.received', 'attachment.removed', 'case.sealed', 'model.sealed', 'ledger.sealed'] as const)
    assert.ok(events[kind], kind);
});

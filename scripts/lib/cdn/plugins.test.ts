import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { elements } from './files.ts';
import { minifiedTemplates } from './plugins.ts';

test('shapes of a drawing stay beside each other when templates are minified', async () => {
  const transform = minifiedTemplates.transform as (code: string, id: string) => { code: string };
  const source = [
    "import { svg } from 'lit';",
    'export const bars = (y: number) => svg`',
    '  <rect y=${y} rx="3" />',
    '  <rect class="a" width=${y} />`;',
  ].join('\n');
  const { code } = await transform(source, path.join(elements, 'src/drawings/bars.ts'));
  assert.equal(code.match(/\/>/g)?.length, 2, code);
});

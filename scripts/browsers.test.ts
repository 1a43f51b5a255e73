/** The lint of used APIs and CSS against the supported browsers: what it must see, and what it must leave alone. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { findLackingApis } from './lib/browsers/apis.ts';
import { findLackingInBundle } from './lib/browsers/bundles.ts';
import type { Lacking } from './lib/browsers/lacking.ts';
import { findLackingMarkup } from './lib/browsers/markup.ts';
import { findLackingStyles } from './lib/browsers/styles.ts';
import { root } from './lib/run.ts';

const names = (found: Lacking[]) => found.map(({ what }) => what).sort();

describe('APIs that a supported browser lacks are found', () => {
  let folder = '';
  after(() => rm(folder, { recursive: true, force: true }));

  async function lackingIn(code: string): Promise<string[]> {
    folder ||= await mkdtemp(path.join(root, 'packages/elements/.lint-'));
    await writeFile(path.join(folder, 'sample.ts'), code);
    const compilerOptions = { target: 'ES2022', lib: ['ESNext', 'DOM', 'DOM.Iterable'], types: [], noEmit: true };
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['sample.ts'] }));
    return names(findLackingApis(path.relative(root, folder)));
  }

  test('in a source, by their types', async () => {
    const found = await lackingIn(`
      export const a = [3, 1].toSorted().toReversed().with(0, 1);
      export const b = new Uint8Array(2).toSorted();
      export const c = Object.groupBy([1], String);
      export const d = Promise.withResolvers<void>();
      export const e = new Set([1]).union(new Set([2]));
      export const f = URL.canParse('x') || URL.parse('x');
      export const g = AbortSignal.any([AbortSignal.timeout(1)]);
      export const h = 'x'.isWellFormed() && 'x'.toWellFormed();
      export const i = (element: HTMLElement) => element.togglePopover();
      export const j = Array.fromAsync([1]);
    `);
    assert.deepEqual(found, [
      'AbortSignal.any',
      'Array.fromAsync',
      'Array.toReversed',
      'Array.toSorted',
      'Array.with',
      'HTMLElement.togglePopover',
      'Object.groupBy',
      'Promise.withResolvers',
      'Set.union',
      'String.isWellFormed',
      'String.toWellFormed',
      'TypedArray.toSorted',
      'URL.canParse',
      'URL.parse',
    ]);
  });

  test('but not what has the same name or is only a type', async () => {
    const found = await lackingIn(`
      const mine = { union: (one: string) => one, toSorted: () => 1, with: () => 2 };
      export const a = [mine.union('x'), mine.toSorted(), mine.with()];
      export const b = [3, 1].findLast((one) => one > 1) ?? structuredClone({}) ?? [1].at(-1);
      export type C = ReturnType<typeof Object.groupBy>;
    `);
    assert.deepEqual(found, []);
  });

  test('in a built file, by their names', () => {
    const code = `
      const mine = { union: (one) => one };
      mine.union(1);
      a.toSorted(); b.toReversed(); Object.groupBy(c, d); new Set().isSubsetOf(e); /[\\p{L}--[a-z]]/v; URL.parse(f);
      if (typeof Temporal === 'object' && g.showPopover?.()) h.toSpliced?.();
    `;
    assert.deepEqual(names(findLackingInBundle(code, 'sample')), [
      '.isSubsetOf()',
      '.toReversed()',
      '.toSorted()',
      'Object.groupBy',
      'RegExp /…/v',
      'URL.parse',
    ]);
  });
});

describe('CSS that a supported browser lacks is found', () => {
  for (const [sheet, what] of [
    ['a { color: light-dark(#000, #fff) }', 'light-dark()'],
    [':host { --_text: light-dark(#000, #fff) }', 'light-dark()'],
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['a { color: rgb(from red r g b) }', 'rgb(from …)'],
    ['.option:has(:checked) { color: red }', ':has()'],
    ['a { b { color: red } }', 'nesting'],
    ['a { &:hover { color: red } }', 'nesting'],
    ['@scope (a) { b { color: red } }', '@scope'],
    ['@starting-style { b { color: red } }', '@starting-style'],
    ['a { grid-template-columns: subgrid }', 'grid-template-columns: subgrid'],
    ['a { anchor-name: --here }', 'anchor-name'],
    ['legend { float: inline-start }', 'float: inline-start'],
    ['a:popover-open { color: red }', ':popover-open'],
    ['a { user-select: all }', 'user-select'],
  ] as const)
    test(sheet, () => assert.ok(names(findLackingStyles(sheet, 'sample')).includes(what)));

  for (const sheet of [
    '@supports (color: light-dark(red, red)) { a { color: light-dark(#000, #fff) } }',
    'a { color: #000; color: light-dark(#000, #fff) }',
    'a { -webkit-user-select: all; user-select: all }',
    'a:is(b, c):focus-visible::part(base) { inset: 0; aspect-ratio: 1; inline-size: max(1rem, 16px) }',
    '@container (max-width: 30em) { a { rotate: 45deg } }',
  ])
    test(`not ${sheet}`, () => assert.deepEqual(findLackingStyles(sheet, 'sample'), []));
});

test('HTML that a supported browser lacks is found', () => {
  const found = (template: string) => names(findLackingMarkup('html`' + template + '`', 'sample'));
  assert.deepEqual(found('<button popovertarget="menu">…</button><div id="menu" popover>…</div>'), [
    'popover',
    'popovertarget',
  ]);
  assert.deepEqual(found('<dialog inert><input type="date" enterkeyhint="next" /></dialog>'), []);
});

test('no style sheet of a guide needs what a supported browser lacks', async () => {
  for (const guide of globSync('docs/guides/*.md', { cwd: root })) {
    const text = await readFile(path.join(root, guide), 'utf8');
    for (const [, sheet] of text.matchAll(/```css\n([^]*?)```/g))
      assert.deepEqual(findLackingStyles(sheet!, guide), []);
  }
});

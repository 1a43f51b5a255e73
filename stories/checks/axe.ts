/** What axe finds in a story. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, ContextObject, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: { run: (context: ContextObject, options: RunOptions) => Promise<AxeResults> };
  }
}

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everything: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // A story is a part of a page: the page around it has the landmarks, the heading of level one and the title.
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
    // A spoken command names what is seen.
    'label-content-name-mismatch': { enabled: true },
  },
};

/** The colours alone: other colours change nothing else that axe looks at. */
export const colours: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(source);
}

/** @param exclude - what on the page is not looked at, as CSS selectors */
export async function axe(
  page: Page,
  options = everything,
  root = '#storybook-root',
  exclude: readonly string[] = [],
): Promise<string> {
  const { violations } = await page.evaluate(({ context, chosen }) => window.axe.run(context, chosen), {
    context: { include: [root], exclude: [...exclude] },
    chosen: options,
  });
  return violations
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) =>
          `${id}: ${help}\n      ${node.target.flat().join(' ')}\n      ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`,
      ),
    )
    .join('\n    ');
}

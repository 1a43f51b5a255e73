/** Every browser test imports this: it counts violations of the page's strict policy and fails the test that caused one. */
import { executeServerCommand } from '@web/test-runner-commands';
import axeCore from 'axe-core';
import { assert, aTimeout } from '@open-wc/testing';
import { waitUntil } from './wait-until.ts';

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});

/** To be called in a describe block: no test in it may violate the policy. */
export function expectNoPolicyViolations(): void {
  beforeEach(() => {
    violations.length = 0;
  });
  afterEach(() => {
    assert.deepEqual(violations, []);
  });
}

/** What axe finds wrong with an element: rule and place. Rules about whole pages are left out. */
export async function axe(element: Element): Promise<string[]> {
  const { violations: found } = await axeCore.run(element, {
    // A spoken command names what is seen.
    rules: { region: { enabled: false }, 'label-content-name-mismatch': { enabled: true } },
    resultTypes: ['violations'],
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.flat().join(' ')}`));
}

/** What assistive technology gets for an element and what is inside it, a line each. */
export async function accessibilityTree(selector: string): Promise<string[]> {
  return executeServerCommand('accessibility-tree', { selector });
}

/**
 * Runs something inside a page that is served under the policy without any exception – not even the inline script
 * that the test runner's own page starts with – and fails if the policy was violated once.
 */
export async function inStrictPage(act: (page: Window) => Promise<void>): Promise<void> {
  const frame = document.createElement('iframe');
  frame.src = new URL('../../testing/strict.html', import.meta.url).pathname;
  document.body.append(frame);
  const page = frame.contentWindow as typeof globalThis & Window & { ready?: boolean; violations: string[] };
  try {
    await waitUntil(() => page.ready, 'the strict page loads');
    await act(page);
    await aTimeout(20);
    assert.deepEqual([...page.violations], []);
    assert.throws(() => page.eval('1'));
  } finally {
    frame.remove();
  }
}

/**
 * What a screen reader is told of a component: the tree of roles, names and states of its main story, as somebody has read
 * and accepted it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Story } from './storybook.ts';

const folder = path.join(import.meta.dirname, '../trees');

/** The element that a file of stories is about; `undefined` for parts and journeys. */
export function elementOf({ importPath }: Pick<Story, 'importPath'>): string | undefined {
  const [, name] = /\/(?:widgets|fields)\/([\w-]+)\.stories\.ts$/.exec(importPath) ?? [];
  return name && `dvk-${name}`;
}

/** The tree that was accepted, or what differs from it. */
export async function compareTree(page: Page, story: Story, accept: boolean): Promise<string> {
  const tree = await page.locator(elementOf(story)!).first().ariaSnapshot();
  const file = path.join(folder, `${story.id}.yml`);
  if (accept) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${tree}\n`);
    return '';
  }
  let accepted: string;
  try {
    accepted = readFileSync(file, 'utf8').trimEnd();
  } catch {
    return `has no accepted tree: read what --accept writes to ${path.relative(process.cwd(), file)}`;
  }
  if (tree === accepted) return '';
  const [before, now] = [accepted.split('\n'), tree.split('\n')];
  const at = before.findIndex((line, index) => line !== now[index]);
  const line = at < 0 ? before.length : at;
  return `line ${line + 1}: accepted ${JSON.stringify(before[line] ?? '')}, now ${JSON.stringify(now[line] ?? '')}`;
}

/** What a screen reader is told in a story of an element: the roles, names and states, as somebody has read and accepted them. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { AcceptedFiles } from './accepted.ts';
import { here, type Story } from './storybook.ts';

/** What a story still loads when it has played gets this many looks. */
const looks = 6;

/** The states in which people use an element. How failures are told is tested where they are made. */
const mainStates =
  /--(empty|filled|missing|check|received|answered|overdue|connected|list|detail|answering|my-models|self-scoring|full-appraisal|concluded|radio|checkboxes|tiles|scale|switch|select)$/;

/** Of every widget and field; what widgets are made of is heard in them. */
export const hasTree = ({ importPath, id }: Story): boolean =>
  /\/(?:widgets|fields)\//.test(importPath) && mainStates.test(id);

/** The first line in which a tree is not the accepted one. */
function difference(accepted: string, now: string): string {
  const [before, after] = [accepted.split('\n'), now.split('\n')];
  const at = after.findIndex((line, index) => line !== before[index]);
  const line = at < 0 ? after.length : at;
  return `line ${line + 1} was ${JSON.stringify(before[line] ?? '')}, is ${JSON.stringify(after[line] ?? '')}`;
}

export class Trees {
  readonly #files: AcceptedFiles;

  constructor(accepting: boolean) {
    this.#files = new AcceptedFiles(path.join(here, 'trees'), 'yml', accepting);
  }

  /** Answers how what is told differs from what was. */
  async check(page: Page, story: Story): Promise<string> {
    const name = this.#files.nameOf(story);
    const accepted = (await this.#files.read(name))?.toString();
    let tree = '';
    for (let look = 0; look < looks; look += 1) {
      if (look > 0) await page.waitForTimeout(200);
      tree = `${await page.locator('#storybook-root').ariaSnapshot()}\n`;
      if (tree === accepted) return '';
    }
    if (this.#files.accepting) return this.#files.accept(name, tree).then(() => '');
    if (accepted === undefined) return 'has no accepted tree; read what this writes: node stories/test.ts --accept';
    return difference(accepted, tree);
  }

  /** Trees of stories that no longer are; accepting takes them away. */
  unused(): Promise<string[]> {
    return this.#files.unused();
  }
}

/** Compares what a story looks like with the picture of it in `pictures/`. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { AcceptedFiles, fileOf, writeInto } from './accepted.ts';
import { compare, type Comparison } from './compare.ts';
import { here, type Story } from './storybook.ts';

const failures = path.join(here, 'out/pictures');

/** Pixels of the page. Longer stories are compared down to here. */
const maxHeight = 2000;
/**
 * What another version of the browser does to letters and edges: between two Chromiums, three years of versions apart or built by others,
 * squares differ by more than this only here and there. A heading that moves by 2 px, a chip of another colour or an icon that is
 * missing makes more squares differ, or more that touch: see comparison.ts.
 */
export const tolerance = 10;
/** Whether what differs is no more than that. */
export const isNoise = ({ squares, differ, largest }: Comparison): boolean =>
  largest <= 4 && differ <= 12 + squares / 5000;
/** What a story still loads or draws when it has played gets this many looks. */
const looks = 6;

/** Every state of the documentation has pictures; where a journey ends is one of them. The words are a list that grows. */
const isState = ({ importPath }: Story): boolean => !/\/journeys\/|\/foundations\/words\./.test(importPath);

/** Whether two sizes, as `width × height`, are the same but for a line that came out a pixel higher. */
function sameSize(one: string, other: string): boolean {
  const [[width = 0, height = 0] = [], [otherWidth = 0, otherHeight = 0] = []] = [one, other].map((size) =>
    size.split(' × ').map(Number),
  );
  return width === otherWidth && Math.abs(height - otherHeight) <= Math.max(2, height / 100);
}

const isSame = (comparison: Comparison): boolean => sameSize(comparison.size, comparison.was) && isNoise(comparison);

async function screenshotOf(page: Page): Promise<Buffer> {
  // What sticks to the window would stand where the page happens to be scrolled to.
  await page.evaluate(() => {
    scrollTo(0, 0);
    return document.fonts.ready;
  });
  const [width, height] = await page.evaluate(() => [innerWidth, document.documentElement.scrollHeight] as const);
  return page.screenshot({
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width, height: Math.min(height, maxHeight) },
  });
}

export class Pictures {
  /** A page that decodes and compares, with nothing else on it. */
  readonly #comparing: Page;
  readonly #files: AcceptedFiles;

  constructor(comparing: Page, accepting: boolean) {
    this.#comparing = comparing;
    this.#files = new AcceptedFiles(path.join(here, 'pictures'), 'webp', accepting);
  }

  /** Whether what differs is stored as the new picture. */
  get accepts(): boolean {
    return this.#files.accepting;
  }

  /** Whether a story is compared. */
  has(story: Story): boolean {
    return isState(story) && (this.accepts || this.#files.has(story));
  }

  /** The files of stories whose pictures nobody has accepted yet. */
  missing(stories: readonly Story[]): string[] {
    return [...new Set(stories.filter((story) => isState(story) && !this.has(story)).map(fileOf))];
  }

  /** Answers how a story on a page differs from its picture; the page has the size that is asked for. */
  async check(page: Page, story: Story, size: string): Promise<string> {
    const name = this.#files.nameOf(story, `${size}.webp`);
    const stored = await this.#files.read(name);
    let before: Buffer | undefined = stored;
    let comparison = await this.#look(page, before);
    const most = stored || this.accepts ? looks : 1;
    for (let look = 1; look < most && !isSame(comparison); look += 1) {
      await page.waitForTimeout(200);
      // What is accepted does not change any more.
      if (this.accepts) before = comparison.picture;
      comparison = await this.#look(page, before);
    }
    // What is accepted is as it looks now: noise would add up with that of the next machine.
    const isKept = this.accepts ? comparison.differ === 0 : isSame(comparison);
    if (stored && before === stored && isKept) return '';
    if (this.accepts) return this.#files.accept(name, comparison.picture).then(() => '');
    const { picture, size: now, was, squares, differ, largest, difference } = comparison;
    await writeInto(failures, name, picture);
    if (differ > 0) await writeInto(failures, name.replace(/webp$/, 'difference.webp'), difference);
    const how = was
      ? `is ${now}, was ${was}; ${differ} of ${squares} squares differ, ${largest} of them together`
      : 'has no picture';
    return `${how}. Look at stories/out/pictures/${name} and beside it; if it is right: node stories/test.ts --accept`;
  }

  async #look(page: Page, before: Buffer | undefined): Promise<Comparison> {
    return compare(this.#comparing, await screenshotOf(page), before, tolerance);
  }

  /** Pictures of stories that no longer are; accepting takes them away. */
  unused(): Promise<string[]> {
    return this.#files.unused();
  }
}

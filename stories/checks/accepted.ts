/** Files of what stories were when somebody looked and accepted it: one or more a story, in a folder of the repository. */
import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Story } from './storybook.ts';

/** Writes a file, with the folders that lead to it. */
export async function writeInto(folder: string, name: string, content: string | Buffer): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** `widgets/case-desk` of `widgets/case-desk.stories.ts`. */
export const fileOf = ({ importPath }: Story): string =>
  importPath.replace(/^.*\/src\//, '').replace(/\.stories\.ts$/, '');

export class AcceptedFiles {
  /** Whether what differs is to be accepted now. */
  readonly accepting: boolean;
  readonly #folder: string;
  readonly #ending: string;
  readonly #seen = new Set<string>();

  constructor(folder: string, ending: string, accepting: boolean) {
    this.accepting = accepting;
    this.#folder = folder;
    this.#ending = ending;
  }

  /** The story `--empty` of `widgets/case-desk.stories.ts` is `widgets/case-desk/empty` and the ending. */
  nameOf(story: Story, ending = this.#ending): string {
    return `${fileOf(story)}/${story.id.slice(story.id.lastIndexOf('--') + 2)}.${ending}`;
  }

  /** Whether something was accepted for the file of a story: a new file is compared after that. */
  has(story: Story): boolean {
    return existsSync(path.join(this.#folder, fileOf(story)));
  }

  /** What was accepted, if anything was. */
  async read(name: string): Promise<Buffer | undefined> {
    this.#seen.add(name);
    return readFile(path.join(this.#folder, name)).catch(() => undefined);
  }

  async accept(name: string, content: string | Buffer): Promise<void> {
    await writeInto(this.#folder, name, content);
  }

  /** Files of stories that no longer are; accepting takes them away. */
  async unused(): Promise<string[]> {
    const unused = globSync(`**/*.${this.#ending}`, { cwd: this.#folder }).filter((name) => !this.#seen.has(name));
    if (!this.accepting) return unused;
    for (const name of unused) await rm(path.join(this.#folder, name));
    return [];
  }
}

import { criteriaOf, type Rubric, type RubricNode } from '@dvk/sdk/rubrics';
import { importRubric } from '../index.ts';

/** `[id, kind, points]` of each line. */
export const lines = (rubric: Rubric) =>
  criteriaOf(rubric).map((line) => [line.id, line.kind, line.kind === 'gate' ? 0 : line.max]);

/** The tree as text: `number title = points`, two spaces a level. */
export function outline(nodes: readonly RubricNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.number ? `${node.number} ` : ''}${node.title.vi} = ${node.kind === 'gate' ? '–' : node.max / 100}`,
    ...(node.kind === 'group' ? outline(node.children, depth + 1) : []),
  ]);
}

/** The outline of a file and the codes of its doubts, without those about bands, which short examples lack. */
export async function read(file: Uint8Array, table?: string) {
  const { rubric, doubts } = await importRubric(file, table === undefined ? {} : { table });
  return {
    rubric,
    doubts,
    outline: outline(rubric.criteria),
    codes: doubts.map(({ code }) => code).filter((code) => code !== 'no-bands'),
  };
}

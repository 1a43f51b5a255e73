import { MAX_DEPTH, MAX_NODES } from './limits.ts';
import { refuseTooLarge } from './message.ts';
import type { Criterion, Rubric, RubricNode } from './schema.ts';

/** The three parts of a rubric. */
export type RubricPart = 'criteria' | 'bonus' | 'deduction';

/** Most points of a node; a gate has none. */
export const maxOf = (node: RubricNode): number => (node.kind === 'gate' ? 0 : node.max);

/** A node and its position in the rubric. */
export interface PlacedNode {
  node: RubricNode;
  /** JSON pointer into the rubric. */
  pointer: string;
  part: RubricPart;
  /** Id of its group; `null` at the top of a part. */
  parent: string | null;
  /** The list that contains it, and its index there. */
  siblings: RubricNode[];
  index: number;
  depth: number;
  /** Reserved to the superior, by its own field or that of a group around it. */
  reserved: boolean;
  /** Locked, by its own field or that of a group around it. */
  locked: boolean;
}

/** The lists that make up the table. */
export type Table = Pick<Rubric, 'criteria' | 'bonus' | 'deduction'>;

/** The top lists of a rubric, those it has. */
export function partsOf(rubric: Table): { part: RubricPart; nodes: RubricNode[]; pointer: string }[] {
  const { criteria, bonus, deduction } = rubric;
  return [
    { part: 'criteria', nodes: criteria, pointer: '/criteria' },
    ...(bonus ? [{ part: 'bonus', nodes: bonus.criteria, pointer: '/bonus/criteria' } as const] : []),
    ...(deduction ? [{ part: 'deduction', nodes: deduction.criteria, pointer: '/deduction/criteria' } as const] : []),
  ];
}

/**
 * Every node in the order of the table, groups before their contents. Throws `InputError` `too-large` beyond `MAX_NODES`
 * nodes or `MAX_DEPTH` levels, which also stops at a group that contains itself.
 */
export function placedNodes(rubric: Table): PlacedNode[] {
  const found: PlacedNode[] = [];
  const walk = (siblings: RubricNode[], place: Omit<PlacedNode, 'node' | 'index' | 'siblings'>) => {
    for (const [index, node] of siblings.entries()) {
      const pointer = `${place.pointer}/${index}`;
      if (place.depth > MAX_DEPTH || found.length === MAX_NODES) refuseTooLarge(`/rubric${pointer}`);
      const reserved = place.reserved || node.scoredBy === 'superior';
      const locked = place.locked || node.locked === true;
      found.push({ ...place, node, pointer, siblings, index, reserved, locked });
      if (node.kind === 'group') {
        walk(node.children, {
          ...place,
          pointer: `${pointer}/children`,
          parent: node.id,
          depth: place.depth + 1,
          reserved,
          locked,
        });
      }
    }
  };
  for (const { part, nodes, pointer } of partsOf(rubric)) {
    walk(nodes, { part, pointer, parent: null, depth: 1, reserved: false, locked: false });
  }
  return found;
}

/** The lines of a rubric – what is scored – in the order of the table. */
export function criteriaOf(rubric: Rubric): Criterion[] {
  return placedNodes(rubric).flatMap(({ node }) => (node.kind === 'group' ? [] : [node]));
}

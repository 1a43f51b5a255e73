import { refuse, refuseTwice, refuseUnknown } from './message.ts';
import type { Overlay, OverlayChange, Rubric, RubricNode } from './schema.ts';
import { placedNodes, type PlacedNode } from './tree.ts';

/** Fields that `set` may replace; `checkRubric` checks whether they suit the kind of the node. */
const settable = new Set(
  'number title note max capped scoredBy evidence mayNotApply source levels min step each from unit thresholds expression inputs condition'.split(
    ' ',
  ),
);

function subtree(node: RubricNode): RubricNode[] {
  return placedNodes({ criteria: [node] }).map((placed) => placed.node);
}

function findNode(rubric: Rubric, id: string, pointer: string): PlacedNode {
  return placedNodes(rubric).find(({ node }) => node.id === id) ?? refuseUnknown('unknown-line', pointer, id);
}

function refuseLocked(pointer: string, id: string): never {
  refuse(
    'locked',
    pointer,
    '“$0” là phần bắt buộc của mẫu, không được sửa',
    '“$0” is fixed by the template and cannot be changed',
    id,
  );
}

/** Makes one change, in place. */
function applyChange(rubric: Rubric, change: OverlayChange, pointer: string, mayUnlock: boolean): void {
  if (change.op === 'add') {
    const ids = new Set(placedNodes(rubric).map(({ node }) => node.id));
    for (const { id } of subtree(change.node)) {
      if (ids.has(id)) refuseTwice('duplicate-id', `${pointer}/node`, id);
      ids.add(id);
    }
    const siblings = listFor(rubric, change, pointer, mayUnlock);
    siblings.splice(change.index ?? siblings.length, 0, structuredClone(change.node));
    return;
  }
  const { node, siblings, index, locked } = findNode(rubric, change.node, `${pointer}/node`);
  if (!mayUnlock && (locked || (change.op === 'remove' && subtree(node).some((each) => each.locked)))) {
    refuseLocked(`${pointer}/node`, node.id);
  }
  if (change.op === 'remove') {
    siblings.splice(index, 1);
    return;
  }
  for (const [field, value] of Object.entries(change.fields)) {
    if (!settable.has(field)) refuseUnknown('unknown-field', `${pointer}/fields/${field}`, field);
    if (value === null) delete (node as unknown as Record<string, unknown>)[field];
    else Object.assign(node, { [field]: structuredClone(value) });
  }
}

function listFor(
  rubric: Rubric,
  change: Extract<OverlayChange, { op: 'add' }>,
  pointer: string,
  mayUnlock: boolean,
): RubricNode[] {
  if (change.parent === null) {
    const { part = 'criteria' } = change;
    if (part === 'criteria') return rubric.criteria;
    return rubric[part]?.criteria ?? refuseUnknown('unknown-part', `${pointer}/part`, part);
  }
  const { node, locked } = findNode(rubric, change.parent, `${pointer}/parent`);
  if (node.kind !== 'group')
    return refuse('not-a-group', `${pointer}/parent`, '“$0” không phải là nhóm', '“$0” is not a group', node.id);
  if (locked && !mayUnlock) refuseLocked(`${pointer}/parent`, node.id);
  return node.children;
}

/**
 * A template as one unit adapts it: a new rubric that names its template in `basedOn`. The template stays as it is.
 * Locked parts of the template cannot be changed; run `checkRubric` on the result to check sums and bands.
 *
 * Throws `InputError` for an overlay of another rubric or version, an unknown node, a locked one, an id used twice.
 */
export function applyOverlay(template: Rubric, overlay: Overlay): Rubric {
  const { base } = overlay;
  if (base.id !== template.id || base.version !== template.version) {
    refuse(
      'other-template',
      '/overlay/base',
      'Bản điều chỉnh này dành cho mẫu “$0”',
      'This overlay is for the template “$0”',
      `${base.id} ${base.version}`,
    );
  }
  const rubric = structuredClone(template);
  for (const [at, change] of overlay.changes.entries()) applyChange(rubric, change, `/overlay/changes/${at}`, false);
  return {
    ...rubric,
    id: overlay.id,
    version: overlay.version,
    title: overlay.title ?? rubric.title,
    legalBasis: overlay.legalBasis ?? rubric.legalBasis,
    basedOn: { ...base },
  };
}

/** The properties of a subject that variants depend on. */
export interface VariantSubject {
  registrantKind?: 'collective' | 'individual';
  unitKind?: string;
}

/**
 * A rubric as it reads for one subject: every variant whose lists name the subject is applied, in order. Id and version
 * stay, because the variants are part of the same instrument; `appliedVariants` says which.
 */
export function forSubject(rubric: Rubric, { registrantKind, unitKind }: VariantSubject): Rubric {
  const fits = <T>(list: readonly T[] | undefined, value: T | undefined) =>
    !list || (value !== undefined && list.includes(value));
  const chosen = (rubric.variants ?? []).filter(
    (each) => fits(each.registrantKinds, registrantKind) && fits(each.unitKinds, unitKind),
  );
  if (chosen.length === 0) return rubric;
  const { variants, ...copy } = structuredClone(rubric);
  for (const variant of chosen) {
    const at = (variants ?? []).findIndex(({ id }) => id === variant.id);
    for (const [index, change] of variant.changes.entries())
      applyChange(copy, change, `/rubric/variants/${at}/changes/${index}`, true);
  }
  return { ...copy, appliedVariants: chosen.map(({ id }) => id) };
}

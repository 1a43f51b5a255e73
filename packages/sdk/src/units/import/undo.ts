import type { Bilingual } from '../../errors/input-error.ts';
import { faultsOfWrites, unitsAfter, type UnitWrite } from '../plan.ts';
import { unitTrees } from '../schema.ts';
import { parentField, type StoredUnit } from '../stored-unit.ts';
import type { KeptReason } from './outcomes.ts';
import { issueOf } from './result.ts';

/** Days during which an import can be undone. */
export const undoDays = 7;

/** What an import wrote of a unit. */
export interface WrittenUnit {
  id: string;
  /** The version of the unit after it. */
  version: number;
  /** What its fields were before; `null` for a unit that was added. */
  before: Partial<StoredUnit> | null;
}

export interface KeptUnit {
  unitId: string;
  name: string;
  reason: KeptReason;
  text: Bilingual;
}

export interface ImportUndoPlan {
  /** Units that the import added and on which nothing was built. */
  removedIds: readonly string[];
  /** Units that get back what they were. */
  writes: readonly UnitWrite[];
  kept: readonly KeptUnit[];
}

const words: Readonly<Record<KeptReason, Bilingual>> = {
  'changed-since': { vi: 'Đã có người sửa sau lần nhập này', en: 'Somebody has changed it since' },
  'has-records': {
    vi: 'Đã có hồ sơ, người hoặc phân quyền gắn với đơn vị',
    en: 'Records, people or roles belong to it',
  },
  'has-units': { vi: 'Đã có đơn vị khác trực thuộc hoặc tiếp nối', en: 'Other units stand below it or continue it' },
  gone: { vi: 'Không còn trong hệ thống', en: 'No longer there' },
  'breaks-rule': { vi: 'Không đưa lại như cũ được', en: 'It cannot be put back' },
};

/** What an import wrote, to be kept for {@link planImportUndo}. */
export function writtenBy(
  units: readonly (StoredUnit & { version: number })[],
  writes: readonly UnitWrite[],
): WrittenUnit[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  return writes.map(({ id, changes }) => {
    const unit = known.get(id);
    if (!unit || !changes) return { id, version: 1, before: null };
    const fields = Object.keys(changes) as (keyof StoredUnit)[];
    const before = Object.fromEntries(fields.map((field) => [field, unit[field]])) as Partial<StoredUnit>;
    return { id, version: unit.version + 1, before };
  });
}

interface UndoContext {
  units: readonly (StoredUnit & { version: number })[];
  /** Units that records, people or roles belong to. */
  usedIds: ReadonlySet<string>;
  reason: string;
}

/**
 * Takes an import back where nothing was built on it: units that it added are removed, units that it changed get back what they were.
 * What somebody has changed since, or has begun to use, stays, and so does what that rests on; each is told with its reason.
 */
export function planImportUndo(
  written: readonly WrittenUnit[],
  { units, usedIds, reason }: UndoContext,
): ImportUndoPlan {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const kept = new Map<string, { reason: KeptReason; text?: Bilingual }>();
  for (const { id, version, before } of written) {
    const unit = known.get(id);
    if (!unit) kept.set(id, { reason: 'gone' });
    else if (unit.version !== version) kept.set(id, { reason: 'changed-since' });
    else if (before === null && usedIds.has(id)) kept.set(id, { reason: 'has-records' });
  }
  for (;;) {
    const open = written.filter(({ id }) => !kept.has(id));
    const removed = new Set(open.flatMap(({ id, before }) => (before === null ? [id] : [])));
    const writes = open.flatMap(({ id, before }): UnitWrite[] => (before ? [restoring(id, before, reason)] : []));
    const found = new Map<string, { reason: KeptReason; text?: Bilingual }>();
    for (const unit of unitsAfter(units, writes)) {
      if (removed.has(unit.id)) continue;
      for (const id of namedBy(unit)) if (removed.has(id)) found.set(id, { reason: 'has-units' });
    }
    const rest = units.filter(({ id }) => !removed.has(id));
    if (found.size === 0)
      for (const [id, [issue]] of faultsOfWrites(rest, writes))
        found.set(id, { reason: 'breaks-rule', text: issueOf(issue!).text });
    if (found.size === 0) return { removedIds: [...removed], writes, kept: told(kept, known) };
    for (const [id, each] of found) kept.set(id, each);
  }
}

function restoring(id: string, before: Partial<StoredUnit>, reason: string): UnitWrite {
  const fields = Object.keys(before).filter((field) => field !== 'formerStates');
  return { id, changes: before, event: { kind: 'unit.changed', data: { fields, since: null, reason, basis: null } } };
}

/** The units that a unit stands or stood below, and those that continue it. */
function namedBy(unit: StoredUnit): string[] {
  const states = [unit, ...unit.formerStates];
  const parents = states.flatMap((state) => unitTrees.map((tree) => state[parentField[tree]] ?? ''));
  return [...parents, ...unit.successorIds];
}

function told(
  kept: ReadonlyMap<string, { reason: KeptReason; text?: Bilingual }>,
  known: ReadonlyMap<string, StoredUnit>,
): KeptUnit[] {
  return [...kept].map(([unitId, { reason, text }]) => ({
    unitId,
    name: known.get(unitId)?.name ?? '',
    reason,
    text: text ? { vi: `${words[reason].vi}: ${text.vi}`, en: `${words[reason].en}: ${text.en}` } : words[reason],
  }));
}

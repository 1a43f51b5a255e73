import type { HistoryEvent } from '../contract/history.ts';
import type { FieldIssue } from '../contract/field-errors.ts';
import type { ProblemCode } from '../contract/problems.ts';
import { isRefused, type Refusal } from '../lifecycle/outcome.ts';
import { searchKey } from '../text/fold.ts';
import { addUnit, changeUnit, closeUnit } from './apply.ts';
import { reversedIdentificationCode } from './identification-code.ts';
import { unitsAfter, type UnitPlan } from './plan.ts';
import type {
  ListedUnit,
  NewUnit,
  SuccessionEffect,
  SuccessionResult,
  UnitChange,
  UnitClosing,
  UnitKind,
  UnitMerge,
  UnitRecord,
  UnitSplit,
  UnitTree,
} from './schema.ts';
import { isAlive, parentField, unitOn, type StoredUnit } from './stored-unit.ts';
import { mergeUnits, splitUnit, type SuccessionPlan } from './succession.ts';

/** The id of a made-up unit, by its number. */
export const treeUnitId = (at: number): string => `0199a000-0000-7000-8000-${String(at).padStart(12, '0')}`;

type Entry = [name: string, code: string, kind: UnitKind, party: number | null, administrative: number | null];

/** Made-up units: their place in the list is their number, from 1. */
const entries: readonly Entry[] = [
  ['Đảng ủy UBND tỉnh', 'DU', 'party-committee', null, null],
  ['Khối sở, ngành', 'KSN', 'party-committee', 1, null],
  ['Khối đơn vị sự nghiệp', 'KSNG', 'party-committee', 1, null],
  ['Khối doanh nghiệp nhà nước', 'KDN', 'party-committee', 1, null],
  ['Ủy ban nhân dân tỉnh', 'UBND', 'department', 1, null],
  ['Đảng ủy Sở Nội vụ', 'DUSNV', 'party-committee', 2, null],
  ['Đảng ủy Sở Tài chính', 'DUSTC', 'party-committee', 2, null],
  ['Chi bộ Sở Khoa học và Công nghệ', 'CBSKHCN', 'party-cell', 2, null],
  ['Chi bộ Trung tâm Khuyến nông', 'CBTTKN', 'party-cell', 3, null],
  ['Chi bộ Trung tâm Giống nông nghiệp', 'CBTTG', 'party-cell', 3, null],
  ['Chi bộ Trung tâm Nước sạch', 'CBTTNS', 'party-cell', 3, null],
  ['Đảng ủy Trường Cao đẳng', 'DUTCD', 'party-committee', 3, null],
  ['Sở Nội vụ', 'SNV', 'department', 6, 5],
  ['Sở Tài chính', 'STC', 'department', 7, 5],
  ['Trung tâm Lưu trữ lịch sử', 'TTLT', 'public-service-unit', 6, 13],
  ['Chi bộ Công ty Cấp nước', 'CBCTCN', 'party-cell', 4, null],
];

/** A made-up tree of units. */
export const treeUnits: readonly StoredUnit[] = entries.map(([name, code, kind, party, administrative], at) => ({
  id: treeUnitId(at + 1),
  code,
  name,
  kind,
  partyParentId: party === null ? null : treeUnitId(party),
  administrativeParentId: administrative === null ? null : treeUnitId(administrative),
  placeCode: null,
  topics: [],
  validFrom: '2025-07-01',
  validTo: null,
  externalId: null,
  address: code === 'SNV' ? '1 đường Mẫu' : null,
  phone: null,
  email: null,
  identificationCode: code === 'SNV' ? { written: '000.00.12.H56', canonical: 'H56.12' } : null,
  formerStates:
    code === 'SNV'
      ? [
          {
            to: '2026-02-28',
            name: 'Sở Nội vụ và Lao động',
            partyParentId: treeUnitId(2),
            administrativeParentId: treeUnitId(5),
          },
        ]
      : [],
  successorIds: [],
}));

/** Makes the answer to a refused request: `problem` of `@dvk/sdk/testing`. */
export type Refuse<Answer> = (code: ProblemCode, options?: { errors?: readonly FieldIssue[] }) => Answer;

interface Found {
  parent?: string | undefined;
  tree?: UnitTree | undefined;
  on?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

type ById = { params: { id: string } };

/** A server of units in memory, which keeps the rules: handlers for `toMsw`, and the units as they are now. */
export function unitsInMemory<Answer>(refuse: Refuse<Answer>, today: string, first: readonly StoredUnit[] = treeUnits) {
  let all = [...first];
  const versions = new Map<string, number>();
  const histories = new Map<string, HistoryEvent[]>();
  let added = 0;
  const newId = () => treeUnitId(900 + (added += 1));

  const refused = ({ refused: code, issues }: Refusal) => refuse(code, issues && { errors: issues });
  const find = (id: string) => all.find((unit) => unit.id === id);
  const etagOf = (id: string) => `"v${versions.get(id) ?? 1}"`;

  function present(id: string): UnitRecord {
    const unit = unitOn(find(id)!, today);
    const code = unit.identificationCode;
    return {
      ...unit,
      identificationCode: code && { ...code, reversed: reversedIdentificationCode(code.canonical) },
      predecessorIds: all.filter(({ successorIds }) => successorIds.includes(id)).map((each) => each.id),
      etag: etagOf(id),
    };
  }

  function write({ writes }: UnitPlan): void {
    all = unitsAfter(all, writes);
    for (const { id, event, added: isNew } of writes) {
      versions.set(id, isNew ? 1 : (versions.get(id) ?? 1) + 1);
      const events = histories.get(id) ?? [];
      const { reason, basis } = event.data;
      const by = { roles: ['administrator'], unitId: null, unitName: null, self: true };
      const what = { kind: event.kind, at: `${today}T02:00:00Z`, by, from: null, to: null, unitName: null };
      const entry = {
        sequence: events.length + 1,
        ...what,
        reason: reason ?? null,
        ...(basis && { basis: basis.title }),
      };
      histories.set(id, [entry, ...events]);
    }
  }

  /** Changes one unit in the version that was asked for. */
  function changeOne(id: string, request: Request, rule: (unit: StoredUnit) => UnitPlan | Refusal) {
    const unit = find(id);
    if (!unit) return refuse('not-found');
    if (request.headers.get('if-match') !== etagOf(id)) return refuse('precondition-failed');
    const plan = rule(unit);
    if (isRefused(plan)) return refused(plan);
    write(plan);
    return present(id);
  }

  const effectOf = (plan: SuccessionPlan | Refusal, on: string): SuccessionEffect | Answer => {
    if (isRefused(plan)) return refused(plan);
    const after = unitsAfter(all, plan.writes);
    const nameOf = (id: string) => after.find((unit) => unit.id === id)!.name;
    return {
      openCases: plan.successorIds.map((id, at) => ({ name: nameOf(id), count: 3 - Math.min(at, 2) })),
      atOnce: on <= today,
      movedUnits: plan.movedIds.map((id) => ({ id, name: nameOf(id) })),
      stays: [
        { area: 'model', count: 4 },
        { area: 'assessment', count: 7 },
        { area: 'case', count: 0 },
      ],
    };
  };

  const carryOut = (plan: SuccessionPlan | Refusal): SuccessionResult | Answer => {
    if (isRefused(plan)) return refused(plan);
    write(plan);
    return { closed: plan.closedIds.map(present), successors: plan.successorIds.map(present), handedOver: 0 };
  };
  const merge = (body: UnitMerge) => mergeUnits(body, { units: all, newId });
  const split = (body: UnitSplit) => splitUnit(body, { units: all, newId });

  return {
    /** The units as they are now. */
    now: () => all,
    /** Does something as somebody else would. */
    change: (id: string, change: UnitChange) => write(changeUnit(find(id)!, change, { units: all, today }) as UnitPlan),
    handlers: {
      list: ({ query }: { query: Found }) => {
        const { parent, tree, on, q, cursor, limit = 20 } = query;
        const day = on ?? today;
        const fields = tree ? [parentField[tree]] : Object.values(parentField);
        const there = all.filter((unit) => !on || isAlive(unit, on)).map((unit) => unitOn(unit, day));
        const words = searchKey(q ?? '').split(' ');
        const found = there.filter((unit) => {
          const known = find(unit.id)!;
          const names = [known.name, known.code, ...known.formerStates.map(({ name }) => name)];
          const text = searchKey(names.join(' '));
          const isBelow = (id: string | null) => (parent === 'none' ? id === null : id === parent);
          const stands =
            parent === 'none'
              ? fields.every((field) => unit[field] === null)
              : fields.some((field) => isBelow(unit[field]));
          return words.every((word) => text.includes(word)) && (parent === undefined || stands);
        });
        const from = Number(cursor ?? 0);
        const items = found.slice(from, from + limit).map(({ id }): ListedUnit => {
          const {
            identificationCode: _,
            formerStates,
            successorIds,
            externalId,
            address,
            phone,
            email,
            ...unit
          } = there.find((each) => each.id === id)!;
          void [formerStates, successorIds, externalId, address, phone, email];
          const below = tree && there.filter((each) => each[parentField[tree]] === id).length;
          return { ...unit, ...(below !== undefined && { childCount: below }) };
        });
        return { items, nextCursor: from + limit < found.length ? String(from + limit) : null };
      },
      get: ({ params }: ById) => (find(params.id) ? present(params.id) : refuse('not-found')),
      history: ({ params }: ById) => ({ items: histories.get(params.id) ?? [], nextCursor: null }),
      create: ({ body }: { body: NewUnit }) => {
        const id = newId();
        const plan = addUnit(body, { units: all, id });
        if (isRefused(plan)) return refused(plan);
        write(plan);
        return present(id);
      },
      change: ({ params, body, request }: ById & { body: UnitChange; request: Request }) =>
        changeOne(params.id, request, (unit) => changeUnit(unit, body, { units: all, today })),
      close: ({ params, body, request }: ById & { body: UnitClosing; request: Request }) =>
        changeOne(params.id, request, (unit) => closeUnit(unit, body, { units: all })),
      merge: ({ body }: { body: UnitMerge }) => carryOut(merge(body)),
      mergeEffect: ({ body }: { body: UnitMerge }) => effectOf(merge(body), body.on),
      split: ({ body }: { body: UnitSplit }) => carryOut(split(body)),
      splitEffect: ({ body }: { body: UnitSplit }) => effectOf(split(body), body.on),
    },
  };
}

import type { HistoryEvent } from '../contract/history.ts';
import type { FieldIssue } from '../contract/field-errors.ts';
import type { ProblemCode } from '../contract/problems.ts';
import { isRefused, type Refusal } from '../lifecycle/outcome.ts';
import { addDays } from '../text/add-days.ts';
import { sortKey } from '../text/collate.ts';
import { searchKey } from '../text/fold.ts';
import { treeUnitId, treeUnits } from '../units/sample-tree.ts';
import {
  applyAddition,
  applyEnding,
  applyGrant,
  applyLeaving,
  applyPersonChange,
  applyReturn,
  endingWith,
  stateOf,
  type Giver,
} from './apply.ts';
import { leftWithout } from './left-without.ts';
import { holdsOn, reachOn, type HeldGrant } from './reach.ts';
import type { EndingEffect, Grant, NewGrant, NewPerson, Person, PersonChange } from './schema.ts';
import { personStandings, standingsOf, type PersonStanding } from './standing.ts';

/** The id of a made-up person, or of a grant, by its number. */
export const samplePersonId = (at: number): string => `0199b000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const grantId = (at: number): string => `0199c000-0000-7000-8000-${String(at).padStart(12, '0')}`;

type Stored = Omit<Person, 'etag' | 'state' | 'unitName'> & { subject: string | null; version: number };
type StoredGrant = Omit<Grant, 'holds' | 'unitName' | 'delegatedByName'>;

type Entry = [
  name: string,
  title: string,
  unit: number | null,
  /** Days since the last sign-in; `null` for never. */
  signedIn: number | null,
  grants: readonly [role: NewGrant['role'], unit: number | null, from: number, to: number | null, reason: string][],
];

/** Made-up people: their place in the list is their number, from 1. Days count from today. */
const entries: readonly Entry[] = [
  ['Nguyễn Văn A', 'Trưởng ban', 1, 0, [['unit-leader', 1, -334, null, 'Quyết định phân công (mẫu minh họa)']]],
  ['Phạm Thị D', 'Chuyên viên', 1, 0, [['secretariat', null, -334, null, 'Quyết định phân công (mẫu minh họa)']]],
  ['Lê Văn C', 'Chuyên viên', 13, 3, [['appraiser', 3, -28, 31, 'Đợt mô hình năm nay (mẫu minh họa)']]],
  [
    'Đỗ Thị H',
    'Phó Chủ tịch',
    9,
    4,
    [['unit-officer', 9, -152, null, 'Phân công phụ trách phong trào (mẫu minh họa)']],
  ],
  ['Hoàng Văn G', 'Giám đốc', 13, 8, [['unit-leader', 13, -334, null, 'Quyết định phân công (mẫu minh họa)']]],
  ['Trần Văn E', 'Phó Giám đốc', 13, 0, []],
  ['Vũ Văn K', 'Chuyên viên', 14, 171, [['unit-officer', 14, -300, 0, 'Phụ trách đến hết đợt (mẫu minh họa)']]],
  ['Ngô Thị L', 'Văn thư', 12, null, []],
  ['Bùi Văn M', 'Quản trị hệ thống', 1, 0, [['administrator', null, -334, null, 'Phân công quản trị (mẫu minh họa)']]],
];

/** Makes the answer to a refused request: `problem` of `@dvk/sdk/testing`. */
type Refuse<Answer> = (code: ProblemCode, options?: { errors?: readonly FieldIssue[] }) => Answer;

interface Found {
  cursor?: string | undefined;
  limit?: number | undefined;
  q?: string | undefined;
  unitId?: string | undefined;
  inUnit?: string | undefined;
  role?: string | undefined;
  standing?: readonly PersonStanding[] | undefined;
}
type ById = { params: { id: string } };

/**
 * A server of people in memory, which keeps the rules: handlers for `toMsw`, and the people as they are now.
 *
 * @param now - the moment that it is, RFC 3339
 * @param asking - who asks: an administrator, or one of the people
 */
export function peopleInMemory<Answer>(
  refuse: Refuse<Answer>,
  { now, day, asking }: { now: string; day: string; asking?: { personId: string } | undefined },
) {
  const daysAgo = (days: number) => new Date(Date.parse(now) - days * 24 * 60 * 60 * 1000).toISOString();
  const reach = reachOn(treeUnits, day);
  const nameOfUnit = (id: string | null) => treeUnits.find((unit) => unit.id === id)?.name ?? null;
  const unitId = (at: number | null) => (at === null ? null : treeUnitId(at));
  let people: Stored[] = entries.map(([name, title, unit, signedIn], at) => ({
    id: samplePersonId(at + 1),
    name,
    title,
    unitId: unitId(unit),
    invitation: `nguoi.${at + 1}@example.vn`,
    subject: signedIn === null ? null : `nguoi-${at + 1}`,
    lastSignInAt: signedIn === null ? null : daysAgo(signedIn),
    leftOn: null,
    createdAt: daysAgo(340),
    version: 1,
  }));
  let grants: StoredGrant[] = entries.flatMap(([, , , , held], at) =>
    held.map(([role, unit, from, to, reason], index) => ({
      id: grantId(at * 10 + index + 1),
      personId: samplePersonId(at + 1),
      role,
      unitId: unitId(unit),
      withSubtree: unit !== null && unit < 5,
      from: addDays(day, from),
      to: to === null ? null : addDays(day, to),
      reason,
      delegatedBy: null,
      basisId: null,
      endedAt: null,
      endReason: null,
      createdAt: daysAgo(-from),
    })),
  );
  // The head of an office is away, and one deputy stands in.
  const basis = grants.find(({ personId }) => personId === samplePersonId(5))!;
  grants.push({
    ...basis,
    id: grantId(901),
    personId: samplePersonId(6),
    from: addDays(day, -6),
    to: addDays(day, 4),
    reason: 'Đi công tác',
    delegatedBy: basis.personId,
    basisId: basis.id,
    createdAt: daysAgo(6),
  });
  const histories = new Map<string, HistoryEvent[]>();
  let added = 0;

  const refused = ({ refused: code, issues }: Refusal) => refuse(code, issues && { errors: issues });
  const find = (id: string) => people.find((each) => each.id === id);
  const nameOf = (id: string | null) => find(id ?? '')?.name ?? null;
  const heldBy = (id: string): (StoredGrant & HeldGrant)[] =>
    grants
      .filter(({ personId }) => personId === id)
      .map((grant) => ({ ...grant, basis: grants.find((each) => each.id === grant.basisId) ?? null }));
  const present = ({ subject, version, ...person }: Stored): Person => ({
    ...person,
    unitName: nameOfUnit(person.unitId),
    state: stateOf({ subject, leftOn: person.leftOn }),
    etag: `"v${version}"`,
  });
  const presentGrant = (grant: StoredGrant): Grant => ({
    ...grant,
    unitName: nameOfUnit(grant.unitId),
    delegatedByName: nameOf(grant.delegatedBy),
    holds: holdsOn(grant, day),
  });
  const newestGrants = (all: readonly StoredGrant[]) =>
    [...all].sort((a, b) => b.createdAt.localeCompare(a.createdAt)).map(presentGrant);
  const standings = (person: Stored) => standingsOf(person, heldBy(person.id), { day, now });

  function tell(id: string, kind: string, more: Partial<HistoryEvent> = {}): void {
    const events = histories.get(id) ?? [];
    const by = { roles: ['administrator'], unitId: null, unitName: null, self: true };
    const event = {
      sequence: events.length + 1,
      kind,
      at: now,
      by,
      from: null,
      to: null,
      unitName: null,
      reason: null,
    };
    histories.set(id, [{ ...event, ...more }, ...events]);
  }

  /** Changes a person, if the version is the one that the request names. */
  function changeOne(
    { params, request }: ById & { request: Request },
    apply: (person: Stored) => ReturnType<typeof applyPersonChange>,
  ): Person | Answer {
    const person = find(params.id);
    if (!person) return refuse('not-found');
    if (request.headers.get('if-match') !== `"v${person.version}"`) return refuse('precondition-failed');
    const outcome = apply(person);
    if (isRefused(outcome)) return refused(outcome);
    const { fields } = outcome.event.data as { fields?: string[] };
    const latest = { ...person, ...outcome.changes, version: person.version + 1 };
    people = people.map((each) => (each === person ? latest : each));
    tell(person.id, outcome.event.kind, fields && { fields });
    return present(latest);
  }

  function end(ending: readonly StoredGrant[], reason: string, because: 'ended' | 'left' | 'basis-ended'): void {
    if (ending.length === 0) return;
    const ended = ending.flatMap((grant) => {
      const outcome = applyEnding(grant, { reason, now, because });
      return isRefused(outcome) ? [] : [{ ...grant, ...outcome.changes }];
    });
    grants = grants.map((each) => ended.find(({ id }) => id === each.id) ?? each);
    end(endingWith(grants, ended), reason, 'basis-ended');
  }

  function matching({ q, unitId, inUnit, role, standing }: Found, wanted = standing): Stored[] {
    const words = searchKey(q ?? '').split(' ');
    return people
      .filter((person) => {
        const held = heldBy(person.id).filter((grant) => holdsOn(grant, day));
        const reaches = held.some(
          (grant) => grant.unitId !== null && reach(grant.unitId, grant.withSubtree).has(inUnit!),
        );
        return (
          words.every((word) => searchKey(`${person.name} ${person.invitation}`).includes(word)) &&
          (unitId === undefined || person.unitId === unitId) &&
          (inUnit === undefined || person.unitId === inUnit || reaches) &&
          (role === undefined || held.some((grant) => grant.role === role)) &&
          (!wanted || standings(person).some((each) => wanted.includes(each)))
        );
      })
      .sort((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1));
  }

  function effectOf(ending: readonly StoredGrant[], leaving: string): EndingEffect {
    const all = grants.filter(({ endedAt, personId }) => endedAt === null && find(personId)!.leftOn === null);
    const also = endingWith(all, ending).filter(({ personId }) => personId !== leaving);
    const held = (some: readonly StoredGrant[]) =>
      some.map((grant) => ({ ...grant, basis: grants.find(({ id }) => id === grant.basisId) ?? null }));
    const staying = all.filter((grant) => !ending.includes(grant) && !also.includes(grant));
    return {
      alsoEnding: also.map((grant) => ({
        personId: grant.personId,
        personName: nameOf(grant.personId)!,
        role: grant.role,
        unitName: nameOfUnit(grant.unitId),
      })),
      leftWithout: leftWithout(held([...ending, ...also]), held(staying), { day, reach }).map(({ role, unitIds }) => ({
        role: role as NewGrant['role'],
        unitId: unitIds?.[0] ?? null,
        unitName: nameOfUnit(unitIds?.[0] ?? null),
        moreUnits: unitIds === null ? 0 : unitIds.length - 1,
      })),
    };
  }

  return {
    handlers: {
      list: ({ query }: { query: Found }) => {
        const from = Number(query.cursor ?? 0);
        const found = matching(query);
        const until = from + (query.limit ?? 20);
        const items = found.slice(from, until).map((person) => ({
          ...present(person),
          roles: newestGrants(
            grants.filter(
              ({ personId, endedAt, to }) => personId === person.id && endedAt === null && (to === null || to >= day),
            ),
          ),
        }));
        return { items, nextCursor: until < found.length ? String(until) : null };
      },
      counts: ({ query }: { query: Found }) => {
        const all = matching(query, undefined);
        const countOf = (each: PersonStanding) => all.filter((person) => standings(person).includes(each)).length;
        return {
          asOf: now,
          total: matching(query).length,
          by: {
            standing: Object.fromEntries(personStandings.map((each) => [each, countOf(each)])) as Record<
              PersonStanding,
              number
            >,
          },
        };
      },
      get: ({ params }: ById) => {
        const person = find(params.id);
        return person ? present(person) : refuse('not-found');
      },
      history: ({ params }: ById) => ({ items: histories.get(params.id) ?? [], nextCursor: null }),
      grants: ({ params }: ById) => ({
        items: newestGrants(grants.filter(({ personId }) => personId === params.id)),
        nextCursor: null,
      }),
      effect: ({ params, query }: ById & { query: { grantId?: string | undefined } }) => {
        const open = grants.filter(({ personId, endedAt }) => personId === params.id && endedAt === null);
        const { grantId } = query;
        return effectOf(grantId ? open.filter(({ id }) => id === grantId) : open, params.id);
      },
      add: ({ body }: { body: NewPerson }) => {
        if (people.some(({ invitation }) => invitation === body.invitation.toLowerCase()))
          return refuse('validation-failed', { errors: [{ pointer: '/invitation', code: 'already-invited' }] });
        const { changes, event } = applyAddition(body);
        const id = samplePersonId(900 + (added += 1));
        const person = { ...changes, id, subject: null, lastSignInAt: null, leftOn: null, createdAt: now, version: 1 };
        people = [...people, person];
        tell(id, event.kind, { unitName: nameOfUnit(person.unitId) });
        return present(person);
      },
      change: (asked: ById & { body: PersonChange; request: Request }) =>
        changeOne(asked, (person) => applyPersonChange(person, asked.body)),
      leave: (asked: ById & { body: { reason: string }; request: Request }) => {
        const left = changeOne(asked, (person) => applyLeaving(person, day));
        if (find(asked.params.id)?.leftOn != null)
          end(
            grants.filter(({ personId, endedAt }) => personId === asked.params.id && endedAt === null),
            asked.body.reason,
            'left',
          );
        return left;
      },
      rejoin: (asked: ById & { request: Request }) => changeOne(asked, applyReturn),
      grant: ({ params, body }: ById & { body: NewGrant }) => {
        const person = find(params.id);
        if (!person) return refuse('not-found');
        const giver: Giver = {
          personId: asking?.personId ?? null,
          administrator: asking === undefined,
          grants: asking ? heldBy(asking.personId) : [],
        };
        const receiver = { id: person.id, leftOn: person.leftOn, isGiver: person.id === asking?.personId };
        const outcome = applyGrant(body, receiver, giver, { day, reach });
        if (isRefused(outcome)) return refused(outcome);
        const made = { ...outcome.changes, id: grantId(950 + (added += 1)), createdAt: now };
        grants = [...grants, { ...made, endedAt: null, endReason: null }];
        return presentGrant(grants.at(-1)!);
      },
      endGrant: ({ params, body }: { params: { id: string; grantId: string }; body: { reason: string } }) => {
        const grant = grants.find(({ id, personId }) => id === params.grantId && personId === params.id);
        if (!grant) return refuse('not-found');
        if (grant.endedAt !== null) return refuse('transition-not-allowed');
        end([grant], body.reason, 'ended');
        return presentGrant(grants.find(({ id }) => id === grant.id)!);
      },
    },
  };
}

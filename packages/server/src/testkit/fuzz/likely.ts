import { existsSync } from 'node:fs';
import { sampleBodies } from '@dvk/sdk/testing';
import type { AnyTransition } from '../../../../sdk/src/lifecycle/transition.ts';
import type { SeenRecord } from './judge.ts';
import { pick, type Ask, type Known, type LikelyRequests, type Roll } from './known.ts';

/** What the areas themselves give as examples: bodies that keep also the rules that no schema says. */
const samples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = sampleBodies;

interface AreaKnowledge extends LikelyRequests {
  lifecycle: readonly AnyTransition[];
}

const knowledge = new Map<string, Promise<AreaKnowledge>>();

/** What is known of an area: its `likely.ts`, where it has one, and the lifecycle that the SDK exports for it. */
function knowledgeOf(area: string): Promise<AreaKnowledge> {
  let known = knowledge.get(area);
  if (!known) knowledge.set(area, (known = loadKnowledge(area)));
  return known;
}

async function loadKnowledge(area: string): Promise<AreaKnowledge> {
  const folder = area.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const file = new URL(`../../${folder}/testkit/likely.ts`, import.meta.url);
  const { likely } = existsSync(file) ? ((await import(file.href)) as { likely: LikelyRequests }) : { likely: {} };
  const exported = Object.values((await import(`@dvk/sdk/${folder}`)) as Record<string, unknown>);
  return { ...likely, lifecycle: exported.find(isLifecycle) ?? [] };
}

function isLifecycle(value: unknown): value is readonly AnyTransition[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => Object(each) === each && 'actors' in each);
}

/** A record to try an operation on: more often than not one in a state in which the operation succeeded before. */
export function pickTarget(
  records: readonly SeenRecord[],
  succeededIn: ReadonlySet<unknown> | undefined,
  roll: Roll,
): SeenRecord | undefined {
  const suitable = succeededIn && roll() < 0.7 ? records.filter(({ status }) => succeededIn.has(status)) : [];
  return pick(suitable.length > 0 ? suitable : records, roll);
}

/** A request that can succeed. */
interface LikelyRequest {
  body: unknown;
  /** Who may take the step that it asks for. */
  actors?: readonly string[];
}

/** What somebody who knows the system would send to an operation: the schema kept to, real ids, a step that is possible. */
export async function likelyRequest(
  operation: string,
  fitting: unknown,
  known: Known,
  roll: Roll,
): Promise<LikelyRequest> {
  const [area = '', name = ''] = operation.split('.');
  const { bodies, lifecycle } = await knowledgeOf(area);
  const make = bodies?.[name];
  if (make) return { body: make(known, roll) };
  const sample = samples[area]?.[name];
  const start = sample !== undefined && roll() < 0.5 ? structuredClone(sample) : fitting;
  const body = await withRealIds(operation, start, known, roll);
  if (Object(body) !== body || !('action' in (body as object)) || lifecycle.length === 0) return { body };
  const possible = lifecycle.filter(({ from }) => from.includes(String(known.target?.['status'])));
  const { action, actors, needs = [] } = pick(possible.length > 0 ? possible : lifecycle, roll)!;
  const needed = Object.fromEntries(needs.map((field) => [field, textFor(field, known, roll)]));
  return { body: { ...needed, ...(body as object), action }, actors };
}

/** Parameters of the path that name something inside the record that a request is about. */
export async function likelyParams(
  operation: string,
  known: Known,
  roll: Roll,
): Promise<Readonly<Record<string, string>>> {
  const [area = '', name = ''] = operation.split('.');
  const { params } = await knowledgeOf(area);
  return params?.[name]?.(known, roll) ?? {};
}

/** Something to fill in where a step needs a field that the schema leaves open. */
function textFor(field: string, { recordsOf }: Known, roll: Roll): string {
  if (field.endsWith('Id')) return pick(recordsOf(`${field.slice(0, -2)}s`), roll)?.id ?? '';
  return field === 'until' ? '2030-01-01' : 'Cần bổ sung số liệu';
}

/** Lets areas make the records that requests by chance rarely lead to. */
export async function makeHistories(areas: Iterable<string>, ask: Ask, unitId: string, round: number): Promise<void> {
  for (const area of areas) await (await knowledgeOf(area)).history?.(ask, unitId, round);
}

/**
 * Ids in a body made real, now and then: an id that exists leads further than one that does not. `unitId` is the id of a
 * unit, `rubricVersion` the version of the same rubric; an id by another name is that of anything.
 */
export async function withRealIds(operation: string, value: unknown, known: Known, roll: Roll): Promise<unknown> {
  const { fields = {} } = await knowledgeOf(operation.split('.')[0]!);
  return made(value);

  function made(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(made);
    if (typeof part !== 'object' || part === null) return part;
    const named = new Map<string, SeenRecord | undefined>();
    return Object.fromEntries(
      Object.entries(part).map(([name, field]) => {
        const real = roll() < 0.7 ? realFor(name, field, named) : undefined;
        return [name, real ?? made(field)];
      }),
    );
  }

  function realFor(name: string, field: unknown, named: Map<string, SeenRecord | undefined>): unknown {
    if (Object.hasOwn(fields, name)) return fields[name]!(known, roll);
    const [, thing, rest] = /^([a-z]+)(Id|Version)$/.exec(name) ?? [];
    if (thing && rest) {
      if (!named.has(thing)) named.set(thing, pick(known.recordsOf(`${thing}s`), roll));
      return named.get(thing)?.[rest.toLowerCase()];
    }
    if (isId(field)) return anyId(name);
    return Array.isArray(field) && field.every(isId) && known.recordsOf(name).length > 0 ? [anyId(name)] : undefined;
  }

  function anyId(name: string): string | undefined {
    const ofArea = known.recordsOf(name);
    return pick(ofArea.length > 0 ? ofArea : known.recordsOf('*'), roll)?.id;
  }
}

const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

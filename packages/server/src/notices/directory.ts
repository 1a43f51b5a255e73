import type { Role } from '@dvk/sdk/contract';
import { mergeRights, rightsOn } from '@dvk/sdk/people';
import type { SessionGrant } from '@dvk/sdk/session';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queries } from '../database/index.ts';
import type { Services } from '../http/services.ts';
import { grants, people } from '../people/table.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { readersOf } from './readers.ts';
import { personRecipient, subjectHash } from './recipients.ts';

/** Somebody who works for the movement. */
export interface Colleague {
  recipient: string;
  /** Stands for what the sign-in service calls them; `null` before their first sign-in. */
  subject: Buffer | null;
  rights: readonly SessionGrant[];
  /** The units in which they were given a role, without what lies beneath these. */
  ownUnits: ReadonlySet<string>;
}

export interface DirectoryContext {
  db: Queries;
  tenant: string;
  /** RFC 3339 instant */
  now: string;
  services: Services;
}

/** The people of the list with a role that holds today. */
async function listedPeople({ db, tenant, now, services }: DirectoryContext, keyring: Keyring): Promise<Colleague[]> {
  const basis = alias(grants, 'basis');
  const rows = await db
    .select({ personId: people.id, subject: people.subject, grant: grants, basis })
    .from(grants)
    .innerJoin(people, and(eq(people.tenant, grants.tenant), eq(people.id, grants.personId)))
    .leftJoin(basis, and(eq(basis.tenant, grants.tenant), eq(basis.id, grants.basisId)))
    .where(and(eq(grants.tenant, tenant), isNull(grants.endedAt), isNull(people.leftOn)));
  if (rows.length === 0) return [];
  const day = dateInVietnam(now);
  const reach = await services.reach(db, tenant, day);
  return [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, of]) => {
    const { subject } = of[0]!;
    const held = of.map((row) => ({ ...row.grant, basis: row.basis }));
    const alone = held.map((each) => ({ ...each, withSubtree: false }));
    const rights = mergeRights(rightsOn(held, day, reach));
    return {
      recipient: personRecipient(personId),
      subject: subject === null ? null : subjectHash(keyring, tenant, subject),
      rights,
      ownUnits: new Set(rightsOn(alone, day, reach).flatMap(({ unitIds }) => unitIds ?? [])),
    };
  });
}

/** Everybody who works for the movement: by the list of people, by tokens, or by both, as the settings of the tenant say. */
export async function readDirectory(context: DirectoryContext): Promise<Colleague[]> {
  const { db, tenant, now, services } = context;
  const { values } = await services.settings({ db, tenant, day: dateInVietnam(now) });
  const source = values['role-source'];
  const listed = source === 'tokens' ? [] : await listedPeople(context, services.keyring);
  const known = new Set(listed.map(({ recipient }) => recipient));
  const readers = source === 'list' ? [] : await readersOf(db, tenant, now);
  return [
    ...listed,
    ...readers
      .filter(({ recipient }) => !known.has(recipient))
      .map((reader) => ({ ...reader, ownUnits: new Set(reader.rights.flatMap(({ unitIds }) => unitIds ?? [])) })),
  ];
}

/** Those with one of these roles for the whole tenant, or towards one of these units. */
export function withRole(
  directory: readonly Colleague[],
  roles: readonly Role[],
  unitIds: readonly (string | null)[],
): Colleague[] {
  return directory.filter(({ rights }) =>
    rights.some(
      (right) =>
        roles.includes(right.role) &&
        (right.unitIds === null || unitIds.some((id) => id && right.unitIds!.includes(id))),
    ),
  );
}

/** Those who work for a unit: who has a role in itself, or, where nobody has, in one above it. */
export function ofUnit(directory: readonly Colleague[], unitIds: readonly (string | null)[]): Colleague[] {
  const all = directory.filter(({ rights }) =>
    rights.some(
      ({ role, unitIds: reached }) =>
        (role === 'unit-officer' || role === 'unit-leader') && unitIds.some((id) => id && reached?.includes(id)),
    ),
  );
  const nearest = all.filter(({ ownUnits }) => unitIds.some((id) => id && ownUnits.has(id)));
  return nearest.length > 0 ? nearest : all;
}

import { applyAddition, applyGrant, itselfAlone, type NewPerson } from '@dvk/sdk/people';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, eq, isNull } from 'drizzle-orm';
import { newId, oneAtATime, type Queries } from '../database/index.ts';
import { systemActor } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { findRow } from '../records/rows.ts';
import { accept, insert } from '../records/write.ts';
import { latestVersions, settingsOf } from '../settings/in-force.ts';
import { addVersion } from '../settings/write.ts';
import { takePeople } from './administrators.ts';
import { keysOf } from './keys.ts';
import { grantRecords, grants, people, personRecords, type PersonRow } from './table.ts';

/** The name of an administrator of the list whose role was not ended, whether they have signed in or not. */
export async function nameOfAdministrator(db: Queries, tenant: string): Promise<string | undefined> {
  const [row] = await db
    .select({ name: people.name })
    .from(grants)
    .innerJoin(people, and(eq(people.tenant, grants.tenant), eq(people.id, grants.personId)))
    .where(
      and(
        eq(grants.tenant, tenant),
        eq(grants.role, 'administrator'),
        isNull(grants.endedAt),
        isNull(grants.to),
        isNull(people.leftOn),
      ),
    )
    .limit(1);
  return row?.name;
}

type SetUp = Pick<Context, 'db' | 'session' | 'services' | 'now'>;

const reason = 'Khởi tạo hệ thống';

/** Whoever has this invitation: somebody of the list, or new in it. */
async function personInvited(wanted: NewPerson, context: SetUp): Promise<PersonRow> {
  const { changes, event } = applyAddition(wanted);
  const known = await findRow(context.db, people, { tenant: context.session.tenant, invitation: changes.invitation });
  if (known) return known;
  const values = { ...changes, ...keysOf(changes), id: newId() };
  return insert(personRecords, context, values, () => ({ event, actor: systemActor }));
}

/** Lets roles come from the list of people too, where they come from tokens alone. */
async function countList(context: SetUp, day: string): Promise<void> {
  const { db, session } = context;
  await oneAtATime(db, 'setting', session.tenant, 'role-source');
  const { values } = await settingsOf(context, day);
  if (values['role-source'] !== 'tokens') return;
  const latest = await latestVersions(db, session.tenant);
  const terms = { validFrom: day, validTo: null, basis: null, reason, provisional: false };
  const change = { name: 'role-source', value: 'both', replaces: latest.get('role-source') ?? 0, ...terms } as const;
  await addVersion(change, context, systemActor);
}

/**
 * Invites the first administrator of a tenant, who may do everything from their first sign-in on. Where the list has one, nothing
 * is changed.
 *
 * @returns whether somebody was invited
 */
export async function inviteFirstAdministrator(wanted: NewPerson, context: SetUp): Promise<boolean> {
  const { db, session, now } = context;
  const day = dateInVietnam(now);
  await takePeople(db, session.tenant);
  if (await nameOfAdministrator(db, session.tenant)) return false;
  const person = await personInvited(wanted, context);
  const role = { role: 'administrator', unitId: null, withSubtree: false, from: day, to: null, reason } as const;
  const outcome = applyGrant(
    role,
    { ...person, isGiver: false },
    { personId: null, administrator: true, grants: [] },
    { day, reach: itselfAlone },
  );
  const { changes, event } = accept(outcome);
  await insert(grantRecords, context, { ...changes, id: newId() }, () => ({ event, actor: systemActor }));
  await countList(context, day);
  return true;
}

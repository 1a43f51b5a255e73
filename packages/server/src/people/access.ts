import type { Bilingual } from '@dvk/sdk/errors';
import { applyFirstSignIn, mergeRights, itselfAlone, rightsOn, type HeldGrant } from '@dvk/sdk/people';
import { rightsOf, sessionWith, type Session, type SessionGrant } from '@dvk/sdk/session';
import type { RoleSource } from '@dvk/sdk/settings';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, asc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Identity } from '../auth/index.ts';
import type { Queries } from '../database/index.ts';
import type { AccessContext } from '../http/services.ts';
import { isStaff } from '../policy/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import { accept, update } from '../records/write.ts';
import type { ReadReach } from './reach.ts';
import { grants, people, personRecords, type PersonRow } from './table.ts';

/** The last sign-in is written at most once in so many milliseconds. */
const signInPrecision = 60 * 60 * 1000;

interface Found {
  person: PersonRow;
  grants: HeldGrant[];
}

/** Who asks, in the list: known from before, or invited by what the sign-in service vouches for. */
async function lookUpPerson(db: Queries, identity: Identity): Promise<Found | undefined> {
  const { tenant, subject, issuer = '', identifiers = [] } = identity;
  const basis = alias(grants, 'basis');
  const rows = await db
    .select({ person: people, grant: grants, basis })
    .from(people)
    .leftJoin(grants, and(eq(grants.tenant, tenant), eq(grants.personId, people.id), isNull(grants.endedAt)))
    .leftJoin(basis, and(eq(basis.tenant, tenant), eq(basis.id, grants.basisId)))
    .where(
      and(
        eq(people.tenant, tenant),
        or(
          and(eq(people.issuer, issuer), eq(people.subject, subject!)),
          identifiers.length === 0
            ? undefined
            : and(isNull(people.subject), isNull(people.leftOn), inArray(people.invitation, [...identifiers])),
        ),
      ),
    )
    .orderBy(asc(people.subject), asc(people.id));
  // Nulls come last: who is known goes before who is invited.
  const [first] = rows;
  if (!first) return undefined;
  const { person } = first;
  const own = rows.filter((row) => row.person.id === person.id);
  return { person, grants: own.flatMap(({ grant, basis }) => (grant ? { ...grant, basis } : [])) };
}

/** Writes down the first sign-in; another request of the same person may just have done it. */
async function linkPerson(person: PersonRow, identity: Identity, context: AccessContext): Promise<void> {
  const { issuer = '', subject } = identity;
  const { changes, event } = accept(applyFirstSignIn(person, { issuer, subject: subject! }));
  try {
    await context.database.transaction((db) =>
      update(personRecords, { ...context, db, session: identity }, person, changes, () => ({ event })),
    );
  } catch (error) {
    if (!(error instanceof HttpProblem && error.code === 'precondition-failed')) throw error;
  }
}

async function noteSignIn(
  { tenant, id, lastSignInAt }: PersonRow,
  { database, now, log }: AccessContext,
): Promise<void> {
  const before = new Date(Date.parse(now) - signInPrecision).toISOString();
  if (lastSignInAt !== null && lastSignInAt > before) return;
  try {
    await database.transaction((db) =>
      db
        .update(people)
        .set({ lastSignInAt: now })
        .where(
          and(
            eq(people.tenant, tenant),
            eq(people.id, id),
            or(isNull(people.lastSignInAt), lt(people.lastSignInAt, before)),
          ),
        ),
    );
  } catch (error) {
    // Who may read can go on reading while nothing can be written.
    log.warn({ error }, 'the last sign-in could not be written down');
  }
}

/** The session by the source of roles: what the token says, what the list gives, or both together. */
function combine(
  session: Session,
  unitId: string | null,
  listed: readonly SessionGrant[],
  source: RoleSource,
): Session {
  if (source === 'tokens' || (source === 'both' && listed.length === 0)) return session;
  if (source === 'list') return sessionWith({ ...session, unitId }, mergeRights(listed));
  return sessionWith({ ...session, unitId: session.unitId ?? unitId }, mergeRights([...rightsOf(session), ...listed]));
}

const withoutRole: Bilingual = {
  vi: 'Tài khoản này đã đăng nhập được nhưng chưa có vai trò nào ở đây. Vui lòng đề nghị quản trị hệ thống giao vai trò.',
  en: 'This account could sign in, but has no role here yet. Ask an administrator for one.',
};

/** Refuses whom a service that signs in staff alone has named, and who is none. */
function requireStaff(session: Session): Session {
  if (isStaff(session)) return session;
  throw new HttpProblem('forbidden', {
    detail: withoutRole,
    reason: 'no role of staff, and the issuer signs in staff alone',
  });
}

/**
 * What somebody who signed in may do now, by their token and the list of people. Both are looked at for each request, so that
 * who left, or whose role ended, has nothing from the next one on, on every server.
 */
export function createAccess(readReach: ReadReach) {
  return async (identity: Identity, context: AccessContext): Promise<Session> => {
    const { issuer: _, identifiers: __, signsIn, ...session } = identity;
    // Whatever they are called, they are in no list of staff.
    if (signsIn === 'citizens') return session;
    const known = await listedAccess(identity, session, context);
    return signsIn === 'staff' ? requireStaff(known) : known;
  };

  async function listedAccess(identity: Identity, session: Session, context: AccessContext): Promise<Session> {
    const { database, now, services } = context;
    const { queries: db } = database;
    const { tenant } = session;
    const day = dateInVietnam(now);
    const [found, settings] = await Promise.all([lookUpPerson(db, identity), services.settings({ db, tenant, day })]);
    const source = settings.values['role-source'];
    if (!found) return combine(session, null, [], source);
    const { person, grants: held } = found;
    if (person.leftOn !== null) return sessionWith(session, []);
    if (person.subject === null) await linkPerson(person, identity, context);
    await noteSignIn(person, context);
    const inUnits = held.some(({ unitId, basis }) => unitId !== null || (basis && basis.unitId !== null));
    const reach = inUnits ? await readReach(db, tenant, day) : itselfAlone;
    return { ...combine(session, person.unitId, rightsOn(held, day, reach), source), personId: person.id };
  }
}

import { inTimeFrom, isWorkingDay } from '@dvk/sdk/calendar';
import { openCaseKinds } from '@dvk/sdk/cases';
import { addDays, dateInVietnam, formatDate, searchKey } from '@dvk/sdk/text';
import { usualWishes, whenQuietEnds } from '@dvk/sdk/notices';
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { newId } from '../database/index.ts';
import { cases, isOpen } from '../cases/table.ts';
import { grants, people } from '../people/table.ts';
import { plans } from '../plans/table.ts';
import { allUnits } from '../units/store.ts';
import { ofUnit, readDirectory, withRole, type Colleague, type DirectoryContext } from './directory.ts';
import { grantValues, plain } from './facts.ts';
import { personRecipient } from './recipients.ts';
import { noticeMails, notices } from './table.ts';
import { enqueueMail, tell, type Telling } from './tell.ts';
import { wishesOf } from './wishes.ts';

/** Days before the last day of a task or a role at which people are told of it. */
const daysAhead = 7;

/** How many open cases of each unit are due soon and overdue; those of no unit under the empty name. */
async function dueCases({ db, tenant, now, services }: DirectoryContext) {
  const { deadlines } = await services.settings({ db, tenant, day: dateInVietnam(now) });
  const inTime = inTimeFrom(deadlines.calendar, now);
  const rows = await db
    .select({
      unitId: cases.unitId,
      overdue: sql<string>`count(*) FILTER (WHERE ${cases.dueAt} < ${now}::timestamptz)`,
      soon: sql<string>`count(*) FILTER (WHERE ${cases.dueAt} >= ${now}::timestamptz)`,
    })
    .from(cases)
    .where(
      and(
        eq(cases.tenant, tenant),
        isOpen(cases.status),
        lt(cases.dueAt, inTime),
        inArray(cases.kind, [...openCaseKinds]),
      ),
    )
    .groupBy(cases.unitId);
  return rows.map(({ unitId, overdue, soon }) => ({ unitId, overdue: Number(overdue), soon: Number(soon) }));
}

/** For everybody who has cases due: how many, all of theirs in one. */
function tellingsOfCases(
  due: Awaited<ReturnType<typeof dueCases>>,
  directory: readonly Colleague[],
  day: string,
): Telling[] {
  const forPerson = (person: Colleague, to: 'unit' | 'secretariat', own: typeof due): Telling[] => {
    const sum = (of: 'soon' | 'overdue') => own.reduce((total, each) => total + each[of], 0);
    const values = { soonCount: plain(sum('soon')), overdueCount: plain(sum('overdue')) };
    const told = { key: `day/${day}/cases-due`, occasion: 'day.cases-due' as const, subject: null };
    return own.length === 0 ? [] : [{ ...told, values, to: { [to]: [person] } }];
  };
  const all = new Set(withRole(directory, ['secretariat'], []));
  return directory.flatMap((person) => {
    if (all.has(person)) return forPerson(person, 'secretariat', due);
    const units = person.rights.flatMap(({ role, unitIds }) =>
      role === 'unit-officer' || role === 'unit-leader' ? (unitIds ?? []) : [],
    );
    const own = new Set(units);
    return forPerson(
      person,
      'unit',
      due.filter(({ unitId }) => unitId !== null && own.has(unitId)),
    );
  });
}

/** Tasks of plans a week before their last day and on the day after it: to the unit that they name, else to the secretariat. */
async function tellingsOfTasks(
  { db, tenant }: DirectoryContext,
  directory: readonly Colleague[],
  day: string,
): Promise<Telling[]> {
  const occasions = { [addDays(day, daysAhead)]: 'day.task-due-soon', [addDays(day, -1)]: 'day.task-overdue' } as const;
  const rows = await db.select({ id: plans.id, tasks: plans.tasks }).from(plans).where(eq(plans.tenant, tenant));
  const due = rows.flatMap(({ id, tasks }) =>
    tasks.flatMap((task) => {
      const occasion = task.dueOn === null ? undefined : occasions[task.dueOn];
      return occasion ? [{ ...task, planId: id, occasion, dueOn: task.dueOn! }] : [];
    }),
  );
  if (due.length === 0) return [];
  const byName = Map.groupBy(await allUnits(db, tenant), ({ name }) => searchKey(name));
  return due.map(({ id, planId, occasion, title, owner, dueOn }) => {
    const units = (byName.get(searchKey(owner)) ?? []).map((unit) => unit.id);
    const colleagues = ofUnit(directory, units);
    return {
      key: `${occasion}/${id}/${dueOn}`,
      occasion,
      subject: `plan/${planId}`,
      values: { name: plain(title), due: plain(formatDate(dueOn)) },
      to: colleagues.length > 0 ? { unit: colleagues } : { secretariat: withRole(directory, ['secretariat'], []) },
    };
  });
}

/** Roles that end in a week. */
async function tellingsOfGrants({ db, tenant, services }: DirectoryContext, day: string): Promise<Telling[]> {
  const to = addDays(day, daysAhead);
  const rows = await db
    .select({ id: grants.id, personId: grants.personId, role: grants.role, unitId: grants.unitId })
    .from(grants)
    .innerJoin(people, and(eq(people.tenant, grants.tenant), eq(people.id, grants.personId)))
    .where(and(eq(grants.tenant, tenant), isNull(grants.endedAt), eq(grants.to, to), isNull(people.leftOn)));
  const names = await services.unitNames(
    db,
    tenant,
    rows.map(({ unitId }) => unitId),
  );
  return rows.map(({ id, personId, role, unitId }) => ({
    key: `day.grant-ends-soon/${id}/${to}`,
    occasion: 'day.grant-ends-soon',
    subject: `person/${personId}`,
    values: grantValues(role, unitId === null ? null : (names.get(unitId) ?? '…'), to),
    to: { holder: [{ recipient: personRecipient(personId) }] },
  }));
}

/** One letter for everybody with something for the day's mail, in the caller's transaction. */
async function gatherLetters(context: DirectoryContext, day: string): Promise<void> {
  const { db, tenant, now } = context;
  const waiting = and(eq(notices.tenant, tenant), notices.inDigest, isNull(notices.mailId));
  const rows = await db.selectDistinct({ recipient: notices.recipient }).from(notices).where(waiting);
  const wishes = await wishesOf(
    db,
    tenant,
    rows.map(({ recipient }) => recipient),
  );
  for (const { recipient } of rows) {
    const { quietHours } = wishes.get(recipient) ?? usualWishes;
    const sendAt = whenQuietEnds(quietHours, now);
    const key = `digest/${day}`;
    const [mail] = await db
      .insert(noticeMails)
      .values({ tenant, id: newId(), recipient, key, state: 'waiting', createdAt: now, sendAt })
      .onConflictDoNothing()
      .returning({ id: noticeMails.id });
    // There is one for today: what came after it waits for tomorrow's.
    if (!mail) continue;
    await db
      .update(notices)
      .set({ mailId: mail.id })
      .where(and(waiting, eq(notices.recipient, recipient)));
    await enqueueMail(context, mail.id, sendAt);
  }
}

/** What a day brings, in the caller's transaction: reminders on working days, and one letter for each person. */
export async function tellOfDay(context: DirectoryContext): Promise<void> {
  const { db, tenant, now, services } = context;
  const day = dateInVietnam(now);
  const { deadlines } = await services.settings({ db, tenant, day });
  const directory = await readDirectory(context);
  const cases = isWorkingDay(deadlines.calendar, day) ? tellingsOfCases(await dueCases(context), directory, day) : [];
  await tell(context, [
    ...cases,
    ...(await tellingsOfTasks(context, directory, day)),
    ...(await tellingsOfGrants(context, day)),
  ]);
  if (services.mail) await gatherLetters(context, day);
}

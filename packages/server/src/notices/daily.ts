import { inTimeFrom, isWorkingDay } from '@dvk/sdk/calendar';
import { openCaseKinds } from '@dvk/sdk/cases';
import { addDays, dateInVietnam, formatDate, searchKey } from '@dvk/sdk/text';
import { usualWishes, whenQuietEnds, type NoticeOccasionName } from '@dvk/sdk/notices';
import { and, eq, gt, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
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

/** The day that it is, and how many days before the last day of a task or a role people are told of it. */
interface Reminding {
  day: string;
  daysAhead: number;
}

/** How many open cases of each unit are due soon and overdue; those of no unit under the empty name. */
async function dueCases({ db, tenant, now, services }: DirectoryContext) {
  const { deadlines } = await services.settings({ db, tenant, day: dateInVietnam(now) });
  const inTime = inTimeFrom(deadlines.calendar, now, deadlines.soonDays);
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

/**
 * Tasks of plans so many days before their last day and on the day after it: to the unit that they name, else to the secretariat.
 * What is nearer was told before, and is not told again; a task that was added late, or a limit that was raised, is told of at once.
 */
async function tellingsOfTasks(
  { db, tenant }: DirectoryContext,
  directory: readonly Colleague[],
  { day, daysAhead }: Reminding,
): Promise<Telling[]> {
  const [past, last] = [addDays(day, -1), addDays(day, daysAhead)];
  const occasionOf = (dueOn: string): NoticeOccasionName | undefined => {
    if (dueOn === past) return 'day.task-overdue';
    return dueOn > day && dueOn <= last ? 'day.task-due-soon' : undefined;
  };
  const rows = await db.select({ id: plans.id, tasks: plans.tasks }).from(plans).where(eq(plans.tenant, tenant));
  const due = rows.flatMap(({ id, tasks }) =>
    tasks.flatMap((task) => {
      const occasion = task.dueOn === null ? undefined : occasionOf(task.dueOn);
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

/** Roles that end in so many days; not those that were given for fewer. */
async function tellingsOfGrants(
  { db, tenant, services }: DirectoryContext,
  { day, daysAhead }: Reminding,
): Promise<Telling[]> {
  const rows = await db
    .select({ to: grants.to, id: grants.id, personId: grants.personId, role: grants.role, unitId: grants.unitId })
    .from(grants)
    .innerJoin(people, and(eq(people.tenant, grants.tenant), eq(people.id, grants.personId)))
    .where(
      and(
        eq(grants.tenant, tenant),
        isNull(grants.endedAt),
        gt(grants.to, day),
        lte(grants.to, addDays(day, daysAhead)),
        sql`${grants.from} <= ${grants.to} - ${daysAhead}::int`,
        isNull(people.leftOn),
      ),
    );
  const names = await services.unitNames(
    db,
    tenant,
    rows.map(({ unitId }) => unitId),
  );
  return rows.map(({ id, personId, role, unitId, to }) => ({
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
  const { deadlines, values } = await services.settings({ db, tenant, day });
  const reminding = { day, daysAhead: values.thresholds.remindDays.amount };
  const directory = await readDirectory(context);
  const cases = isWorkingDay(deadlines.calendar, day) ? tellingsOfCases(await dueCases(context), directory, day) : [];
  await tell(context, [
    ...cases,
    ...(await tellingsOfTasks(context, directory, reminding)),
    ...(await tellingsOfGrants(context, reminding)),
  ]);
  if (services.mail) await gatherLetters(context, day);
}

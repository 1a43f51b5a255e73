import { suggestUnit, type SuggestedUnit } from '@dvk/sdk/cases';
import { and, arrayContains, count, eq, gte, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { eventsOf } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { subjectOf } from '../records/records.ts';
import { units } from '../units/table.ts';
import { caseRecords, cases as table, type CaseRow } from './table.ts';

const year = 365 * 24 * 60 * 60 * 1000;

/** The unit that a case should be passed to, from what units are responsible for and answered in the last year. */
export async function suggestionFor(
  row: CaseRow,
  { db, session, now, services }: Context,
): Promise<SuggestedUnit | null> {
  const { tenant } = session;
  const { topic, communeCode } = row;
  const here = sql`${table.communeCode} = ${communeCode}`;
  const experience = db
    .select({
      unitId: table.unitId,
      answered: count().as('answered'),
      answeredHere: sql<number>`count(*) FILTER (WHERE ${here})`.as('answered_here'),
      onTime: sql<number>`count(*) FILTER (WHERE ${table.answeredAt} <= ${table.dueAt})`.as('on_time'),
    })
    .from(table)
    .where(
      and(
        eq(table.tenant, tenant),
        eq(table.topic, topic),
        isNotNull(table.unitId),
        gte(table.answeredAt, new Date(Date.parse(now) - year).toISOString()),
      ),
    )
    .groupBy(table.unitId)
    .as('experience');
  const found = await db
    .select({
      id: units.id,
      name: units.name,
      placeCode: units.placeCode,
      topics: units.topics,
      answered: experience.answered,
      answeredHere: experience.answeredHere,
      onTime: experience.onTime,
    })
    .from(units)
    .leftJoin(experience, eq(experience.unitId, units.id))
    .where(
      and(
        eq(units.tenant, tenant),
        or(
          isNotNull(experience.unitId),
          arrayContains(units.topics, [topic]),
          and(eq(units.placeCode, communeCode), eq(units.kind, 'commune-committee')),
        ),

        or(isNull(units.validTo), gte(units.validTo, now.slice(0, 10))),
      ),
    );
  const number = (value: unknown) => Number(value ?? 0);
  const candidates = found.map(({ answered, answeredHere, onTime, ...unit }) => ({
    ...unit,
    answered: number(answered),
    answeredHere: number(answeredHere),
    onTime: number(onTime),
  }));
  const events = await eventsOf(db, tenant, subjectOf(caseRecords, row.id));
  const sentBack = events.flatMap(({ kind, at, data }) =>
    kind === 'case.sent-back' && typeof data['unitId'] === 'string' ? [{ at, unitId: data['unitId'] }] : [],
  );
  const names = await services.unitNames(
    db,
    tenant,
    sentBack.map(({ unitId }) => unitId),
  );
  return suggestUnit(
    row,
    candidates,
    sentBack.map((each) => ({ ...each, name: names.get(each.unitId) ?? '' })),
  );
}

import { openCaseKinds } from '@dvk/sdk/cases';
import type { Role } from '@dvk/sdk/contract';
import { isNoticeOccasion } from '@dvk/sdk/notices';
import { and, eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { assessments } from '../assessments/table.ts';
import { caseOwners, cases, caseSenders } from '../cases/table.ts';
import type { StoredEvent } from '../events/index.ts';
import { models } from '../models/table.ts';
import { grants } from '../people/table.ts';
import { findRow } from '../records/rows.ts';
import { ofUnit, readDirectory, withRole, type Colleague, type DirectoryContext } from './directory.ts';
import { dueText, grantValues, plain, unitText } from './facts.ts';
import { ownerRecipient, personRecipient, senderRecipient, subjectHash } from './recipients.ts';
import { tell, type Telling, type Told } from './tell.ts';

/** What is told of an event, but for what every telling has. */
type About = Pick<Telling, 'values' | 'to'>;
type Subject = (
  context: DirectoryContext,
  id: string,
  event: StoredEvent,
  directory: () => Promise<readonly Colleague[]>,
) => Promise<About | undefined>;

const secretariat: readonly Role[] = ['secretariat'];
const administrator: readonly Role[] = ['administrator'];
const inspector: readonly Role[] = ['inspector'];
const appraiser: readonly Role[] = ['appraiser'];

/** Who sent a case: in the list on the portal if they linked it to themselves, by mail if they left an address. */
async function sendersOf({ db, tenant }: DirectoryContext, caseId: string): Promise<Told[]> {
  const of = (table: PgTable & typeof caseOwners) => findRow(db, table, { tenant, caseId });
  const owner = await of(caseOwners);
  const [sender] = await db
    .select({ caseId: caseSenders.caseId })
    .from(caseSenders)
    .where(and(eq(caseSenders.tenant, tenant), eq(caseSenders.caseId, caseId)));
  return [
    ...(owner ? [{ recipient: ownerRecipient(owner.owner) }] : []),
    ...(sender ? [{ recipient: senderRecipient(caseId) }] : []),
  ];
}

/** That the ledger does not hold. */
const aboutFaults = (faults: number, all: readonly Colleague[]): About => ({
  values: { faultCount: plain(faults) },
  to: { administrator: withRole(all, administrator, []), inspector: withRole(all, inspector, []) },
});

/** How each kind of record tells of its events. */
const subjects: Readonly<Record<string, Subject>> = {
  async case(context, id, { data }, directory) {
    const row = await findRow(context.db, cases, { tenant: context.tenant, id });
    // Denunciations and complaints have procedures and secrecy rules of their own.
    if (!row || !openCaseKinds.some((kind) => kind === row.kind)) return undefined;
    const unitId = (data['unitId'] as string | null | undefined) ?? row.unitId;
    const all = await directory();
    return {
      values: { code: plain(row.code), due: dueText(row.dueAt), unit: unitText(row.unitName) },
      to: {
        sender: await sendersOf(context, id),
        unit: ofUnit(all, [unitId]),
        secretariat: withRole(all, secretariat, []),
      },
    };
  },

  async model({ db, tenant }, id, _event, directory) {
    const row = await findRow(db, models, { tenant, id });
    if (!row) return undefined;
    const units = [row.unitId, row.ownerUnitId];
    const all = await directory();
    return {
      values: { code: plain(row.code), name: plain(row.name), unit: unitText(row.unitName) },
      to: {
        unit: ofUnit(all, units),
        secretariat: withRole(all, secretariat, []),
        appraiser: withRole(all, appraiser, units),
      },
    };
  },

  async assessment({ db, tenant }, id, _event, directory) {
    const row = await findRow(db, assessments, { tenant, id });
    if (!row) return undefined;
    const all = await directory();
    return {
      values: { name: plain(row.subjectName), period: plain(row.period), unit: unitText(row.unitName) },
      to: {
        unit: ofUnit(all, [row.unitId]),
        secretariat: withRole(all, secretariat, []),
        appraiser: withRole(all, appraiser, [row.unitId]),
      },
    };
  },

  async grant({ db, tenant, services }, id) {
    const row = await findRow(db, grants, { tenant, id });
    if (!row) return undefined;
    const { personId, role, unitId, to } = row;
    const names = await services.unitNames(db, tenant, [unitId]);
    const unitName = unitId === null ? null : (names.get(unitId) ?? '…');
    return {
      values: grantValues(role, unitName, to),
      to: { holder: [{ recipient: personRecipient(personId) }] },
    };
  },

  async audit(_context, _id, { data }, directory) {
    const faults = data['faults'] as number;
    return faults === 0 ? undefined : aboutFaults(faults, await directory());
  },
};

/** Tells of events that have just happened, whom the rules of the tenant name. */
export async function tellOfEvents(context: DirectoryContext, events: readonly StoredEvent[]): Promise<void> {
  const { tenant, services } = context;
  let read: Promise<readonly Colleague[]> | undefined;
  const directory = () => (read ??= readDirectory(context));
  const tellings: Telling[] = [];
  for (const event of events) {
    const { kind, subject, position, actor } = event;
    if (!isNoticeOccasion(kind)) continue;
    const [area = '', id = ''] = subject.split('/');
    const about = await subjects[area]?.(context, id, event, directory);
    if (!about) continue;
    const by = actor.subject === null ? null : subjectHash(services.keyring, tenant, actor.subject);
    tellings.push({ key: `event/${position}`, occasion: kind, subject, by, ...about });
  }
  await tell(context, tellings);
}

/** Tells of a check that found faults where the ledger takes no event of it any more. */
export async function tellOfFaults(context: DirectoryContext, checkId: string, faults: number): Promise<void> {
  const about = aboutFaults(faults, await readDirectory(context));
  await tell(context, [{ key: `check/${checkId}`, occasion: 'audit.checked', subject: `audit/${checkId}`, ...about }]);
}

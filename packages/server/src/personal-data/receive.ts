import { dataRequestClock, type DataRequestKind } from '@dvk/sdk/personal-data';
import type { Channel } from '@dvk/sdk/cases';
import { dateInVietnam } from '@dvk/sdk/text';
import { newId, nextCode } from '../database/index.ts';
import { actorOf, type EventActor } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { insert } from '../records/write.ts';
import { settingsOf } from '../settings/in-force.ts';
import { sealSubject, type DataSubject } from './subject.ts';
import { dataRequestRecords, dataRequests, type DataRequestRow } from './table.ts';

/** The letters with which the codes of requests begin: yêu cầu. */
const prefix = 'YC';

interface Received {
  kind: DataRequestKind;
  channel: Channel;
  caseIds: string[];
  identityMethod: DataRequestRow['identityMethod'];
  subject: DataSubject;
  actor?: EventActor;
}

/** Adds a request with its clocks, and seals who asked. */
export async function addRequest(context: Context, received: Received): Promise<DataRequestRow> {
  const { db, session, now, services } = context;
  const { tenant } = session;
  const { kind, channel, caseIds, identityMethod, subject, actor = actorOf(session) } = received;
  const { deadlines } = await settingsOf(context);
  const clock = dataRequestClock(deadlines, kind, now);
  const day = dateInVietnam(now);
  const code = await nextCode(db, { tenant, scope: `data-request ${day}`, prefix, day, table: dataRequests });
  const status = 'received' as const;
  const id = newId();
  const values = { ...clock, id, code, kind, channel, status, caseIds, identityMethod, receivedAt: now };
  const calendar = `${clock.calendarId}@${clock.calendarVersion}`;
  const data = { to: status, code, kind, channel, cases: caseIds.length, dueAt: clock.dueAt, calendar };
  return insert(dataRequestRecords, context, values, async () => ({
    event: { kind: 'data-request.received', data },
    actor,
    parts: await sealSubject(db, services.keyring, { tenant, id }, subject),
  }));
}

import { assessmentRecords } from '../assessments/record.ts';
import { attachmentRecords } from '../attachments/record.ts';
import { caseRecords } from '../cases/record.ts';
import { modelRecords } from '../models/record.ts';
import type { RecordKind, RecordState } from '../events/index.ts';
import type { Queries } from '../database/index.ts';

/** Every kind of record that events vouch for, by area. */
export const recordKinds: readonly RecordKind[] = [assessmentRecords, attachmentRecords, caseRecords, modelRecords];

const batch = 500;

/** How records now stand in the database, by subject. */
export async function statesOf(
  db: Queries,
  tenant: string,
  subjects: Iterable<string>,
): Promise<Map<string, RecordState>> {
  const states = new Map<string, RecordState>();
  for (const { area, read } of recordKinds) {
    const ids = [...subjects].flatMap((subject) => {
      const [first, id] = subject.split('/');
      return first === area ? [id!] : [];
    });
    for (let at = 0; at < ids.length; at += batch) {
      const found = await read(db, tenant, ids.slice(at, at + batch));
      for (const [id, state] of found) states.set(`${area}/${id}`, state);
    }
  }
  return states;
}

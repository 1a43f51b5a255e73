import type { RecordKind, RecordState } from '../events/index.ts';
import type { Queries } from '../database/index.ts';

const batch = 500;

/** Records as they now are in the database, by subject. */
export async function statesOf(
  kinds: readonly RecordKind[],
  db: Queries,
  tenant: string,
  subjects: Iterable<string>,
): Promise<Map<string, RecordState>> {
  const states = new Map<string, RecordState>();
  for (const { area, read } of kinds) {
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

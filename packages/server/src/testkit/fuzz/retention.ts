import type { Queries } from '../../database/index.ts';
import { newId } from '../../database/index.ts';
import { retentionItems, retentionRuns } from '../../personal-data/table.ts';
import { retentionRunId } from '../../personal-data/testkit/likely.ts';
import { testTenant } from '../server.ts';

/** What was erased in a night: no request makes it. */
export async function addRetentionRun(db: Queries): Promise<void> {
  const tenant = testTenant;
  const at = '2026-11-27T19:30:00.000Z';
  await db.insert(retentionRuns).values({ tenant, id: retentionRunId, key: at, startedAt: at, finishedAt: at });
  await db.insert(retentionItems).values({
    tenant,
    id: newId(),
    runId: retentionRunId,
    kind: 'unit-import',
    subject: `import/${retentionRunId}`,
    code: null,
  });
}

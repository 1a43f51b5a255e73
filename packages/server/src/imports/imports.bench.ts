/** An import of five thousand units against the bare inserts of the same rows, on both engines. */
import type { UnitImportRecord } from '@dvk/sdk/imports';
import { readUnitFile } from '@dvk/documents/units';
import { planUnitImport } from '@dvk/sdk/units/import';
import { eq } from 'drizzle-orm';
import { newId } from '../database/index.ts';
import { storedJobs } from '../queue/stored-job.ts';
import { globalSetup, globalTeardown } from '../testkit/global-setup.ts';
import { jobContext } from '../testkit/job-context.ts';
import { patientDatabase } from '../testkit/patient-database.ts';
import { startTestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { carryOutJob } from './job.ts';
import { importTable } from './testkit/table.ts';

type Report = (line: { name: string; value: number; unit: string; baseline?: string; ratio?: number }) => void;

const unitCount = 5000;
const today = '2026-11-30';

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export async function bench(report: Report): Promise<void> {
  await globalSetup();
  const rows = Array.from({ length: unitCount }, (_, at) => ({
    code: `N${at}`,
    ...(at > 0 && { administrativeParent: `N${Math.floor((at - 1) / 10)}` }),
  }));
  const text = importTable(...rows);
  const file = new TextEncoder().encode(text);
  const reading = await timeOf(() => readUnitFile(file));
  report({ name: `read a CSV table of ${unitCount} units`, value: reading, unit: 'ms' });
  const table = await readUnitFile(file);
  const planning = await timeOf(async () => planUnitImport(table.rows, { units: [], today, newId }));
  report({ name: `plan the import of ${unitCount} units`, value: planning, unit: 'ms' });

  for (const engine of ['PostgreSQL', 'PGlite'] as const) {
    const server = await startTestServer(() => patientDatabase(engine), {
      clock: () => new Date(`${today}T02:00:00Z`),
    });
    const { writes } = planUnitImport(table.rows, { units: [], today, newId });
    const bare = await timeOf(() =>
      server.database.transaction((db) =>
        addUnits(
          db,
          'elsewhere',
          writes.flatMap(({ added }) => {
            if (!added) return [];
            const { identificationCode: _, formerStates: __, successorIds: ___, ...unit } = added;
            return [unit];
          }),
        ),
      ),
    );
    report({ name: `${engine}: bare inserts of ${unitCount} units`, value: bare, unit: 'ms' });
    const send = (path: string, body: unknown, headers: Record<string, string>) =>
      server.call<UnitImportRecord>('POST', path, { as: 'administrator', body, headers });
    const named = { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="a.csv"' };
    const { id, etag } = (await send('/v1/unit-imports', text, named)).body;
    await send(`/v1/unit-imports/${id}/carry-out`, { mode: 'all-or-nothing' }, { 'if-match': etag });
    const [job] = await server.database.queries.select().from(storedJobs).where(eq(storedJobs.name, carryOutJob.name));
    const context = jobContext(server, new Date(`${today}T02:00:00Z`));
    const data = job!.data.data as Parameters<typeof carryOutJob.run>[1];
    const whole = await timeOf(() => carryOutJob.run(context, data));
    report({
      name: `${engine}: carry out the import, with rules and ledger`,
      value: whole,
      unit: 'ms',
      baseline: 'bare inserts',
      ratio: whole / bare,
    });
    await server.end();
  }
  await globalTeardown();
}

import { freshDatabase, type Engine, type TestDatabase } from './engines.ts';

/** A fresh database that takes its time: filling it, or indexing many rows, on a busy machine is no request. */
export async function patientDatabase(engine: Engine): Promise<TestDatabase> {
  const { options, remove } = await freshDatabase[engine]();
  const hour = 60 * 60 * 1000;
  return { options: { ...options, timeLimits: { statement: hour, roundTrip: hour, transaction: hour } }, remove };
}

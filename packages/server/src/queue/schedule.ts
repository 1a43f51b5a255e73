import { dateInVietnam } from '@dvk/sdk/text';
import type { Database } from '../database/index.ts';
import { enqueue } from './enqueue.ts';
import type { Job, JobSchedule } from './job.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** When scheduled work was due last. */
export function lastDue(schedule: JobSchedule, now: Date): Date {
  if (schedule === 'hourly') return new Date(now.getTime() - (now.getTime() % hour));
  // There is no summer time in Vietnam.
  const today = new Date(`${dateInVietnam(now)}T${schedule.daily}:00+07:00`);
  return today <= now ? today : new Date(today.getTime() - day);
}

/**
 * Enqueues what is due, unless it is there already: the key of a job is the time at which it was due, so of several servers
 * that do this one adds it, and what was due while no server ran is done once.
 */
export async function enqueueDue(
  database: Database,
  jobs: readonly Job[],
  { tenant, now }: { tenant: string | null; now: Date },
): Promise<void> {
  await database.transaction(async (db) => {
    for (const job of jobs) {
      if (!job.schedule) continue;
      await enqueue(db, job, {}, { tenant, key: lastDue(job.schedule, now).toISOString(), now });
    }
  });
}

import { jobs, type Job, type JobEvent, type JobState } from '@dvk/sdk/jobs';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { appendEvent } from '../events/index.ts';
import { pageOf } from '../http/paging.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { jobTenant, storedJobs, type StoredJob } from '../queue/stored-job.ts';
import { keyOrder } from '../records/key-order.ts';

type StoredState = StoredJob['state'];

/** Our states by those of pg-boss. */
const states: Readonly<Record<StoredState, JobState>> = {
  created: 'waiting',
  active: 'running',
  retry: 'retrying',
  completed: 'done',
  failed: 'failed',
  cancelled: 'given-up',
};
const storedStates = Object.keys(states) as StoredState[];

function present(row: StoredJob): Job {
  const { state, output, startedAt, startAfter } = row;
  const message = output?.message;
  return {
    id: row.id,
    name: row.name,
    state: states[state],
    attempts: startedAt === null ? 0 : row.retries + 1,
    lastError: typeof message === 'string' ? message : null,
    nextTryAt: state === 'created' || state === 'retry' ? startAfter : null,
    createdAt: row.createdAt,
    startedAt,
    finishedAt: row.finishedAt,
  };
}

const newestFirst = keyOrder(storedJobs, 'descending', ['createdAt', 'id']);

/** Changes a job of the tenant that is in one of some states, and writes the event. */
async function change(
  context: Context,
  id: string,
  from: readonly StoredState[],
  changes: Parameters<ReturnType<Context['db']['update']>['set']>[0],
  event: (row: StoredJob) => JobEvent,
): Promise<Job> {
  const { db, session } = context;
  const own = and(eq(storedJobs.id, id), eq(jobTenant, session.tenant));
  const [row] = await db
    .update(storedJobs)
    .set(changes)
    .where(and(own, inArray(storedJobs.state, [...from])))
    .returning();
  if (row) {
    await appendEvent(context, { ...event(row), subject: `job/${id}`, state: {} });
    return present(row);
  }
  const [standing] = await db.select({ id: storedJobs.id }).from(storedJobs).where(own);
  throw new HttpProblem(standing ? 'transition-not-allowed' : 'not-found');
}

export const jobRoutes = [
  implement(jobs.list, async ({ query }, context) => {
    const { state, name } = query;
    const { items, nextCursor } = await pageOf(
      context,
      'job',
      query,
      (after, count) =>
        context.db
          .select()
          .from(storedJobs)
          .where(
            and(
              eq(jobTenant, context.session.tenant),
              name === undefined ? undefined : eq(storedJobs.name, name),
              state === undefined
                ? undefined
                : inArray(
                    storedJobs.state,
                    storedStates.filter((stored) => state.includes(states[stored])),
                  ),
              after && newestFirst.after(after),
            ),
          )
          .orderBy(...newestFirst.orderBy)
          .limit(count),
      newestFirst.positionOf,
    );
    return { items: items.map(present), nextCursor };
  }),

  implement(jobs.retry, ({ params }, context) =>
    change(
      context,
      params.id,
      ['failed', 'retry'],
      {
        state: 'retry',
        retryLimit: sql`greatest(${storedJobs.retryLimit}, ${storedJobs.retries} + 1)`,
        startAfter: context.now,
        finishedAt: null,
      },
      ({ name }) => ({ kind: 'job.retried', data: { name } }),
    ),
  ),

  implement(jobs.giveUp, ({ params, body }, context) =>
    change(
      context,
      params.id,
      ['created', 'retry', 'failed'],
      { state: 'cancelled', finishedAt: context.now },
      ({ name }) => ({ kind: 'job.given-up', data: { name, reason: body.reason } }),
    ),
  ),
];

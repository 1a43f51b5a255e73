import type { Bilingual } from '@dvk/sdk/errors';
import type { RoleSource } from '@dvk/sdk/settings';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, eq, isNotNull, isNull, lte, ne } from 'drizzle-orm';
import { oneAtATime, type Queries } from '../database/index.ts';
import type { Context } from '../http/route.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { settingsOf } from '../settings/in-force.ts';
import { grants, people } from './table.ts';

/** Takes the list of people of a tenant for this transaction: what depends on several grants is decided by one at a time. */
export const takePeople = (db: Queries, tenant: string) => oneAtATime(db, 'people', tenant);

/** Whether somebody of the list, who has signed in, is an administrator without an end; besides one person or one grant. */
export async function hasAdministrator(
  db: Queries,
  { tenant, day }: { tenant: string; day: string },
  besides: { personId?: string; grantId?: string } = {},
): Promise<boolean> {
  const rows = await db
    .select({ id: grants.id })
    .from(grants)
    .innerJoin(people, and(eq(people.tenant, grants.tenant), eq(people.id, grants.personId)))
    .where(
      and(
        eq(grants.tenant, tenant),
        eq(grants.role, 'administrator'),
        isNull(grants.endedAt),
        isNull(grants.to),
        lte(grants.from, day),
        isNotNull(people.subject),
        isNull(people.leftOn),
        besides.personId === undefined ? undefined : ne(people.id, besides.personId),
        besides.grantId === undefined ? undefined : ne(grants.id, besides.grantId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

const lastOne: Bilingual = {
  vi: 'Đây là quản trị cuối cùng trong danh sách. Giao vai trò quản trị không thời hạn cho người khác, và để người đó đăng nhập một lần, trước khi làm việc này.',
  en: 'This is the last administrator of the list. Give somebody else that role without an end, and let them sign in once, before this.',
};

/** Refuses to let roles come from the list alone while it has no administrator: nobody could change it back. */
export async function checkRoleSource(
  source: RoleSource,
  { db, session, now }: Pick<Context, 'db' | 'session' | 'now'>,
): Promise<void> {
  if (source !== 'list') return;
  await takePeople(db, session.tenant);
  if (await hasAdministrator(db, { tenant: session.tenant, day: dateInVietnam(now) })) return;
  refuseFields([{ pointer: '/value', code: 'no-administrator' }]);
}

/** Refuses to take away the last administrator where roles come from the list alone. */
export async function keepAdministrator(
  context: Context,
  besides: { personId: string } | { grantId: string },
): Promise<void> {
  const { db, session, now } = context;
  const { values } = await settingsOf(context);
  if (values['role-source'] !== 'list') return;
  if (await hasAdministrator(db, { tenant: session.tenant, day: dateInVietnam(now) }, besides)) return;
  throw new HttpProblem('conflict', { detail: lastOne });
}

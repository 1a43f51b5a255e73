import { ownedBy } from '@dvk/sdk/session';
import { personStates, type Grant, type PersonState } from '@dvk/sdk/people';
import { sql, type Column, type SQL } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
  type ExtraConfigColumn,
} from 'drizzle-orm/pg-core';
import {
  changeColumns,
  codePointText,
  day,
  instant,
  keyColumns,
  newestFirstIndex,
  searchIndex,
} from '../database/index.ts';
import type { Records } from '../records/records.ts';
import { units } from '../units/table.ts';

type State = Record<'subject' | 'leftOn', Column | ExtraConfigColumn>;

/** The people in each state. Written without parameters, as the indexes are. */
export function inStates({ subject, leftOn }: State): Readonly<Record<PersonState, SQL>> {
  return {
    invited: sql`${subject} IS NULL AND ${leftOn} IS NULL`,
    active: sql`${subject} IS NOT NULL AND ${leftOn} IS NULL`,
    left: sql`${leftOn} IS NOT NULL`,
  };
}

export const people = pgTable(
  'person',
  {
    ...keyColumns,
    ...changeColumns,
    name: text('name').notNull(),
    title: text('title').notNull(),
    unitId: uuid('unit_id'),
    invitation: text('invitation').notNull(),
    /** Whose tokens name them, and how; empty until the first sign-in. */
    issuer: text('issuer'),
    subject: text('subject'),
    leftOn: day('left_on'),
    lastSignInAt: instant('last_sign_in_at'),
    searchText: text('search_text').notNull(),
    sortKey: codePointText('sort_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.issuer, t.subject),
    unique().on(t.tenant, t.invitation),
    foreignKey({ columns: [t.tenant, t.unitId], foreignColumns: [units.tenant, units.id] }),
    check('person_check', sql`(${t.issuer} IS NULL) = (${t.subject} IS NULL)`),
    index('person_order').on(t.tenant, t.sortKey, t.id),
    index('person_of_unit').on(t.tenant, t.unitId, t.sortKey, t.id),
    ...personStates.map((state) => index(`person_${state}`).on(t.tenant, t.sortKey, t.id).where(inStates(t)[state])),
    searchIndex('person_search', t.searchText),
  ],
);

export const inState = inStates(people);

export type PersonRow = typeof people.$inferSelect;

/** Administrators see everybody, leaders those of their units. */
export const personRecords: Records<typeof people> = {
  area: 'person',
  table: people,
  policy: ownedBy('unitId'),
  derived: ['sortKey', 'lastSignInAt'],
};

export const grants = pgTable(
  'role_grant',
  {
    ...keyColumns,
    ...changeColumns,
    personId: uuid('person_id').notNull(),
    role: text('role').$type<Grant['role']>().notNull(),
    unitId: uuid('unit_id'),
    withSubtree: boolean('with_subtree').notNull(),
    from: day('from_date').notNull(),
    to: day('to_date'),
    reason: text('reason').notNull(),
    delegatedBy: uuid('delegated_by'),
    basisId: uuid('basis_id'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.personId], foreignColumns: [people.tenant, people.id] }),
    foreignKey({ columns: [t.tenant, t.unitId], foreignColumns: [units.tenant, units.id] }),
    foreignKey({ columns: [t.tenant, t.delegatedBy], foreignColumns: [people.tenant, people.id] }),
    foreignKey({ columns: [t.tenant, t.basisId], foreignColumns: [t.tenant, t.id] }),
    check('role_grant_check', sql`${t.to} IS NULL OR ${t.to} >= ${t.from}`),
    check('role_grant_check1', sql`(${t.delegatedBy} IS NULL) = (${t.basisId} IS NULL)`),
    newestFirstIndex('role_grant_newest', t, t.createdAt, t.personId),
    index('role_grant_basis').on(t.tenant, t.basisId),
  ],
);

export type GrantRow = typeof grants.$inferSelect;

/** Who may read a grant follows from its person. */
export const grantRecords: Records<typeof grants> = { area: 'grant', table: grants, policy: ownedBy() };

/** Another number whenever a unit of a tenant was changed; written by a trigger. */
export const unitTrees = pgTable('unit_trees', {
  tenant: text('tenant').primaryKey(),
  version: bigint('version', { mode: 'number' }).notNull(),
});

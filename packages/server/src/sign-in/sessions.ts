import { randomBytes } from 'node:crypto';
import { and, eq, lt, lte, sql } from 'drizzle-orm';
import type { JWTPayload } from 'jose';
import { instantOf } from '../auth/index.ts';
import type { Queries } from '../database/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { signInSessions as table, type SignInSessionRow } from './table.ts';

/** What a sign-in service said of somebody. */
export interface SignedIn {
  /** Its name (`iss`). */
  issuer: string;
  claims: JWTPayload;
  idToken: string;
}

/** A session as a request needs it. */
export type FoundSession = Pick<SignInSessionRow, 'hash' | 'issuer' | 'usedAt' | 'authenticatedAt'> & {
  claims: JWTPayload;
};

/** Whose sessions end: all of a person's, or the one that the service names. */
export interface EndedElsewhere {
  issuer: string;
  subject?: string | undefined;
  sid?: string | undefined;
  /** Those begun until then, RFC 3339. */
  until: string;
}

const minute = 60_000;
/** The last use of a session is written at most once in so many milliseconds. */
export const usePrecision = minute;
/** 256 bits in base64url. */
const idPattern = /^[\w-]{43}$/;

const later = (now: string, milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString();

const textOrNull = (value: unknown) =>
  typeof value === 'string' && value !== '' && value.length <= 255 && !value.includes('\0') ? value : null;

/** The sessions that this server has begun, of which all servers on the database know. */
export class SignInSessions {
  readonly #keyring: Keyring;
  readonly #idle: number;
  /** How long one lasts at most, in milliseconds. */
  readonly lifetime: number;

  /** @param limits in minutes */
  constructor(keyring: Keyring, { idle, lifetime }: { idle: number; lifetime: number }) {
    this.#keyring = keyring;
    this.#idle = idle * minute;
    this.lifetime = lifetime * minute;
  }

  #hash(tenant: string, id: string): Buffer {
    return this.#keyring.mac('sign-in-session', tenant, id);
  }

  #key(tenant: string, id: string) {
    return and(eq(table.tenant, tenant), eq(table.hash, this.#hash(tenant, id)));
  }

  /** What is sealed opens in its own row alone. */
  #context = (tenant: string, hash: Buffer) => `${tenant}/${hash.toString('base64url')}`;

  /**
   * Begins a session with an id that nobody has known before, and ends the one that the browser came with.
   *
   * @returns the id, for the browser alone
   */
  async begin(
    db: Queries,
    tenant: string,
    { issuer, claims, idToken }: SignedIn,
    { now, before }: { now: string; before: string | undefined },
  ): Promise<string> {
    if (before !== undefined) await this.end(db, tenant, before);
    const id = randomBytes(32).toString('base64url');
    const hash = this.#hash(tenant, id);
    const context = this.#context(tenant, hash);
    await db.insert(table).values({
      tenant,
      hash,
      issuer,
      subject: claims.sub!,
      sid: textOrNull(claims['sid']),
      claims: this.#keyring.seal('sign-in-claims', context, JSON.stringify(claims)),
      idToken: this.#keyring.seal('sign-in-token', context, idToken),
      authenticatedAt: instantOf(claims['auth_time']),
      createdAt: now,
      usedAt: now,
      endsAt: later(now, this.lifetime),
    });
    return id;
  }

  /** The session with this id, if it has not ended. */
  async find(db: Queries, tenant: string, id: string, now: string): Promise<FoundSession | undefined> {
    if (!idPattern.test(id)) return undefined;
    const { hash, issuer, usedAt, authenticatedAt, claims, endsAt } = table;
    const [row] = await db
      .select({ hash, issuer, usedAt, authenticatedAt, claims, endsAt })
      .from(table)
      .where(this.#key(tenant, id));
    if (!row || row.endsAt <= now || later(row.usedAt, this.#idle) <= now) return undefined;
    const opened = this.#keyring.open('sign-in-claims', this.#context(tenant, row.hash), row.claims);
    return { ...row, claims: JSON.parse(opened) as JWTPayload };
  }

  /** Writes down that a session is used, now and then. */
  async noteUse(db: Queries, tenant: string, { hash, usedAt }: FoundSession, now: string): Promise<void> {
    const before = later(now, -usePrecision);
    if (usedAt > before) return;
    await db
      .update(table)
      .set({ usedAt: now })
      .where(and(eq(table.tenant, tenant), eq(table.hash, hash), lte(table.usedAt, before)));
  }

  /** Ends a session; gives what its sign-in service is told by, if there was one. */
  async end(db: Queries, tenant: string, id: string): Promise<Pick<SignedIn, 'issuer' | 'idToken'> | undefined> {
    if (!idPattern.test(id)) return undefined;
    const { hash, issuer, idToken } = table;
    const [row] = await db.delete(table).where(this.#key(tenant, id)).returning({ hash, issuer, idToken });
    if (!row) return undefined;
    return {
      issuer: row.issuer,
      idToken: this.#keyring.open('sign-in-token', this.#context(tenant, row.hash), row.idToken),
    };
  }

  /** Ends what has ended at the sign-in service. */
  async endElsewhere(db: Queries, tenant: string, { issuer, subject, sid, until }: EndedElsewhere): Promise<void> {
    await db
      .delete(table)
      .where(
        and(
          eq(table.tenant, tenant),
          eq(table.issuer, issuer),
          subject === undefined ? undefined : eq(table.subject, subject),
          sid === undefined ? undefined : eq(table.sid, sid),
          lte(table.createdAt, until),
        ),
      );
  }
}

/** Deletes sessions that have ended, of all tenants. */
export async function deleteEndedSessions(db: Queries, now: Date): Promise<void> {
  await db.delete(table).where(lt(table.endsAt, sql`${now.toISOString()}::timestamptz`));
}

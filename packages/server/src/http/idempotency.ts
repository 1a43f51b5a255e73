import type { Bilingual } from '@dvk/sdk/errors';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { sameBytes, type Keyring } from '../secrets/keyring.ts';
import { HttpProblem } from '../problems/problem.ts';
import type { KeyOwner } from './key-owner.ts';
import { idempotentResponses } from './table.ts';

const weakKey: Bilingual = {
  vi: 'Yêu cầu với khóa này đã được nhận. Câu trả lời không được gửi lại, vì người khác cũng có thể dùng khóa đó. Mỗi yêu cầu cần một khóa ngẫu nhiên, ví dụ UUID.',
  en: 'A request with this key was taken. Its answer is not given again, because somebody else may use that key too. Use a random key for each request, such as a UUID.',
};

/** How long a response can be sent again. */
export const responseLifetime = 24 * 60 * 60 * 1000;

/** A change with its key. */
export interface KeyedRequest {
  tenant: string;
  owner: KeyOwner;
  method: string;
  /** The whole path, so that the same key on another row is another request. */
  path: string;
  key: string;
  /** The request's content after validation: the same content written differently is the same request. */
  content: string;
  now: string;
}

/** The key of `Idempotency-Key`: a bare token, or the quoted string of the IETF draft. */
export function readIdempotencyKey(header: string | null): string {
  const key = /^"?([\x21\x23-\x7e]{1,255})"?$/.exec(header?.trim() ?? '')?.[1];
  if (!key) throw new HttpProblem('idempotency-key-missing');
  return key;
}

/** Where the response to a keyed request is stored, and what it must match; it is sealed for `context`. */
function storageOf(keyring: Keyring, { tenant, owner, method, path, key, content }: KeyedRequest) {
  const { principal } = owner;
  const scope = keyring.mac('idempotency', principal, method, path, key);
  return {
    scope,
    fingerprint: keyring.mac('fingerprint', content),
    context: `${tenant}\n${principal}\n${path}\n${key}`,
    sameKey: and(eq(idempotentResponses.tenant, tenant), eq(idempotentResponses.scope, scope)),
  };
}

/**
 * The response already given to a request, if it can still be sent again.
 *
 * @throws HttpProblem `idempotency-key-reused` when the key came before with other content, or perhaps from somebody else
 */
export async function storedResponse(
  db: Queries,
  keyring: Keyring,
  request: KeyedRequest,
  { fingerprint, context, sameKey } = storageOf(keyring, request),
): Promise<string | undefined> {
  const limit = new Date(Date.parse(request.now) - responseLifetime).toISOString();
  const [stored] = await db
    .select()
    .from(idempotentResponses)
    .where(and(sameKey, gt(idempotentResponses.createdAt, limit)));
  if (!stored) return undefined;
  if (!sameBytes(stored.fingerprint, fingerprint)) throw new HttpProblem('idempotency-key-reused');
  if (!request.owner.certain) throw new HttpProblem('idempotency-key-reused', { detail: weakKey });
  return keyring.open('answer', context, stored.response);
}

/**
 * Runs `work` once per key. Its response is stored in the same transaction as its effect, so that after a crash there are
 * either both or neither; it is sealed with the caller's own key, because it may hold a secret shown only once.
 *
 * @throws HttpProblem `request-in-progress` while another server handles the same key, `idempotency-key-reused` as
 * {@link storedResponse}
 */
export async function runOnce(
  db: Queries,
  keyring: Keyring,
  request: KeyedRequest,
  work: () => Promise<string>,
): Promise<{ response: string; replayed: boolean }> {
  const { tenant, now } = request;
  const place = storageOf(keyring, request);
  const { scope, fingerprint, context } = place;

  const lock = scope.readBigInt64BE(0);
  const { rows } = await db.execute<{ free: boolean }>(sql`SELECT pg_try_advisory_xact_lock(${lock}::bigint) AS free`);
  if (!rows[0]!.free) throw new HttpProblem('request-in-progress', { headers: { 'retry-after': '1' } });

  const earlier = await storedResponse(db, keyring, request, place);
  if (earlier !== undefined) return { response: earlier, replayed: true };
  const response = await work();
  const stored = { fingerprint, response: keyring.seal('answer', context, response), createdAt: now };
  // What may be there already is a response too old to be sent again.
  await db
    .insert(idempotentResponses)
    .values({ tenant, scope, ...stored })
    .onConflictDoUpdate({ target: [idempotentResponses.tenant, idempotentResponses.scope], set: stored });
  return { response, replayed: false };
}

/** Removes the responses that can no longer be sent again. */
export async function deleteOldResponses(db: Queries, now: Date): Promise<void> {
  const limit = new Date(now.getTime() - responseLifetime).toISOString();
  await db.delete(idempotentResponses).where(lt(idempotentResponses.createdAt, limit));
}

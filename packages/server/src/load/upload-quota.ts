import type { Bilingual } from '@dvk/sdk/errors';
import { staff } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { oneAtATime, type Database, type Queries } from '../database/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { fitsShare } from './fair-share.ts';
import { uploadCharges } from './table.ts';

/** Bytes of files taken within 24 hours, attached to something or not. */
export interface UploadQuota {
  /** From one person or, signed out, one address; less where many send: never more than an eighth of what is left. */
  caller: number;
  /** From all of them together, in one tenant. */
  tenant: number;
}

/** Two pools: however much the public uploads, staff can go on, and the other way round. */
export interface UploadQuotas {
  /** Visitors and citizens. */
  public: UploadQuota;
  /** Everybody with another role. */
  staff: UploadQuota;
}

const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;

export const defaultUploadQuotas: UploadQuotas = {
  public: { caller: 256 * mebibyte, tenant: 4 * gibibyte },
  staff: { caller: 2 * gibibyte, tenant: 32 * gibibyte },
};

/** The least that a file counts: its row, its directory entry and its inspection cost something too. */
const leastCharge = 64 * 1024;
/** A photograph has more bytes than this; an image that is large in pixels and small in bytes counts by its pixels. */
const bytesPerPixel = 1 / 8;
const day = 24 * 60 * 60;
/** Seconds to which the end of a refusal is rounded up. */
const step = 600;

const full: Bilingual = {
  vi: 'Đã nhận quá nhiều tệp trong 24 giờ qua, nên chưa nhận thêm tệp này. Vui lòng gửi lại sau, hoặc gửi nội dung không kèm tệp.',
  en: 'Too many files were received during the last 24 hours; this one was not taken. Please retry later, or send your text without files.',
};

interface ChargedFile {
  size: number;
  /** 0 of a document. */
  pixels: number;
}

interface Sender {
  session: Session;
  /** The caller, for the quota of one; `undefined` where callers cannot be told apart. */
  caller: string | undefined;
  now: string;
}

/** Counts what is uploaded, against what one caller and one tenant may upload in a day. */
export class UploadQuotaKeeper {
  readonly #quotas: UploadQuotas;
  readonly #keyring: Keyring;

  constructor(quotas: UploadQuotas, keyring: Keyring) {
    this.#quotas = quotas;
    this.#keyring = keyring;
  }

  /** @throws HttpProblem `rate-limited` when this file would be too much */
  async check(db: Queries, file: ChargedFile, { session, caller, now }: Sender): Promise<void> {
    const pool = poolOf(session);
    const quota = this.#quotas[pool];
    const seconds = Date.parse(now) / 1000;
    const own = caller === undefined ? sql`false` : eq(uploadCharges.caller, this.#hash(caller));
    // Sums by ten minutes, so that there are few rows however many files there are.
    const steps = await db
      .select({
        step: sql`floor(extract(epoch FROM ${uploadCharges.at}) / ${sql.raw(`${step}`)})`.mapWith(Number),
        used: sql`sum(${uploadCharges.bytes})`.mapWith(Number),
        mine: sql`coalesce(sum(${uploadCharges.bytes}) FILTER (WHERE ${own}), 0)`.mapWith(Number),
      })
      .from(uploadCharges)
      .where(
        and(
          eq(uploadCharges.tenant, session.tenant),
          eq(uploadCharges.pool, pool),
          gt(uploadCharges.at, new Date((seconds - day) * 1000).toISOString()),
        ),
      )
      .groupBy(sql`1`)
      .orderBy(sql`1`);
    let used = steps.reduce((sum, each) => sum + each.used, 0);
    let mine = steps.reduce((sum, each) => sum + each.mine, 0);
    const charge = chargeOf(file);
    const fits = () =>
      (caller === undefined || mine + charge <= quota.caller) &&
      fitsShare(charge, { total: quota.tenant, used, mine: caller === undefined ? undefined : mine });
    if (fits()) return;
    let wait = day;
    for (const gone of steps) {
      used -= gone.used;
      mine -= gone.mine;
      if (!fits()) continue;
      wait = (gone.step + 1) * step + day - Math.floor(seconds);
      break;
    }
    throw new HttpProblem('rate-limited', { detail: full, headers: { 'retry-after': String(wait) } });
  }

  /**
   * Checks again, now that the size is known for good, and counts the file together with what `store` writes. One upload of a tenant after the
   * other, on whatever server, so that many at once do not all pass the check for the same free amount.
   *
   * @throws HttpProblem `rate-limited`
   */
  async charge(
    transaction: Database['transaction'],
    file: ChargedFile & { id: string },
    sender: Sender,
    store: (db: Queries) => Promise<void>,
  ): Promise<void> {
    const { session, caller, now } = sender;
    const { tenant } = session;
    const pool = poolOf(session);
    await transaction(async (db) => {
      await oneAtATime(db, 'uploads', tenant, pool);
      await this.check(db, file, sender);
      await store(db);
      await db.insert(uploadCharges).values({
        tenant,
        id: file.id,
        pool,
        caller: caller === undefined ? null : this.#hash(caller),
        bytes: chargeOf(file),
        at: now,
      });
    });
  }

  /** Removes the charge of a file that could not be stored. */
  async refund(db: Queries, { tenant, id }: { tenant: string; id: string }): Promise<void> {
    await db.delete(uploadCharges).where(and(eq(uploadCharges.tenant, tenant), eq(uploadCharges.id, id)));
  }

  #hash(caller: string): Buffer {
    return this.#keyring.mac('upload-caller', caller);
  }
}

const poolOf = ({ roles }: Session): keyof UploadQuotas =>
  roles.some((role) => (staff as readonly string[]).includes(role)) ? 'staff' : 'public';

const chargeOf = ({ size, pixels }: ChargedFile) => Math.ceil(Math.max(size, pixels * bytesPerPixel, leastCharge));

/** Removes charges that no longer count, and with them the hash of the caller. */
export async function deleteOldCharges(db: Queries, now: Date): Promise<void> {
  await db.delete(uploadCharges).where(lt(uploadCharges.at, new Date(now.getTime() - day * 1000).toISOString()));
}

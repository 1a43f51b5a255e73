import { sql } from 'drizzle-orm';
import {
  applicationPrefix,
  ourSchema,
  pendingMigrations,
  strangeMigrations,
  type Database,
} from '../../database/index.ts';
import { version } from '../../startup/version.ts';
import { findSecretKey, hasSecretKey, type KeySource } from '../../secret-key/index.ts';
import { StartRefusal } from '../../startup/start-refusal.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** The oldest version of PostgreSQL that is supported. */
const oldest = 15;

export async function checkDatabase({ queries, description }: Database): Promise<Finding[]> {
  const { rows } = await queries.execute<{
    version: number;
    encoding: string;
    standby: boolean;
    writable: boolean;
  }>(sql`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
      pg_is_in_recovery() AS standby, coalesce(has_schema_privilege(${ourSchema}, 'CREATE'), false) AS writable`);
  const [{ version, encoding, standby, writable }] = rows as [(typeof rows)[number]];
  const major = Math.floor(version / 10_000);
  const findings: Finding[] = [
    good(`Mở được: ${description}, phiên bản ${major}`, `Open: ${description}, version ${major}`),
  ];
  if (major < oldest)
    findings.push(
      bad(`Cần PostgreSQL ${oldest} trở lên: hãy nâng cấp`, `PostgreSQL ${oldest} or later is needed: upgrade it`),
    );
  if (encoding !== 'UTF8')
    findings.push(
      bad('Mã ký tự phải là UTF8: hãy tạo cơ sở dữ liệu khác', 'Its encoding must be UTF8: create another database'),
    );
  if (standby)
    findings.push(
      bad(
        'Đây là máy dự phòng chỉ đọc: DATABASE_URL phải chỉ đến máy chính',
        'This is a read-only standby: DATABASE_URL must name the primary',
      ),
    );
  if (!writable)
    findings.push(
      look(
        'Người dùng này không được tạo bảng: khi nâng cấp, hãy chạy "migrate" bằng người dùng có quyền',
        'This user may not create tables: on an update, run "migrate" as a user who may',
      ),
    );
  return findings;
}

/** The versions of other servers that are connected to the database at the moment. */
async function otherVersions({ queries }: Database): Promise<string[]> {
  const { rows } = await queries.execute<{ version: string }>(sql`
    SELECT DISTINCT substr(application_name, ${applicationPrefix.length + 1}) AS version
    FROM pg_stat_activity
    WHERE datname = current_database() AND starts_with(application_name, ${applicationPrefix}) ORDER BY 1`);
  return rows.map((row) => row.version).filter((each) => each !== version);
}

export async function checkMigrations(database: Database): Promise<Finding[]> {
  const pending = await pendingMigrations(database);
  const strange = await strangeMigrations(database);
  const others = await otherVersions(database);
  const mixed = others.map((other) =>
    look(
      `Đang có máy chủ phiên bản ${other} chạy cùng, còn đây là ${version}: nâng cấp nốt cho cùng phiên bản`,
      `A server of version ${other} works on it too, and this is ${version}: bring all to the same version`,
    ),
  );
  const harmful = strange.find(({ isHarmless }) => !isHarmless);
  if (harmful)
    return [
      bad(
        `Dữ liệu do một phiên bản mới hơn tạo ra (${harmful.name}), phiên bản này không chạy được với dữ liệu đó: hãy chạy phiên bản đó hoặc mới hơn`,
        `The data is of a newer version (${harmful.name}), with which this one cannot work: run that one, or a newer one`,
      ),
      ...mixed,
    ];
  const [newer] = strange;
  if (newer)
    mixed.unshift(
      look(
        `Dữ liệu do phiên bản mới hơn (${newer.appliedBy ?? '?'}) nâng cấp (${newer.name}); phiên bản ${version} này vẫn chạy cùng được: hãy nâng cấp sớm`,
        `The data was brought up to date by a newer version (${newer.appliedBy ?? '?'}: ${newer.name}); this one, ${version}, can go on beside it: update it soon`,
      ),
    );
  if (pending.length > 0)
    return [
      look(
        `Còn ${pending.length} bước nâng cấp chưa chạy: "serve" hoặc "migrate" sẽ chạy; hãy sao lưu trước`,
        `${pending.length} steps of the update are still to be done: "serve" or "migrate" does them; make a backup first`,
      ),
      ...mixed,
    ];
  return mixed.length > 0 ? mixed : [good('Bảng dữ liệu đúng phiên bản này', 'The tables are of this version')];
}

export async function checkSecretKey(database: Database, source: KeySource): Promise<Finding[]> {
  // To look for a key would bind it to a database that has none.
  if (!(await hasSecretKey(database)))
    return [
      look(
        'Chưa máy chủ nào chạy trên cơ sở dữ liệu này: lần chạy đầu sẽ gắn khóa bí mật với dữ liệu',
        'No server has run on this database yet: the first start binds the secret key to the data',
      ),
    ];
  try {
    const { advice } = await findSecretKey(database, { ...source, make: false });
    if (advice.length === 0) return [good('Khóa bí mật đúng với dữ liệu', 'The secret key fits the data')];
    return advice.map((sentence) =>
      look(`Khóa bí mật đúng, nhưng: ${sentence}`, `The secret key fits, but: ${sentence}`),
    );
  } catch (error) {
    if (error instanceof StartRefusal) return [bad(error.message, error.message)];
    throw error;
  }
}

/** Seconds by which clocks may differ before tokens and deadlines suffer. */
const harmless = 5;
const harmful = 60;

export function compareClocks(of: { vi: string; en: string }, theirs: Date, ours = new Date()): Finding {
  const seconds = Math.round(Math.abs(theirs.getTime() - ours.getTime()) / 1000);
  if (seconds <= harmless) return good(`Đồng hồ khớp với ${of.vi}`, `The clock agrees with that of ${of.en}`);
  const say = seconds > harmful ? bad : look;
  return say(
    `Đồng hồ máy này lệch ${seconds} giây so với ${of.vi}: hãy bật đồng bộ giờ (NTP) trên cả hai`,
    `The clock of this machine is ${seconds} seconds from that of ${of.en}: turn on time synchronisation (NTP) on both`,
  );
}

export async function checkClock({ queries }: Database): Promise<Finding[]> {
  const { rows } = await queries.execute<{ now: Date | string }>(sql`SELECT clock_timestamp() AS now`);
  return [compareClocks({ vi: 'cơ sở dữ liệu', en: 'the database' }, new Date(rows[0]!.now))];
}

/** Minutes that a job may wait before somebody should ask why. */
const longestWait = 15;

export async function checkJobs({ queries }: Database): Promise<Finding[]> {
  const { rows } = await queries.execute<{ failed: number; late: number }>(sql`
    SELECT count(*) FILTER (WHERE state = 'failed')::int AS failed,
      count(*) FILTER (WHERE state IN ('created', 'retry')
                         AND start_after < now() - make_interval(mins => ${longestWait}))::int AS late
    FROM pgboss.job`);
  const { failed, late } = rows[0]!;
  const findings: Finding[] = [];
  if (late > 0)
    findings.push(
      bad(
        `${late} việc nền chờ quá ${longestWait} phút: không có tiến trình nào làm; hãy chạy "serve", hoặc "work" nếu đặt DVK_WORK=apart`,
        `${late} background jobs have waited for more than ${longestWait} minutes: nobody does them; run "serve", or "work" with DVK_WORK=apart`,
      ),
    );
  if (failed > 0)
    findings.push(
      look(
        `${failed} việc nền không làm được: xem /v1/jobs?state=failed và cho chạy lại`,
        `${failed} background jobs have failed: see /v1/jobs?state=failed and have them tried again`,
      ),
    );
  return findings.length > 0 ? findings : [good('Không việc nền nào bị kẹt', 'No background job is stuck')];
}

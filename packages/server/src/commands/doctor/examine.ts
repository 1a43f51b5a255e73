import type { Bilingual } from '@dvk/sdk/errors';
import { databaseOptions, keySource, mailOptions, tenantOf, type Environment } from '../../config.ts';
import { openDatabase, pendingMigrations, strangeMigrations } from '../../database/index.ts';
import { signInSettings } from '../../sign-in/settings.ts';
import { checkCalendar } from './calendar.ts';
import { checkClock, checkDatabase, checkJobs, checkMigrations, checkSecretKey } from './database.ts';
import { StartRefusal } from '../../startup/start-refusal.ts';
import { failed, look, type Finding } from './finding.ts';
import { checkMail } from './mail.ts';
import {
  checkAnchors,
  checkDisk,
  checkIssuers,
  checkReach,
  checkSettings,
  checkStorage,
  checkTimeZone,
} from './surroundings.ts';

const noDatabase = look(
  'Chưa có cơ sở dữ liệu nhúng: lần chạy đầu sẽ tạo. Nếu máy chủ đã chạy rồi, hãy kiểm tra DVK_DATA và DATABASE_URL',
  'There is no embedded database yet: the first start makes it. If the server has run already, check DVK_DATA and DATABASE_URL',
);

/** A part of an installation, by name, and what was found out about it. */
export interface Part {
  name: Bilingual;
  findings: Finding[];
}

/**
 * Examines an installation part by part; a part that fails does not keep the others from being looked at. Nothing is changed
 * or made, but a small file is written to the storage and removed.
 */
export async function* examine(environment: Environment): AsyncGenerator<Part> {
  async function part(vi: string, en: string, work: () => Finding[] | Promise<Finding[]>): Promise<Part> {
    try {
      return { name: { vi, en }, findings: await work() };
    } catch (error) {
      return { name: { vi, en }, findings: [failed(error)] };
    }
  }

  yield part('Múi giờ', 'Time zone', checkTimeZone);
  yield part('Đĩa', 'Disk', () => checkDisk(environment));
  yield part('Thiết lập', 'Settings', () => checkSettings(environment));
  yield part('Kho tệp', 'Files', () => checkStorage(environment));
  yield part('Bằng chứng', 'Proofs', () => checkAnchors(environment));
  yield part('Đường vào', 'Reach', () => checkReach(environment));
  yield part('Đăng nhập', 'Sign-in', async () => checkIssuers(await signInSettings(environment)));

  yield part('Email', 'Mail', async () => checkMail(await mailOptions(environment)));

  let database;
  try {
    database = await openDatabase({ ...databaseOptions(environment), mustExist: true });
    const open = database;
    const first = await part('Cơ sở dữ liệu', 'Database', () => checkDatabase(open));
    yield first;
    if (first.findings.some(({ state }) => state === 'bad')) return;
    yield part('Đồng hồ', 'Clock', () => checkClock(open));
    yield part('Phiên bản dữ liệu', 'Version of the data', () => checkMigrations(open));
    // What follows reads tables that an older version may not have.
    const isStrange = (await strangeMigrations(open)).some(({ isHarmless }) => !isHarmless);
    if (isStrange || (await pendingMigrations(open)).length > 0) return;
    yield part('Khóa bí mật', 'Secret key', () => checkSecretKey(open, keySource(environment)));
    yield part('Việc nền', 'Background jobs', () => checkJobs(open));
    yield part('Lịch làm việc', 'Working calendar', () => checkCalendar(open, tenantOf(environment)));
  } catch (error) {
    const absent = error instanceof StartRefusal && error.code === 'database-missing';
    yield { name: { vi: 'Cơ sở dữ liệu', en: 'Database' }, findings: [absent ? noDatabase : failed(error)] };
  } finally {
    await database?.close();
  }
}

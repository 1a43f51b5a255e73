import { escapeIdentifier } from 'pg';
import { errorCode, openDatabase } from '../../database/index.ts';
import { SettingsFault } from '../../startup/settings-fault.ts';

async function run(url: string, statement: string): Promise<void> {
  const database = await openDatabase({ url, connections: 1 });
  try {
    await database.withClient((client) => client.query(statement));
  } finally {
    await database.close();
  }
}

/** What PostgreSQL says of a database that there is none of, and of one that somebody else made meanwhile. */
const absent = '3D000';
const thereAlready = '42P04';

/**
 * Creates the database of an address on its server, unless it is there.
 *
 * @returns whether it was created
 * @throws SettingsFault where this user may not; any failure of the connection
 */
export async function createDatabase(url: string): Promise<boolean> {
  try {
    await run(url, 'SELECT 1');
    return false;
  } catch (error) {
    if (errorCode(error) !== absent) throw error;
  }
  const address = new URL(url);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = '/postgres';
  const statement = `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`;
  try {
    await run(address.href, statement);
    return true;
  } catch (error) {
    if (errorCode(error) === thereAlready) return false;
    throw new SettingsFault(
      {
        vi: `Trên máy chủ PostgreSQL chưa có cơ sở dữ liệu "${name}", và người dùng này không tạo được (${errorCode(error)}). Hãy nhờ người quản trị chạy: ${statement} OWNER ${escapeIdentifier(decodeURIComponent(address.username))};`,
        en: `The PostgreSQL server has no database "${name}", and this user may not create it (${errorCode(error)}). Ask its administrator for: ${statement} OWNER ${escapeIdentifier(decodeURIComponent(address.username))};`,
      },
      error,
    );
  }
}

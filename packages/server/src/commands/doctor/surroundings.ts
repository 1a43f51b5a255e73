import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { dateInVietnam, formatDate } from '@dvk/sdk/text';
import { discover, type IssuerOptions } from '../../auth/index.ts';
import { newestAnchor } from '../../events/index.ts';
import {
  address,
  dataDirectory,
  filesDirectory,
  plainOptions,
  storageOf,
  tenantOf,
  type Environment,
} from '../../config.ts';
import type { SignInSettings } from '../../sign-in/settings.ts';
import { wholeNumber } from '../../startup/environment.ts';
import { compareClocks } from './database.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** Writes a file, reads it and removes it. */
export async function checkStorage(environment: Environment): Promise<Finding[]> {
  const directory = filesDirectory(environment);
  // A folder made here would belong to whoever asks, who may not be the user of the server.
  if (directory !== undefined && !existsSync(directory))
    return [
      look(
        `Chưa có thư mục ${directory}: lần chạy đầu sẽ tạo`,
        `There is no folder ${directory} yet: the first start makes it`,
      ),
    ];
  const { storage } = await storageOf(environment);
  // A name without a folder, which would stay behind.
  const name = `doctor-${randomUUID()}`;
  const bytes = new TextEncoder().encode(name);
  await storage.write(name, bytes);
  const found = await storage.read(name);
  const isSame = found && Buffer.from(await found.arrayBuffer()).equals(bytes);
  await storage.remove(name);
  if (isSame) return [good('Ghi, đọc và xóa được tệp', 'Files can be written, read and removed')];
  return [
    bad(
      'Tệp vừa ghi đọc lại thì khác hoặc không thấy: hãy kiểm tra kho tệp và quyền của nó',
      'A file just written was not there, or another one: check the storage of files and its rights',
    ),
  ];
}

/** Whether proofs of what has happened are kept, and the newest is of today or yesterday. */
export async function checkAnchors(environment: Environment, now = new Date()): Promise<Finding[]> {
  const directory = environment.DVK_ANCHOR_DIR;
  if (!directory)
    return [
      look(
        'Chưa giữ bằng chứng hằng đêm (DVK_ANCHOR_DIR): ai có máy này và khóa thì sửa được lịch sử mà không ai biết',
        'No proof is kept each night (DVK_ANCHOR_DIR): whoever has this machine and the key could change history unseen',
      ),
    ];
  const newest = await newestAnchor(directory, tenantOf(environment)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const yesterday = dateInVietnam(new Date(now.getTime() - 24 * 60 * 60 * 1000).toISOString());
  if (newest !== undefined && newest >= yesterday)
    return [good(`Bằng chứng mới nhất: ngày ${formatDate(newest)}`, `The newest proof is of ${newest}`)];
  return [
    look(
      `Không có bằng chứng của hôm nay hay hôm qua trong ${directory}: nếu máy chủ đã chạy qua đêm, hãy xem việc nền ledger.anchor`,
      `There is no proof of today or yesterday in ${directory}: if the server ran last night, see the background job ledger.anchor`,
    ),
  ];
}

const gibibyte = 1024 ** 3;

export async function checkDisk(environment: Environment): Promise<Finding[]> {
  let directory = path.resolve(dataDirectory(environment));
  // Before the first start: where it will be made.
  while (!existsSync(directory)) directory = path.dirname(directory);
  const { bavail, bsize } = await statfs(directory);
  const free = (bavail * bsize) / gibibyte;
  const [vi, en] = [
    `Đĩa của ${directory} còn ${free.toFixed(1)} GiB`,
    `The disk of ${directory} has ${free.toFixed(1)} GiB left`,
  ];
  if (free >= 5) return [good(vi, en)];
  const say = free < 0.5 ? bad : look;
  return [say(`${vi}: hãy dọn chỗ trống hoặc thêm đĩa`, `${en}: make room, or add a disk`)];
}

/** Whether each issuer answers, has keys, and keeps the same time. */
export async function checkIssuers({ tokens, signIn }: SignInSettings): Promise<Finding[]> {
  // One that both gives tokens and signs people in through this server is asked once.
  const issuers = new Map([...tokens, ...(signIn?.issuers ?? [])].map((options) => [options.issuer, options]));
  if (issuers.size === 0)
    return [
      look(
        'Chưa đặt nơi đăng nhập (DVK_ISSUER): không cán bộ nào vào được, chỉ gửi và tra cứu phản ánh được',
        'Nobody can sign in (DVK_ISSUER is not set): only sending and following reports works',
      ),
    ];
  return Promise.all([...issuers.values()].map((options) => checkIssuer(options)));
}

async function checkIssuer({ issuer, keys: given }: Pick<IssuerOptions, 'issuer' | 'keys'>): Promise<Finding> {
  try {
    const keys =
      given instanceof URL ? given : new URL((await discover(issuer, 'dvk')).serverMetadata().jwks_uri ?? 'urn:none');
    const response = await fetch(keys, { signal: AbortSignal.timeout(5000), redirect: 'error' });
    const { keys: found } = (await response.json()) as { keys?: unknown };
    if (response.status !== 200 || !Array.isArray(found) || found.length === 0)
      return bad(`${issuer} không cho khóa nào ở ${keys.href}`, `${issuer} gives no keys at ${keys.href}`);
    const date = response.headers.get('date');
    const clock = date ? compareClocks({ vi: issuer, en: issuer }, new Date(date)) : undefined;
    if (clock && clock.state !== 'good') return clock;
    return good(`${issuer} trả lời, có ${found.length} khóa`, `${issuer} answers, with ${found.length} keys`);
  } catch (error) {
    const reason =
      error instanceof Error
        ? [error.message, (error.cause as Error | undefined)?.message].filter(Boolean).join(': ')
        : '';
    return bad(
      `Không hỏi được ${issuer} (${reason}): không ai đăng nhập được. Hãy kiểm tra địa chỉ, mạng và chứng thư`,
      `${issuer} cannot be asked (${reason}): nobody can sign in. Check the address, the network and the certificate`,
    );
  }
}

/** Whether a server would take the settings that no other check looks at. */
export function checkSettings(environment: Environment): Finding[] {
  plainOptions(environment);
  return [good('Các biến môi trường đọc được', 'The environment variables can be read')];
}

/** Who stands between browsers and the server. */
export function checkReach(environment: Environment): Finding[] {
  const { host } = address(environment);
  const proxies = wholeNumber(environment, 'DVK_TRUSTED_PROXIES', 0);
  const findings: Finding[] = [];
  const isLocal = /^(?:localhost|127\.|::1$)/.test(host);
  if (!isLocal && proxies === 0)
    findings.push(
      look(
        `Máy chủ nghe trên ${host} không qua proxy, không mã hóa: hãy đặt một proxy có HTTPS đứng trước và đặt DVK_TRUSTED_PROXIES=1`,
        `The server listens on ${host} without a proxy and without encryption: put a proxy with HTTPS in front, and set DVK_TRUSTED_PROXIES=1`,
      ),
    );
  if (environment.DVK_ORIGINS?.trim() === '*')
    findings.push(
      look(
        'Trang của mọi nơi được gọi API (DVK_ORIGINS=*): hãy ghi địa chỉ các cổng của tỉnh',
        'Pages from anywhere may call the API (DVK_ORIGINS=*): name the portals of the province',
      ),
    );
  return findings.length > 0 ? findings : [good('Cách vào máy chủ hợp lý', 'The way to the server is sound')];
}

export function checkTimeZone(): Finding[] {
  const wanted = '07:00 01/01/2026';
  const shown = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date('2026-01-01T00:00:00Z'));
  if (shown.replace(',', '') === wanted)
    return [good('Giờ Việt Nam tính đúng', 'The time of Vietnam is computed right')];
  return [
    bad(
      `Giờ Việt Nam bị tính sai (${shown}): bản Node này thiếu dữ liệu múi giờ hoặc ngôn ngữ; hãy cài bản đầy đủ`,
      `The time of Vietnam is wrong (${shown}): this Node lacks data on time zones or languages; install a complete one`,
    ),
  ];
}

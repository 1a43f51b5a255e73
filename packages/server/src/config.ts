import { existsSync } from 'node:fs';
import path from 'node:path';
import { defaultUploadQuotas, type UploadQuotas } from './load/upload-quota.ts';
import { anonymousOnly, tokenAuthenticator } from './auth/index.ts';
import type { ServerOptions } from './create-server.ts';
import type { DatabaseOptions } from './database/index.ts';
import { openStorage, type FileStorage } from './storage/index.ts';
import { ensurePrivateDirectory } from './startup/private-files.ts';
import type { KeySource } from './secret-key/index.ts';
import { checkMasterKey } from './secrets/keyring.ts';
import type { MailOptions } from './mail/mailer.ts';
import { mailSettings } from './mail/settings.ts';
import { publicAddress, signInSettings } from './sign-in/settings.ts';
import { listOf, minutes, wholeNumber, type Environment } from './startup/environment.ts';
import { SettingsFault } from './startup/settings-fault.ts';

export type { Environment } from './startup/environment.ts';

export function dataDirectory(environment: Environment): string {
  return environment.DVK_DATA || '.data';
}

export function databaseOptions(environment: Environment): DatabaseOptions {
  const url = environment.DATABASE_URL;
  return url ? { url } : { directory: path.join(dataDirectory(environment), 'database') };
}

/** Where the master secret is: given as such, in a file named, or in one that the first start makes. */
export function keySource(environment: Environment): KeySource {
  const { DVK_SECRET_KEY: key, DVK_SECRET_KEY_FILE: file } = environment;
  const make = !environment.DATABASE_URL;
  if (!key && !file && !make) {
    throw new Error(
      'DATABASE_URL needs DVK_SECRET_KEY, at least 32 random characters, or a file with them: DVK_SECRET_KEY_FILE',
    );
  }
  return {
    key: key ? checkMasterKey(key) : undefined,
    file: file || undefined,
    data: dataDirectory(environment),
    make,
  };
}

/** The tenant served. Its key is part of every row and of the names of stored files, so it keeps to what any storage takes. */
export function tenantOf(environment: Environment): string {
  const tenant = environment.DVK_TENANT || 'default';
  if (!/^[a-z0-9][a-z0-9._-]{0,62}$/i.test(tenant)) {
    throw new Error(`DVK_TENANT is "${tenant}"; it must be up to 63 letters (a–z), digits, ".", "_" and "-"`);
  }
  return tenant;
}

function provinceOf({ DVK_PROVINCE: code }: Environment): string | undefined {
  if (code && !/^\d{2}$/.test(code)) throw new Error(`DVK_PROVINCE is "${code}"; it must be two digits, such as 01`);
  return code || undefined;
}

/** Origins as browsers send them: nothing after the host, not even a slash. */
function origins(environment: Environment): string[] | '*' {
  const given = listOf(environment.DVK_ORIGINS);
  if (given.length === 1 && given[0] === '*') return '*';
  return given.map((text) => {
    const url = URL.parse(text);
    if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
      throw new Error(`DVK_ORIGINS has "${text}"; it must be like https://portal.example.vn`);
    }
    return url.origin;
  });
}

/** The folder that files are kept in, unless another kind of storage is named. */
export function filesDirectory(environment: Environment): string | undefined {
  if ((environment.DVK_STORAGE || 'dir') !== 'dir') return undefined;
  return path.resolve(environment.DVK_STORAGE_DIR || path.join(dataDirectory(environment), 'files'));
}

/** Where files are kept. */
export async function storageOf(
  environment: Environment,
): Promise<Pick<EnvironmentOptions, 'storage' | 'incomingDirectory'>> {
  const directory = filesDirectory(environment);
  const opened = openStorage(environment, directory ?? '');
  if (directory === undefined) return { storage: opened };
  await ensurePrivateDirectory(directory, 'files-exposed');
  // Beside what is kept: there is room for files. No stored file has such a name.
  return { storage: opened, incomingDirectory: path.join(directory, '.incoming') };
}

function uploadQuotas(environment: Environment): Partial<UploadQuotas> {
  const mebibyte = 1024 ** 2;
  const { caller, tenant } = defaultUploadQuotas.public;
  const mebibytes = (name: string, fallback: number) => wholeNumber(environment, name, fallback / mebibyte) * mebibyte;
  return {
    public: { caller: mebibytes('DVK_UPLOADS_CALLER', caller), tenant: mebibytes('DVK_UPLOADS_TENANT', tenant) },
  };
}

/** The folder with pages: never one that holds the data, which everybody could read then. */
function pagesOf(environment: Environment): string | undefined {
  if (!environment.DVK_PAGES) return undefined;
  const folder = path.resolve(environment.DVK_PAGES);
  if (!existsSync(path.join(folder, 'index.html')))
    throw new SettingsFault({
      vi: `DVK_PAGES là ${folder}; ở đó không có index.html. Hãy ghi thư mục dist/cdn của gói @dvk/elements`,
      en: `DVK_PAGES is ${folder}; there is no index.html. Name the folder dist/cdn of the package @dvk/elements`,
    });
  const secrets = [dataDirectory(environment), environment.DVK_SECRET_KEY_FILE, environment.DVK_STORAGE_DIR];
  if (secrets.some((each) => each && !path.relative(folder, path.resolve(each)).startsWith('..')))
    throw new SettingsFault({
      vi: `DVK_PAGES là ${folder}; trong đó có dữ liệu hoặc khóa, mà ai cũng đọc được tệp của thư mục này. Hãy dùng thư mục riêng`,
      en: `DVK_PAGES is ${folder}; data or keys are in it, and everybody may read what is there. Use a folder for pages alone`,
    });
  return folder;
}

/** Whether this server does background jobs. Nobody else can do those of an embedded database. */
function work({ DVK_WORK: given, DATABASE_URL: url }: Environment): 'here' | 'apart' {
  const where = given || 'here';
  if (where !== 'here' && where !== 'apart') throw new Error(`DVK_WORK is "${where}"; it must be here or apart`);
  if (where === 'apart' && !url)
    throw new Error('DVK_WORK=apart needs DATABASE_URL: an embedded database is open to one process alone');
  return where;
}

/** Where to listen. */
export function address(environment: Environment): { port: number; host: string } {
  const port = wholeNumber(environment, 'PORT', 8080);
  if (port > 65_535) throw new Error(`PORT is "${port}"; it must be a whole number up to 65535`);
  return { port, host: environment.HOST || '127.0.0.1' };
}

/** Seconds: longer than proxies take to see that a server is not ready. */
const usualDrain = 5;
/** Whoever runs the process ends it at some time. */
const longestDrain = 300;

/** Seconds between saying that the server is not ready any more and closing it. An embedded database has no second server to wait for. */
export function drainTime(environment: Environment): number {
  const seconds = wholeNumber(environment, 'DVK_DRAIN', environment.DATABASE_URL ? usualDrain : 0);
  if (seconds > longestDrain) throw new Error(`DVK_DRAIN is "${seconds}"; it must be at most ${longestDrain} seconds`);
  return seconds;
}

const forMail = { vi: 'gửi thư (DVK_MAIL_SERVER)', en: 'mail (DVK_MAIL_SERVER)' };

/** The mail server, if there is one. */
export function mailOptions(environment: Environment): Promise<MailOptions | undefined> {
  return mailSettings(environment, () => publicAddress(environment, forMail));
}

/** What {@link serverOptions} reads from the environment: all but the database and its secret key. */
export interface EnvironmentOptions extends Omit<ServerOptions, 'database' | 'log' | 'secretKey'> {
  tenant: string;
  storage: FileStorage;
}

/** The settings that stand for themselves: no file, no other server is asked. */
export function plainOptions(environment: Environment) {
  return {
    tenant: tenantOf(environment),
    province: provinceOf(environment),
    office: {
      name: environment.DVK_OFFICE_NAME?.trim() || undefined,
      hotline: environment.DVK_OFFICE_HOTLINE?.trim() || undefined,
    },
    recentSignIn: minutes(environment, 'DVK_RECENT_SIGN_IN', 15),
    origins: origins(environment),
    work: work(environment),
    pages: pagesOf(environment),
    metricsToken: environment.DVK_METRICS_TOKEN,
    trustedProxies: wholeNumber(environment, 'DVK_TRUSTED_PROXIES', 0),
    anchorDirectory: environment.DVK_ANCHOR_DIR || undefined,
    webhookHosts: listOf(environment.DVK_WEBHOOK_HOSTS).map((host) => host.toLowerCase()),
    templateDirectory: environment.DVK_TEMPLATE_DIR || undefined,
    uploadQuotas: uploadQuotas(environment),
  };
}

/** What the environment says about a server, all but its database and its secret key, see {@link findSecretKey}. */
export async function serverOptions(environment: Environment): Promise<EnvironmentOptions> {
  const { tokens, signIn } = await signInSettings(environment);
  return {
    ...plainOptions(environment),
    authenticator: tokens.length > 0 ? tokenAuthenticator(tokens) : anonymousOnly,
    ...(signIn && { signIn }),
    mail: await mailOptions(environment),
    ...(await storageOf(environment)),
  };
}

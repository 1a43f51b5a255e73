import path from 'node:path';
import { roles, type Role } from '@dvk/sdk/contract';
import { defaultUploadQuotas, type UploadQuotas } from './load/upload-quota.ts';
import { anonymousOnly, tokenAuthenticator, type Authenticator } from './auth/index.ts';
import type { ServerOptions } from './create-server.ts';
import type { DatabaseOptions } from './database/index.ts';
import { openStorage, type FileStorage } from './storage/index.ts';
import { ensurePrivateDirectory } from './startup/private-files.ts';
import type { KeySource } from './secret-key/index.ts';
import { checkMasterKey } from './secrets/keyring.ts';

/** Environment variables, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

function wholeNumber(environment: Environment, name: string, fallback: number): number {
  const value = environment[name];
  if (value === undefined || value === '') return fallback;
  if (!/^\d{1,5}$/.test(value)) throw new Error(`${name} is "${value}"; it must be a whole number`);
  return Number(value);
}

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

/** The parts of a comma-separated setting. */
function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((part) => part.trim() || []);
}

function roleNames(environment: Environment): Record<string, Role> {
  const pairs = listOf(environment.DVK_ROLE_NAMES).map((pair) => {
    // The last sign: a name of theirs may be a path with signs of its own. One of ours alone stands for itself.
    const sign = pair.lastIndexOf('=');
    const ours = pair.slice(sign + 1).trim();
    const theirs = sign < 0 ? ours : pair.slice(0, sign).trim();
    const role = roles.find((each) => each === ours && each !== 'anonymous');
    if (theirs === '' || role === undefined) {
      const known = roles.filter((each) => each !== 'anonymous').join(', ');
      throw new Error(`DVK_ROLE_NAMES has "${pair}"; it must be theirs=ours, where ours is one of ${known}`);
    }
    return [theirs, role] as const;
  });
  return Object.fromEntries(pairs);
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

function authenticator(environment: Environment): Authenticator {
  const { DVK_ISSUER: issuer, DVK_AUDIENCE: audience, DVK_JWKS_URL: address } = environment;
  if (!issuer) return anonymousOnly;
  if (!audience || !address) throw new Error('DVK_ISSUER needs DVK_AUDIENCE and DVK_JWKS_URL');
  const keys = URL.parse(address);
  if (!keys) throw new Error(`DVK_JWKS_URL is "${address}"; it must be an address`);
  return tokenAuthenticator({
    issuer,
    audience,
    keys,
    claims: {
      ...(environment.DVK_ROLES_CLAIM ? { roles: environment.DVK_ROLES_CLAIM } : {}),
      ...(environment.DVK_UNIT_CLAIM ? { unit: environment.DVK_UNIT_CLAIM } : {}),
      ...(environment.DVK_TENANT_CLAIM ? { tenant: environment.DVK_TENANT_CLAIM } : {}),
      ...(environment.DVK_IDENTIFIER_CLAIM ? { identifier: environment.DVK_IDENTIFIER_CLAIM } : {}),
    },
    roleNames: roleNames(environment),
  });
}

async function storage(environment: Environment): Promise<Pick<EnvironmentOptions, 'storage' | 'incomingDirectory'>> {
  const directory = path.resolve(environment.DVK_STORAGE_DIR || path.join(dataDirectory(environment), 'files'));
  const opened = openStorage(environment, directory);
  if ((environment.DVK_STORAGE || 'dir') !== 'dir') return { storage: opened };
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

/** What {@link serverOptions} reads from the environment: all but the database and its secret key. */
export interface EnvironmentOptions extends Omit<ServerOptions, 'database' | 'log' | 'secretKey'> {
  tenant: string;
  storage: FileStorage;
}

/** What the environment says about a server, all but its database and its secret key, see {@link findSecretKey}. */
export async function serverOptions(environment: Environment): Promise<EnvironmentOptions> {
  return {
    tenant: tenantOf(environment),
    province: provinceOf(environment),
    office: {
      name: environment.DVK_OFFICE_NAME?.trim() || undefined,
      hotline: environment.DVK_OFFICE_HOTLINE?.trim() || undefined,
    },
    authenticator: authenticator(environment),
    origins: origins(environment),
    work: work(environment),
    metricsToken: environment.DVK_METRICS_TOKEN,
    trustedProxies: wholeNumber(environment, 'DVK_TRUSTED_PROXIES', 0),
    ...(await storage(environment)),
    uploadQuotas: uploadQuotas(environment),
  };
}

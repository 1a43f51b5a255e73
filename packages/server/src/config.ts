import path from 'node:path';
import { roles, type Role } from '@dvk/sdk/contract';
import { defaultUploadQuotas, type UploadQuotas } from './attachments/quota.ts';
import { createDemoIssuer, nobody, tokenAuthenticator, type Authenticator } from './auth/index.ts';
import type { ServerOptions } from './create-server.ts';
import type { DatabaseOptions } from './database/index.ts';
import { openStorage } from './storage/index.ts';
import { defaultScale } from './demo/index.ts';
import { ensurePrivateDirectory } from './startup/private-files.ts';
import type { KeySource } from './secret-key/index.ts';
import { checkMasterKey } from './secrets/keyring.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment variables of the command line, in the order of `--help`. */
export const variables = {
  PORT: 'port to listen on (8080)',
  HOST: 'address to listen on (127.0.0.1; 0.0.0.0 for all)',
  DATABASE_URL: 'postgres://… ; without it an embedded database in DVK_DATA',
  DVK_DATA: 'directory of embedded database and files (.data)',
  DVK_SECRET_KEY: 'master secret, at least 32 characters; this or a file with it is needed with DATABASE_URL',
  DVK_SECRET_KEY_FILE: 'file with the master secret; made at the first start without DATABASE_URL (.data.secret-key)',
  DVK_TENANT: 'key of the province or committee served (default)',
  DVK_PROVINCE: 'code of the province served, two digits; what lies in another is refused (all are taken)',
  DVK_ISSUER: 'issuer of accepted tokens (iss); without it everybody is anonymous',
  DVK_AUDIENCE: 'audience of accepted tokens (aud)',
  DVK_JWKS_URL: "address of the issuer's public keys",
  DVK_ROLES_CLAIM: 'claim with the roles; a name with dots is looked for whole, then as steps into objects (roles)',
  DVK_UNIT_CLAIM: "claim with the id of the person's unit (unit_id)",
  DVK_TENANT_CLAIM: 'claim with the tenant that the person belongs to (tenant)',
  DVK_ROLE_NAMES: "the portal's role names: theirs=ours,theirs=ours; names not listed give no role",
  DVK_ORIGINS: 'origins of portals on other hosts, comma-separated, or *',
  DVK_TRUSTED_PROXIES: 'how many proxies in front are believed (0)',
  DVK_UPLOADS_CALLER: 'MiB of files a day from one visitor’s address or one citizen (256)',
  DVK_UPLOADS_TENANT: 'MiB of files a day from all visitors and citizens together (4096)',
  DVK_STORAGE: 'where uploaded files are kept: dir or s3 (dir)',
  DVK_STORAGE_DIR: 'directory of uploaded files (files in DVK_DATA)',
  DVK_S3_ENDPOINT: 'address of an S3 service, without the bucket; s3 needs these four',
  DVK_S3_BUCKET: 'bucket of uploaded files',
  DVK_S3_ACCESS_KEY_ID: 'who we are there',
  DVK_S3_SECRET_ACCESS_KEY: 'and the proof',
  DVK_S3_REGION: 'region of the bucket (us-east-1)',
  DVK_S3_PREFIX: 'put before the name of every file (none)',
  DVK_METRICS_TOKEN: 'bearer token that reads /metrics; without it nobody does',
  DVK_LOG_LEVEL: 'trace, debug, info, warn, error, silent (info)',
  DVK_DEMO:
    '1: demonstration, for `seed` and the sample portal, where anyone is whom they choose; refused in production',
  DVK_DEMO_SCALE: 'how much `seed` makes: share of the published sizes, 1 = 2,071 models and 4,000 cases (0.1)',
} as const;

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
  const demo = environment.DVK_DEMO === '1';
  const make = !environment.DATABASE_URL || demo;
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
    demo,
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

async function authenticator(environment: Environment): Promise<Authenticator> {
  const { DVK_ISSUER: issuer, DVK_AUDIENCE: audience, DVK_JWKS_URL: address } = environment;
  if (environment.DVK_DEMO === '1') {
    if (issuer) throw new Error('DVK_DEMO=1 and DVK_ISSUER exclude each other');
    return createDemoIssuer(environment);
  }
  if (!issuer) return nobody;
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
    },
    roleNames: roleNames(environment),
  });
}

async function storage(environment: Environment): Promise<Pick<ServerOptions, 'storage' | 'incomingDirectory'>> {
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

/** How much demonstration data to make, as a share of the published sizes. */
export function demoScale(environment: Environment): number {
  const text = environment.DVK_DEMO_SCALE;
  if (!text) return defaultScale;
  const scale = Number(text);
  if (!(scale > 0 && scale <= 100))
    throw new Error(`DVK_DEMO_SCALE is "${text}"; it must lie above 0 and not above 100`);
  return scale;
}

/** Where to listen. */
export function address(environment: Environment): { port: number; host: string } {
  return { port: wholeNumber(environment, 'PORT', 8080), host: environment.HOST || '127.0.0.1' };
}

/** What the environment says about a server, all but its database and its secret key, see {@link findSecretKey}. */
export async function serverOptions(
  environment: Environment,
): Promise<Omit<ServerOptions, 'database' | 'log' | 'secretKey'>> {
  return {
    tenant: tenantOf(environment),
    province: provinceOf(environment),
    authenticator: await authenticator(environment),
    origins: origins(environment),
    metricsToken: environment.DVK_METRICS_TOKEN,
    trustedProxies: wholeNumber(environment, 'DVK_TRUSTED_PROXIES', 0),
    ...(await storage(environment)),
    uploadQuotas: uploadQuotas(environment),
  };
}

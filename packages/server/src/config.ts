import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '@dvk/sdk/contract';
import { createDemoIssuer, nobody, tokenAuthenticator, type Authenticator } from './auth/index.ts';
import type { ServerOptions } from './create-server.ts';
import type { DatabaseOptions } from './database/index.ts';
import { openStorage } from './storage/index.ts';
import { defaultScale } from './demo/index.ts';
import { checkMasterKey } from './secrets/keyring.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment variables of the command line, in the order of `--help`. */
export const variables = {
  PORT: 'port to listen on (8080)',
  HOST: 'address to listen on (127.0.0.1; 0.0.0.0 for all)',
  DATABASE_URL: 'postgres://… ; without it an embedded database in DVK_DATA',
  DVK_DATA: 'directory of embedded database, files and generated key (.data)',
  DVK_SECRET_KEY: 'master secret, at least 32 characters; needed with DATABASE_URL, else generated in DVK_DATA',
  DVK_TENANT: 'key of the province or committee served (default)',
  DVK_ISSUER: 'issuer of accepted tokens (iss); without it everybody is anonymous',
  DVK_AUDIENCE: 'audience of accepted tokens (aud)',
  DVK_JWKS_URL: "address of the issuer's public keys",
  DVK_ROLES_CLAIM: 'claim with the roles, dots step into objects (roles)',
  DVK_UNIT_CLAIM: "claim with the id of the person's unit (unit_id)",
  DVK_ROLE_NAMES: "the portal's role names: theirs=ours,theirs=ours",
  DVK_ORIGINS: 'origins of portals on other hosts, comma-separated, or *',
  DVK_TRUSTED_PROXIES: 'how many proxies in front are believed (0)',
  DVK_STORAGE: 'where uploaded files are kept: dir (DVK_STORAGE_DIR, else in DVK_DATA) or s3 (DVK_S3_…)',
  DVK_LOG_LEVEL: 'trace, debug, info, warn, error, silent (info)',
  DVK_DEMO: '1: demonstration, anyone may sign in as anyone; refused in production',
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
  return url ? { url } : { directory: join(dataDirectory(environment), 'database') };
}

/** The master secret: given, or – for the embedded database and for demonstrations – made once and kept in DVK_DATA. */
async function secretKey(environment: Environment): Promise<string | Uint8Array> {
  if (environment.DVK_SECRET_KEY) return checkMasterKey(environment.DVK_SECRET_KEY);
  if (environment.DATABASE_URL && environment.DVK_DEMO !== '1') {
    throw new Error('DATABASE_URL needs DVK_SECRET_KEY: at least 32 random characters');
  }
  const directory = dataDirectory(environment);
  const file = join(directory, 'secret-key');
  await mkdir(directory, { recursive: true });
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}

function roleNames(text: string | undefined): Record<string, Role> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(pairs.map((pair) => pair.split('=', 2).map((part) => part.trim())));
}

async function authenticator(environment: Environment): Promise<Authenticator> {
  if (environment.DVK_DEMO === '1') return createDemoIssuer(environment);
  const { DVK_ISSUER: issuer, DVK_AUDIENCE: audience, DVK_JWKS_URL: keys } = environment;
  if (!issuer) return nobody;
  if (!audience || !keys) throw new Error('DVK_ISSUER needs DVK_AUDIENCE and DVK_JWKS_URL');
  return tokenAuthenticator({
    issuer,
    audience,
    keys: new URL(keys),
    claims: {
      ...(environment.DVK_ROLES_CLAIM ? { roles: environment.DVK_ROLES_CLAIM } : {}),
      ...(environment.DVK_UNIT_CLAIM ? { unit: environment.DVK_UNIT_CLAIM } : {}),
    },
    roleNames: roleNames(environment.DVK_ROLE_NAMES),
  });
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

/** What the environment says about a server, all but its database. */
export async function serverOptions(environment: Environment): Promise<Omit<ServerOptions, 'database' | 'log'>> {
  const origins = environment.DVK_ORIGINS;
  return {
    secretKey: await secretKey(environment),
    tenant: environment.DVK_TENANT || 'default',
    authenticator: await authenticator(environment),
    origins: origins === '*' ? '*' : (origins ?? '').split(',').filter((origin) => origin !== ''),
    trustedProxies: wholeNumber(environment, 'DVK_TRUSTED_PROXIES', 0),
    storage: openStorage(environment, join(dataDirectory(environment), 'files')),
  };
}

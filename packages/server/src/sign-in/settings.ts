import type { Bilingual } from '@dvk/sdk/errors';
import { readFile } from 'node:fs/promises';
import { roles, type Role } from '@dvk/sdk/contract';
import { isSafeAddress, refuseTwins, type ClaimNames, type IssuerOptions, type TokenOptions } from '../auth/index.ts';
import { listOf, minutes, wholeNumber, type Environment } from '../startup/environment.ts';
import { SettingsFault } from '../startup/settings-fault.ts';
import { faultAt, readIssuerFile, readSecret, type IssuerEntry } from './issuer-file.ts';
import { defaultIdle, defaultLifetime, type SignInIssuer, type SignInOptions } from './options.ts';

/** What the settings say of sign-in. */
export interface SignInSettings {
  /** Whose tokens are accepted. */
  tokens: TokenOptions[];
  /** Present where the server has sessions of its own. */
  signIn: SignInOptions | undefined;
}

interface Configured {
  tokens?: TokenOptions | undefined;
  signIn?: SignInIssuer | undefined;
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

function needsSafeIssuer(issuer: string): void {
  const address = URL.parse(issuer);
  if (address && isSafeAddress(address)) return;
  throw new SettingsFault({
    vi: `DVK_ISSUER là "${issuer}"; không đặt DVK_JWKS_URL thì nó phải là địa chỉ https, vì máy chủ tìm khóa ở đó`,
    en: `DVK_ISSUER is "${issuer}"; without DVK_JWKS_URL it must be an https address, since the keys are looked for there`,
  });
}

function keysAt(address: string | undefined): Pick<IssuerOptions, 'keys'> {
  if (!address) return {};
  const keys = URL.parse(address);
  if (!keys) throw new Error(`DVK_JWKS_URL is "${address}"; it must be an address`);
  return { keys };
}

async function clientSecret({ DVK_CLIENT_SECRET: secret, DVK_CLIENT_SECRET_FILE: file }: Environment) {
  if (secret || !file) return secret || undefined;
  try {
    return (await readFile(file, 'utf8')).trim() || undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsFault(
      {
        vi: `DVK_CLIENT_SECRET_FILE: không mở được tệp ${file} (${code})`,
        en: `DVK_CLIENT_SECRET_FILE: the file ${file} cannot be opened (${code})`,
      },
      error,
    );
  }
}

/** The one issuer that the environment describes; its people keep their subjects as they are. */
async function issuerOfEnvironment(environment: Environment): Promise<Configured | undefined> {
  const { DVK_ISSUER: issuer, DVK_AUDIENCE: audience, DVK_CLIENT_ID: id } = environment;
  if (!issuer) return undefined;
  if (!audience && !id) throw new Error('DVK_ISSUER needs DVK_AUDIENCE, for tokens, or DVK_CLIENT_ID, for sessions');
  const given = keysAt(environment.DVK_JWKS_URL);
  if (!given.keys || id) needsSafeIssuer(issuer);
  const claims: Partial<ClaimNames> = {
    ...(environment.DVK_ROLES_CLAIM ? { roles: environment.DVK_ROLES_CLAIM } : {}),
    ...(environment.DVK_UNIT_CLAIM ? { unit: environment.DVK_UNIT_CLAIM } : {}),
    ...(environment.DVK_TENANT_CLAIM ? { tenant: environment.DVK_TENANT_CLAIM } : {}),
    ...(environment.DVK_IDENTIFIER_CLAIM ? { identifier: environment.DVK_IDENTIFIER_CLAIM } : {}),
  };
  const clockSkew = wholeNumber(environment, 'DVK_CLOCK_SKEW', 30);
  if (clockSkew > 300) throw new Error(`DVK_CLOCK_SKEW is "${clockSkew}"; it must be at most 300 seconds`);
  const options: IssuerOptions = { issuer, ...given, claims, roleNames: roleNames(environment), clockSkew };
  const secret = await clientSecret(environment);
  const scope = environment.DVK_CLIENT_SCOPE || undefined;
  const label = environment.DVK_ISSUER_LABEL || new URL(issuer, 'urn:x').hostname || issuer;
  return {
    tokens: audience ? { ...options, audience } : undefined,
    signIn: id ? { ...options, key: 'default', label, client: { id, secret, scope } } : undefined,
  };
}

async function issuerOfEntry(file: string, entry: IssuerEntry, at: number): Promise<Configured> {
  const place = `issuers[${at}]`;
  const {
    key,
    label,
    audience,
    client,
    plainSubjects,
    saysWhen,
    keys: keysAddress,
    issuer,
    claims = {},
    ...rest
  } = entry;
  if (!audience && !client) {
    throw faultAt(file, place, {
      vi: 'cần "audience" (nhận token) hoặc "client" (đăng nhập qua máy chủ này), hoặc cả hai',
      en: 'needs "audience" (to take tokens) or "client" (to sign in through this server), or both',
    });
  }
  const mustBeSafe = (name: 'issuer' | 'keys', value: string) => {
    const address = URL.parse(value);
    if (address && isSafeAddress(address)) return address;
    throw faultAt(file, `${place}.${name}`, {
      vi: `"${value}" phải là địa chỉ https`,
      en: `"${value}" must be an https address`,
    });
  };
  const keys = keysAddress === undefined ? undefined : mustBeSafe('keys', keysAddress);
  if (!keys || client) mustBeSafe('issuer', issuer);
  const options: IssuerOptions = {
    issuer,
    ...(keys && { keys }),
    claims: Object.fromEntries(Object.entries(claims).filter(([, name]) => name !== undefined)),
    roleNames: rest.roleNames ?? {},
    signsIn: rest.signsIn,
    ...(plainSubjects ? {} : { namespace: key }),
    ...(rest.clockSkew !== undefined && { clockSkew: rest.clockSkew }),
  };
  const tokens = audience ? { ...options, audience, ...(saysWhen && { saysWhen }) } : undefined;
  if (!client) return { tokens };
  const { id, secretFile, scope, claimsFrom, strongAcr } = client;
  const secret = secretFile && (await readSecret(file, secretFile, `${place}.client.secretFile`));
  return {
    tokens,
    signIn: { ...options, key, label, client: { id, secret, scope }, claimsFrom, strongAcr },
  };
}

function refuseSameKeys(file: string, entries: readonly IssuerEntry[]): void {
  const [twin] = entries.filter(({ key }, at) => entries.findIndex((each) => each.key === key) !== at);
  if (!twin) return;
  throw faultAt(file, '', { vi: `có hai mục cùng "key": "${twin.key}"`, en: `two have the same "key": "${twin.key}"` });
}

const forSignIn: Bilingual = { vi: 'đăng nhập qua máy chủ này', en: 'sign-in through this server' };

/**
 * Where browsers reach this server.
 *
 * @throws SettingsFault where it is not given, or no safe address
 */
export function publicAddress({ DVK_PUBLIC_URL: given }: Environment, forWhat: Bilingual = forSignIn): URL {
  const address = URL.parse(given ?? '');
  if (address && isSafeAddress(address) && address.search === '' && address.hash === '') {
    if (!address.pathname.endsWith('/')) address.pathname += '/';
    return address;
  }
  throw new SettingsFault({
    vi: `DVK_PUBLIC_URL ${given ? `là "${given}"` : 'chưa đặt'}; ${forWhat.vi} cần địa chỉ https mà trình duyệt dùng để tới nó, ví dụ https://dvk.tinh.example/`,
    en: `DVK_PUBLIC_URL is ${given ? `"${given}"` : 'not set'}; ${forWhat.en} needs the https address by which browsers reach it, such as https://dvk.province.example/`,
  });
}

/**
 * What the environment, and the file that it names, say of sign-in.
 *
 * @throws Error, or SettingsFault in both languages, naming the setting or the place in the file
 */
export async function signInSettings(environment: Environment): Promise<SignInSettings> {
  const { DVK_ISSUERS_FILE: file } = environment;
  const entries = file ? await readIssuerFile(file) : [];
  if (file) refuseSameKeys(file, entries);
  const own = await issuerOfEnvironment(environment);
  const all = [
    ...(own ? [own] : []),
    ...(await Promise.all(entries.map((entry, at) => issuerOfEntry(file!, entry, at)))),
  ];
  refuseTwins(all.map(({ tokens, signIn }) => (tokens ?? signIn)!));
  const issuers = all.flatMap(({ signIn }) => signIn ?? []);
  return {
    tokens: all.flatMap(({ tokens }) => tokens ?? []),
    signIn:
      issuers.length === 0
        ? undefined
        : {
            issuers,
            address: publicAddress(environment),
            idle: minutes(environment, 'DVK_SESSION_IDLE', defaultIdle),
            lifetime: minutes(environment, 'DVK_SESSION_LIFETIME', defaultLifetime),
          },
  };
}

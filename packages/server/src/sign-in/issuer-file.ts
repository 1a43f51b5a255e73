import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { roles } from '@dvk/sdk/contract';
import type { Bilingual } from '@dvk/sdk/errors';
import * as z from 'zod/mini';
import { SettingsFault } from '../startup/settings-fault.ts';

const text = z.string().check(z.minLength(1));
const key = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/));
const ourRoles = roles.filter((role) => role !== 'anonymous');

const IssuerEntry = z.strictObject({
  key,
  label: text,
  issuer: text,
  audience: z.optional(text),
  keys: z.optional(text),
  signsIn: z.enum(['staff', 'citizens', 'everyone']),
  claims: z.optional(
    z.strictObject({
      roles: z.optional(text),
      unit: z.optional(text),
      tenant: z.optional(text),
      name: z.optional(text),
      identifier: z.optional(text),
    }),
  ),
  roleNames: z.optional(z.record(text, z.enum(ourRoles))),
  plainSubjects: z.optional(z.boolean()),
  saysWhen: z.optional(z.boolean()),
  clockSkew: z.optional(z.int().check(z.gte(0), z.lte(300))),
  client: z.optional(
    z.strictObject({
      id: text,
      secretFile: z.optional(text),
      scope: z.optional(text),
      claimsFrom: z.optional(z.enum(['id-token', 'userinfo'])),
      strongAcr: z.optional(z.array(text).check(z.minLength(1))),
    }),
  ),
});
export type IssuerEntry = z.infer<typeof IssuerEntry>;

const IssuerFile = z.strictObject({ issuers: z.array(IssuerEntry).check(z.minLength(1)) });

type Issue = z.core.$ZodIssue;

function whatIsWrong(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const names = issue.keys.map((name) => `"${name}"`).join(', ');
      return { vi: `có mục không có trong cách viết của tệp: ${names}`, en: `has what no such file has: ${names}` };
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { vi: `phải là một trong: ${values}`, en: `must be one of: ${values}` };
    }
    case 'invalid_format':
      return {
        vi: 'phải gồm chữ thường không dấu, chữ số và "-", bắt đầu bằng chữ, dài không quá 31',
        en: 'must be small letters a–z, digits and "-", begin with a letter, and have at most 31 of them',
      };
    case 'invalid_type':
      if (issue.input === undefined) return { vi: 'còn thiếu', en: 'is missing' };
      return { vi: `phải là kiểu ${issue.expected}`, en: `must be of type ${issue.expected}` };
    case 'too_small':
    case 'too_big':
      if (issue.origin === 'string' || issue.origin === 'array')
        return { vi: 'không được để trống', en: 'must not be empty' };
      return { vi: 'phải từ 0 đến 300 giây', en: 'must be from 0 to 300 seconds' };
    default:
      return { vi: 'không dùng được', en: 'cannot be used' };
  }
}

/** `issuers[0].client.id`. */
const placeOf = ({ path: steps }: Issue) =>
  steps.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${String(step)}`)).join('');

/** A fault of one issuer in the file. */
export function faultAt(file: string, place: string, { vi, en }: Bilingual, cause?: unknown): SettingsFault {
  return new SettingsFault(
    { vi: `Tệp ${file}${place && `, mục ${place}`}: ${vi}`, en: `The file ${file}${place && `, at ${place}`}: ${en}` },
    cause,
  );
}

/**
 * Reads the file that lists issuers.
 *
 * @throws SettingsFault naming the place in the file
 */
export async function readIssuerFile(file: string): Promise<IssuerEntry[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw faultAt(
      file,
      '',
      code === undefined
        ? { vi: 'không phải JSON đọc được', en: 'is no JSON that can be read' }
        : { vi: `không mở được (${code})`, en: `cannot be opened (${code})` },
      error,
    );
  }
  const { data, error } = IssuerFile.safeParse(content, { reportInput: true });
  if (data) return data.issuers;
  const [issue] = error.issues;
  throw faultAt(file, placeOf(issue!), whatIsWrong(issue!));
}

/** The secret that an entry names by its file, which may be named from where the list is. */
export async function readSecret(file: string, secretFile: string, place: string): Promise<string> {
  const named = path.resolve(path.dirname(file), secretFile);
  try {
    const secret = (await readFile(named, 'utf8')).trim();
    if (secret !== '') return secret;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw faultAt(
      file,
      place,
      { vi: `không mở được tệp ${named} (${code})`, en: `the file ${named} cannot be opened (${code})` },
      error,
    );
  }
  throw faultAt(file, place, { vi: `tệp ${named} trống`, en: `the file ${named} is empty` });
}

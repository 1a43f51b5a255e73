import type { Bilingual } from '@dvk/sdk/errors';
import { NewPerson } from '@dvk/sdk/people';
import { formatPlace, type Province } from '@dvk/sdk/places';
import { fold, searchKey } from '@dvk/sdk/text';
import { tenantOf, type Environment } from '../../config.ts';
import { isSafeAddress } from '../../auth/index.ts';
import { mailSettings } from '../../mail/settings.ts';
import { publicAddress } from '../../sign-in/settings.ts';
import { SettingsFault } from '../../startup/settings-fault.ts';
import type { InitFlag } from './flags.ts';

/** What `init` has to know. */
export interface Question {
  /** The setting that the answer is. */
  name: string;
  /** The option that gives it; a secret has none. */
  flag?: InitFlag;
  ask: Bilingual;
  /** Whether it is asked, by what is known so far. */
  applies?: (known: Environment) => boolean;
  /** What a terminal offers, and what is taken where nobody can be asked and it `mayLack`. */
  offer?: (known: Environment) => string;
  mayLack?: boolean;
  isSecret?: boolean;
  /** The answer as it is kept, `''` for nothing; throws for what is none. */
  read: (text: string, known: Environment) => string | Promise<string>;
}

const fault = (vi: string, en: string) => new SettingsFault({ vi, en });

/** The word for “there is none”. */
const none = 'none';
const embedded = 'embedded';

const plain = (longest: number) => (text: string) => {
  const value = text.trim();
  if (value === '') throw fault('Chưa có câu trả lời.', 'There is no answer.');
  if (value.length > longest)
    throw fault(`Quá dài: tối đa ${longest} ký tự.`, `Too long: ${longest} characters at most.`);
  return value;
};
const perhaps = (longest: number) => (text: string) => (text.trim() === '' ? '' : plain(longest)(text));

function readProvince(provinces: readonly Province[], text: string): string {
  const wanted = searchKey(text.trim());
  const keysOf = (province: Province) => [province.name, formatPlace(province)].map((name) => searchKey(name));
  const found = provinces.find((each) => each.code === text.trim() || keysOf(each).includes(wanted));
  if (found) return found.code;
  const names = provinces.map(({ code, name }) => `${code} ${name}`).join(', ');
  throw fault(
    `"${text}" không phải tỉnh, thành phố nào; hãy dùng tên hoặc mã: ${names}`,
    `"${text}" is no province; give the name or the code of one: ${names}`,
  );
}

/** “Thành phố Hồ Chí Minh” as a short name: `ho-chi-minh`. */
function shortName(provinces: readonly Province[], code: string | undefined): string {
  const name = provinces.find((each) => each.code === code)?.name ?? 'default';
  return fold(name).replace(/[^a-z0-9]+/g, '-');
}

function readDatabase(text: string): string {
  if (text.trim() === embedded) return '';
  const address = URL.parse(text.trim());
  if (address && /^postgres(ql)?:$/.test(address.protocol)) return text.trim();
  // It may hold a password: what was given is not repeated.
  throw fault(
    `Phải là ${embedded} (cơ sở dữ liệu nhúng, cho một xã hoặc chạy thử) hoặc địa chỉ postgres://người-dùng:mật-khẩu@máy/tên`,
    `It must be ${embedded} (for a commune, or to try it) or an address postgres://user:password@host/name`,
  );
}

function readIssuer(text: string): string {
  const address = URL.parse(text.trim());
  if (address && isSafeAddress(address)) return text.trim();
  throw fault(
    `"${text}" phải là địa chỉ https của dịch vụ đăng nhập, đúng như nó tự ghi (issuer)`,
    `"${text}" must be the https address of the sign-in service, as it calls itself (issuer)`,
  );
}

/** Whether the mail settings can be read, by what else is known of them. */
const checkMail = (settings: Environment) => mailSettings(settings, () => new URL('https://dvk.example'));

function readAdministrator(field: 'name' | 'invitation', text: string): string {
  const { success, data } = NewPerson.safeParse({ name: 'x', invitation: 'x', unitId: null, [field]: text.trim() });
  if (success) return data[field];
  throw fault('Phải là một dòng chữ, tối đa 200 ký tự.', 'It must be a line of text, 200 characters at most.');
}

const isS3 = (known: Environment) => known['DVK_STORAGE'] === 's3';
const hasMail = (known: Environment) => Boolean(known['DVK_MAIL_SERVER']);

/** What the configuration is made of, in the order in which it is asked. */
export const questionsOf = (provinces: readonly Province[]): readonly Question[] => [
  {
    name: 'DVK_PROVINCE',
    flag: 'province',
    ask: { vi: 'Tỉnh, thành phố (tên hoặc mã)', en: 'Province (its name or code)' },
    read: (text) => readProvince(provinces, text),
  },
  {
    name: 'DVK_OFFICE_NAME',
    flag: 'office',
    ask: { vi: 'Tên cơ quan tiếp nhận phản ánh, kiến nghị', en: 'Name of the office that receives cases' },
    read: plain(200),
  },
  {
    name: 'DVK_OFFICE_HOTLINE',
    flag: 'hotline',
    ask: { vi: 'Số điện thoại của cơ quan đó (bỏ trống nếu không có)', en: 'Its telephone number (empty for none)' },
    offer: () => '',
    mayLack: true,
    read: perhaps(40),
  },
  {
    name: 'DVK_TENANT',
    flag: 'tenant',
    ask: {
      vi: 'Tên ngắn của tỉnh trong dữ liệu (không bao giờ đổi được nữa)',
      en: 'Short name of the province in the data (never changed afterwards)',
    },
    offer: ({ DVK_PROVINCE: code }) => shortName(provinces, code),
    mayLack: true,
    read: (text) => tenantOf({ DVK_TENANT: text.trim() }),
  },
  {
    name: 'DATABASE_URL',
    flag: 'database',
    ask: {
      vi: `Cơ sở dữ liệu: ${embedded} (nhúng, cho một xã hoặc chạy thử), hoặc postgres://… (cấp tỉnh)`,
      en: `Database: ${embedded} (for a commune, or to try it), or postgres://… (for a province)`,
    },
    offer: () => embedded,
    read: readDatabase,
  },
  {
    name: 'DVK_PUBLIC_URL',
    flag: 'public-url',
    ask: {
      vi: 'Địa chỉ https mà trình duyệt dùng để tới máy chủ này',
      en: 'The https address by which browsers reach this server',
    },
    read: (text) => publicAddress({ DVK_PUBLIC_URL: text.trim() }).href,
  },
  {
    name: 'DVK_ISSUER',
    flag: 'issuer',
    ask: {
      vi: 'Dịch vụ đăng nhập (OpenID Connect) của cơ quan: địa chỉ issuer',
      en: 'Sign-in service (OpenID Connect) of your organisation: its issuer address',
    },
    read: readIssuer,
  },
  {
    name: 'DVK_CLIENT_ID',
    flag: 'client-id',
    ask: { vi: 'Tên của máy chủ này ở dịch vụ đăng nhập (client id)', en: 'What it knows this server as (client id)' },
    read: plain(255),
  },
  {
    name: 'DVK_CLIENT_SECRET',
    ask: {
      vi: 'Mật khẩu của máy chủ này ở đó (client secret; bỏ trống nếu không có)',
      en: 'The secret of this server there (client secret; empty for none)',
    },
    applies: ({ DVK_CLIENT_SECRET_FILE: file }) => !file,
    offer: () => '',
    mayLack: true,
    isSecret: true,
    read: perhaps(1000),
  },
  {
    name: 'DVK_STORAGE',
    flag: 'storage',
    ask: {
      vi: 'Nơi giữ tệp tải lên: dir (một thư mục) hoặc s3',
      en: 'Where uploaded files are kept: dir (a folder) or s3',
    },
    offer: () => 'dir',
    mayLack: true,
    read(text) {
      if (text === 'dir' || text === 's3') return text;
      throw fault(`"${text}" phải là dir hoặc s3`, `"${text}" must be dir or s3`);
    },
  },
  {
    name: 'DVK_S3_ENDPOINT',
    flag: 's3-endpoint',
    ask: { vi: 'Địa chỉ dịch vụ S3, không gồm bucket', en: 'Address of the S3 service, without the bucket' },
    applies: isS3,
    read: (text) => {
      if (URL.parse(text.trim())) return text.trim();
      throw fault(`"${text}" phải là một địa chỉ`, `"${text}" must be an address`);
    },
  },
  {
    name: 'DVK_S3_BUCKET',
    flag: 's3-bucket',
    ask: { vi: 'Tên bucket', en: 'Name of the bucket' },
    applies: isS3,
    read: plain(255),
  },
  {
    name: 'DVK_S3_ACCESS_KEY_ID',
    flag: 's3-access-key-id',
    ask: { vi: 'Khóa truy cập S3', en: 'S3 access key' },
    applies: isS3,
    read: plain(255),
  },
  {
    name: 'DVK_S3_SECRET_ACCESS_KEY',
    ask: { vi: 'Mật khẩu của khóa truy cập S3', en: 'Secret of the S3 access key' },
    applies: isS3,
    isSecret: true,
    read: plain(255),
  },
  {
    name: 'DVK_MAIL_SERVER',
    flag: 'mail',
    ask: {
      vi: `Máy chủ gửi thư: smtp://máy:cổng, smtps://máy:cổng, hoặc ${none} nếu chưa có`,
      en: `Mail server: smtp://host:port, smtps://host:port, or ${none}`,
    },
    offer: () => none,
    async read(text) {
      const value = text.trim() === none ? '' : text.trim();
      await checkMail({ DVK_MAIL_SERVER: value, DVK_MAIL_FROM: 'dvk@tinh.example' });
      return value;
    },
  },
  {
    name: 'DVK_MAIL_FROM',
    flag: 'mail-from',
    ask: {
      vi: 'Người gửi thư, ví dụ Bộ phận thường trực <dvk@tinh.example>',
      en: 'Who writes, such as Standing office <dvk@province.example>',
    },
    applies: hasMail,
    async read(text, known) {
      await checkMail({ DVK_MAIL_SERVER: known['DVK_MAIL_SERVER'], DVK_MAIL_FROM: text });
      return text.trim();
    },
  },
  {
    name: 'DVK_MAIL_USER',
    flag: 'mail-user',
    ask: {
      vi: 'Tên đăng nhập máy chủ thư (bỏ trống nếu không cần)',
      en: 'Name to sign in at the mail server (empty for none)',
    },
    applies: hasMail,
    offer: () => '',
    mayLack: true,
    read: perhaps(255),
  },
  {
    name: 'DVK_MAIL_PASSWORD',
    ask: { vi: 'Mật khẩu của tên đó', en: 'Its password' },
    applies: (known) => hasMail(known) && Boolean(known['DVK_MAIL_USER']) && !known['DVK_MAIL_PASSWORD_FILE'],
    isSecret: true,
    read: plain(1000),
  },
];

/** Who is the first administrator: asked until there is one. */
export const administratorQuestions: readonly Question[] = [
  {
    name: 'DVK_ADMIN_NAME',
    flag: 'admin-name',
    ask: { vi: 'Họ và tên quản trị đầu tiên', en: 'Name of the first administrator' },
    read: (text) => readAdministrator('name', text),
  },
  {
    name: 'DVK_ADMIN',
    flag: 'admin',
    ask: {
      vi: 'Người đó đăng nhập bằng: địa chỉ email đã được xác minh, hoặc mã người dùng (sub) ở dịch vụ đăng nhập',
      en: 'They sign in with: their verified e-mail address, or what the sign-in service calls them (sub)',
    },
    read: (text) => readAdministrator('invitation', text),
  },
];

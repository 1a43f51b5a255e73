import { readNamed } from '../startup/read-named.ts';
import { SettingsFault } from '../startup/settings-fault.ts';
import type { Environment } from '../startup/environment.ts';
import { addressIn, type MailOptions } from './mailer.ts';

function serverAddress(given: string): URL {
  const address = URL.parse(given);
  const isServer = address && /^smtps?:$/.test(address.protocol) && address.hostname !== '';
  // A password in an address ends in logs: its text is not repeated either.
  if (address?.username || address?.password)
    throw new SettingsFault({
      vi: 'DVK_MAIL_SERVER không được chứa tên và mật khẩu; hãy ghi chúng trong DVK_MAIL_USER và DVK_MAIL_PASSWORD_FILE',
      en: 'DVK_MAIL_SERVER must not hold a name and a password; DVK_MAIL_USER and DVK_MAIL_PASSWORD_FILE do',
    });
  if (isServer && /^\/?$/.test(address.pathname) && address.search === '') return address;
  throw new SettingsFault({
    vi: `DVK_MAIL_SERVER là "${given}"; phải như smtp://mail.tinh.example:587`,
    en: `DVK_MAIL_SERVER is "${given}"; it must be like smtp://mail.province.example:587`,
  });
}

function sender(given: string | undefined): string {
  const from = given?.trim() ?? '';
  if (/^[^\s@<>,]+@[^\s@<>,]+$/.test(addressIn(from)) && !/[\r\n]/.test(from)) return from;
  throw new SettingsFault({
    vi: `DVK_MAIL_FROM ${from ? `là "${from}"` : 'chưa đặt'}; phải là địa chỉ thư của người gửi, ví dụ Bộ phận thường trực <dvk@tinh.example>`,
    en: `DVK_MAIL_FROM is ${from ? `"${from}"` : 'not set'}; it must be the address that letters come from, such as Standing office <dvk@province.example>`,
  });
}

function portalPage(given: string | undefined): URL | undefined {
  if (!given) return undefined;
  const address = URL.parse(given);
  if (address && /^https?:$/.test(address.protocol)) return address;
  throw new SettingsFault({
    vi: `DVK_MAIL_PORTAL là "${given}"; phải là địa chỉ của một trang`,
    en: `DVK_MAIL_PORTAL is "${given}"; it must be the address of a page`,
  });
}

async function dkimOf({ DVK_MAIL_DKIM_SELECTOR: selector, DVK_MAIL_DKIM_KEY_FILE: file }: Environment) {
  if (!selector && !file) return undefined;
  if (selector && file) return { selector, privateKey: await readNamed('DVK_MAIL_DKIM_KEY_FILE', file) };
  throw new SettingsFault({
    vi: 'DVK_MAIL_DKIM_SELECTOR và DVK_MAIL_DKIM_KEY_FILE đi cùng nhau',
    en: 'DVK_MAIL_DKIM_SELECTOR and DVK_MAIL_DKIM_KEY_FILE go together',
  });
}

/**
 * The mail server that the environment names; `undefined` where it names none.
 *
 * @param links where browsers reach this server, asked for where there is one
 * @throws SettingsFault
 */
export async function mailSettings(environment: Environment, links: () => URL): Promise<MailOptions | undefined> {
  const { DVK_MAIL_SERVER: given, DVK_MAIL_USER: user, DVK_MAIL_PASSWORD: typed } = environment;
  if (!given) return undefined;
  const file = environment.DVK_MAIL_PASSWORD_FILE;
  const password = typed || (file ? (await readNamed('DVK_MAIL_PASSWORD_FILE', file)).trim() : undefined);
  return {
    server: serverAddress(given),
    user: user || undefined,
    password,
    from: sender(environment.DVK_MAIL_FROM),
    dkim: await dkimOf(environment),
    portal: portalPage(environment.DVK_MAIL_PORTAL),
    links: links(),
  };
}

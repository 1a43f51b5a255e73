import { withoutMail } from '@dvk/sdk/notices';
import type { Queries } from '../database/index.ts';
import { sameBytes, type Keyring } from '../secrets/keyring.ts';
import { storedWishes, writeWishes } from './wishes.ts';

/** Where letters are ended, under the address at which browsers reach this server. */
export const stopPath = 'mail/stop';

/** Whose mail is ended. */
export interface Stopped {
  tenant: string;
  recipient: string;
}

const purpose = 'notice-stop';

/** The address that ends mail to a recipient: who has it may do that and nothing else. */
export function stopAddress(keyring: Keyring, links: URL, { tenant, recipient }: Stopped): URL {
  const whose = Buffer.from(JSON.stringify([tenant, recipient])).toString('base64url');
  const address = new URL(stopPath, links);
  address.searchParams.set('of', `${whose}.${keyring.mac(purpose, tenant, recipient).toString('base64url')}`);
  return address;
}

/** Whose mail an address ends; `undefined` for one that was not made here. */
export function readStop(keyring: Keyring, of: string): Stopped | undefined {
  const [whose = '', mac = ''] = of.split('.');
  try {
    const [tenant, recipient] = JSON.parse(Buffer.from(whose, 'base64url').toString('utf8')) as [string, string];
    return sameBytes(keyring.mac(purpose, tenant, recipient), Buffer.from(mac, 'base64url'))
      ? { tenant, recipient }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Ends all mail to a recipient, however often it is asked for. */
export async function stopMail(db: Queries, { tenant, recipient }: Stopped, now: string): Promise<void> {
  for (;;) {
    const { version, wishes } = await storedWishes(db, tenant, recipient);
    if (await writeWishes(db, { tenant, recipient, version }, withoutMail(wishes), now)) return;
  }
}

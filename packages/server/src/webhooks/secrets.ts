import { randomBytes } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';
import type { Keyring } from '../secrets/keyring.ts';
import type { WebhookRow } from './table.ts';

type Key = Pick<WebhookRow, 'tenant' | 'id'>;
const sealContext = ({ tenant, id }: Key) => `${tenant}/${id}`;

export const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

export function sealSecrets(keyring: Keyring, key: Key, secrets: readonly string[]): Buffer {
  return keyring.seal('webhook', sealContext(key), JSON.stringify(secrets));
}

/** The secret, then the one before it. */
export function openSecrets(keyring: Keyring, row: WebhookRow): string[] {
  return JSON.parse(keyring.open('webhook', sealContext(row), row.secrets)) as string[];
}

/** The headers by which a receiver knows who sent a message and when (Standard Webhooks): signed with each secret that holds. */
export function signedHeaders(keyring: Keyring, row: WebhookRow, id: string, body: string, now: Date) {
  const [current, former] = openSecrets(keyring, row);
  const overlaps = row.overlapUntil !== null && Date.parse(row.overlapUntil) > now.getTime();
  const secrets = [current!, ...(overlaps && former !== undefined ? [former] : [])];
  const message = `msg_${id}`;
  return {
    'webhook-id': message,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Signer(secret).sign(message, now, body)).join(' '),
  };
}

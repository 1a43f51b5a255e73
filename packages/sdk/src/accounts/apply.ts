import type { FieldIssue } from '../contract/field-errors.ts';
import { refusalFor, type Outcome, type Refusal } from '../lifecycle/outcome.ts';
import { checkGrant } from '../people/rules.ts';
import { addDays } from '../text/add-days.ts';
import type { AccountEvent } from './events.ts';
import type { NewServiceAccount, ServiceAccount, ServiceKey } from './schema.ts';

/** A key holds for at most so many days. */
const longestTerm = 366;
/** One in use, and the next one while programs are changed over. */
const mostKeys = 2;

/** The last day that a key made on a day may have. */
export const latestExpiry = (day: string): string => addDays(day, longestTerm);

function checkExpiry(expiresOn: string, day: string): FieldIssue[] {
  if (expiresOn < day) return [{ pointer: '/expiresOn', code: 'before-today', params: { today: day } }];
  const latest = latestExpiry(day);
  return expiresOn > latest ? [{ pointer: '/expiresOn', code: 'expires-too-late', params: { latest } }] : [];
}

/** Whether a key opens anything on a day. */
export function keyHolds({ endedAt, expiresOn }: Pick<ServiceKey, 'endedAt' | 'expiresOn'>, day: string): boolean {
  return endedAt === null && day <= expiresOn;
}

/** A program gets an account and its first key. */
export function applyCreation(
  { expiresOn, ...account }: NewServiceAccount,
  { keyId, day }: { keyId: string; day: string },
): Outcome<Omit<NewServiceAccount, 'expiresOn'>, AccountEvent> {
  const grant = checkGrant({ ...account, from: day, to: null, reason: '' });
  const refusal = refusalFor([...grant, ...checkExpiry(expiresOn, day)]);
  if (refusal) return refusal;
  const scopes = [...new Set(account.scopes)];
  const { name: _, ...place } = account;
  return {
    changes: { ...account, scopes },
    event: { kind: 'account.created', data: { ...place, scopes, keyId, expiresOn } },
  };
}

type Known = Pick<ServiceAccount, 'endedAt'> & { keys: readonly Pick<ServiceKey, 'id' | 'endedAt' | 'expiresOn'>[] };

const accountEnded: Refusal = {
  refused: 'transition-not-allowed',
  detail: { vi: 'Tài khoản dịch vụ này đã chấm dứt.', en: 'This service account has ended.' },
};

const keysEnough: Refusal = {
  refused: 'conflict',
  detail: {
    vi: 'Đã có hai khóa còn hiệu lực. Chấm dứt một khóa trước khi tạo khóa mới.',
    en: 'There are two valid keys already. End one of them before another is made.',
  },
};

/** Another key, so that programs can be changed over to it while the one before still holds. */
export function applyKey(
  { endedAt, keys }: Known,
  { expiresOn, keyId, day }: { expiresOn: string; keyId: string; day: string },
): Outcome<object, AccountEvent> {
  if (endedAt !== null) return accountEnded;
  const refusal = refusalFor(checkExpiry(expiresOn, day));
  if (refusal) return refusal;
  if (keys.filter((key) => keyHolds(key, day)).length >= mostKeys) return keysEnough;
  return { changes: {}, event: { kind: 'account.key-added', data: { keyId, expiresOn } } };
}

/** A key is taken back at once. */
export function applyKeyEnd({ endedAt, id }: Pick<ServiceKey, 'endedAt' | 'id'>): Outcome<object, AccountEvent> {
  if (endedAt !== null) return { refused: 'transition-not-allowed' };
  return { changes: {}, event: { kind: 'account.key-ended', data: { keyId: id } } };
}

/** A program is let in no longer, whatever key it has. */
export function applyAccountEnd(
  { endedAt }: Pick<ServiceAccount, 'endedAt'>,
  now: string,
): Outcome<{ endedAt: string }, AccountEvent> {
  if (endedAt !== null) return accountEnded;
  return { changes: { endedAt: now }, event: { kind: 'account.ended', data: {} } };
}

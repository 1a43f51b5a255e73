import type { FieldIssue } from '../contract/field-errors.ts';
import type { ProblemCode } from '../contract/problems.ts';
import { isRefused, type Refusal } from '../lifecycle/outcome.ts';
import { addDays } from '../text/add-days.ts';
import { treeUnits } from '../units/sample-tree.ts';
import { applyAccountEnd, applyCreation, applyKey, applyKeyEnd } from './apply.ts';
import type { NewServiceAccount, ServiceAccount, ServiceAccountWithKey, ServiceKey } from './schema.ts';

const accountId = (at: number): string => `0199d000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const keyId = (at: number): string => `0199e000-0000-7000-8000-${String(at).padStart(12, '0')}`;

/** Made-up programs; days count from today. */
const entries: readonly [
  name: string,
  scopes: ServiceAccount['scopes'],
  made: number,
  expires: number,
  used: number,
][] = [
  ['Cổng dữ liệu tỉnh (mẫu)', ['cases:read', 'models:read'], -200, 46, 0],
  ['Phần mềm điều hành (mẫu)', ['cases:read', 'cases:write'], -30, 212, 1],
];

/** Makes the answer to a refused request: `problem` of `@dvk/sdk/testing`. */
type Refuse<Answer> = (code: ProblemCode, options?: { errors?: readonly FieldIssue[] }) => Answer;
type ById = { params: { id: string } };

/** A server of service accounts in memory, which keeps the rules: handlers for `toMsw`. Its keys open nothing. */
export function accountsInMemory<Answer>(refuse: Refuse<Answer>, { now, day }: { now: string; day: string }) {
  const at = (days: number) => new Date(Date.parse(now) + days * 24 * 60 * 60 * 1000).toISOString();
  const newKey = (number: number, expiresOn: string, createdAt = now): ServiceKey => ({
    id: keyId(number),
    expiresOn,
    createdAt,
    lastUsedAt: null,
    endedAt: null,
  });
  let all: ServiceAccount[] = entries.map(([name, scopes, made, expires, used], index) => ({
    id: accountId(index + 1),
    name,
    role: 'inspector',
    unitId: null,
    unitName: null,
    withSubtree: false,
    scopes,
    keys: [{ ...newKey(index + 1, addDays(day, expires), at(made)), lastUsedAt: at(-used) }],
    endedAt: null,
    createdAt: at(made),
  }));
  let made = 0;
  const shown = (secret: number) => `dvk_MAU_${String(secret).padStart(4, '0')}_chi_hien_mot_lan`;
  const refused = ({ refused: code, issues }: Refusal) => refuse(code, issues && { errors: issues });
  const find = (id: string) => all.find((each) => each.id === id);

  function keep(account: ServiceAccount): ServiceAccount {
    all = all.map((each) => (each.id === account.id ? account : each));
    return account;
  }

  return {
    handlers: {
      list: () => ({ items: [...all].sort((a, b) => b.createdAt.localeCompare(a.createdAt)), nextCursor: null }),
      get: ({ params }: ById) => find(params.id) ?? refuse('not-found'),
      create: ({ body }: { body: NewServiceAccount }): ServiceAccountWithKey | Answer => {
        made += 1;
        const outcome = applyCreation(body, { keyId: keyId(900 + made), day });
        if (isRefused(outcome)) return refused(outcome);
        const account: ServiceAccount = {
          ...outcome.changes,
          id: accountId(900 + made),
          unitName: treeUnits.find(({ id }) => id === body.unitId)?.name ?? null,
          keys: [newKey(900 + made, body.expiresOn)],
          endedAt: null,
          createdAt: now,
        };
        all = [...all, account];
        return { ...account, key: shown(made) };
      },
      addKey: ({ params, body }: ById & { body: { expiresOn: string } }): ServiceAccountWithKey | Answer => {
        const account = find(params.id);
        if (!account) return refuse('not-found');
        made += 1;
        const outcome = applyKey(account, { ...body, keyId: keyId(900 + made), day });
        if (isRefused(outcome)) return refused(outcome);
        const keys = [...account.keys, newKey(900 + made, body.expiresOn)];
        return { ...keep({ ...account, keys }), key: shown(made) };
      },
      endKey: ({ params }: { params: { id: string; keyId: string } }) => {
        const account = find(params.id);
        const key = account?.keys.find(({ id }) => id === params.keyId);
        if (!account || !key) return refuse('not-found');
        const outcome = applyKeyEnd(key);
        if (isRefused(outcome)) return refused(outcome);
        return keep({ ...account, keys: account.keys.map((each) => (each === key ? { ...key, endedAt: now } : each)) });
      },
      end: ({ params }: ById) => {
        const account = find(params.id);
        if (!account) return refuse('not-found');
        const outcome = applyAccountEnd(account, now);
        return isRefused(outcome) ? refused(outcome) : keep({ ...account, ...outcome.changes });
      },
    },
  };
}

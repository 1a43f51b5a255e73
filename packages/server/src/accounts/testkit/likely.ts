import { latestExpiry, type ServiceAccount } from '@dvk/sdk/accounts';
import { sampleBodies } from '@dvk/sdk/testing';
import { pick, type LikelyRequests } from '../../testkit/fuzz/known.ts';

/** A day that a key may have today. */
const expiresOn = () => latestExpiry(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));

export const likely: LikelyRequests = {
  bodies: {
    create: () => ({ ...(sampleBodies.accounts.create as object), expiresOn: expiresOn() }),
    addKey: () => ({ expiresOn: expiresOn() }),
  },
  params: {
    endKey({ recordsOf }, roll): Readonly<Record<string, string>> {
      const account = pick(recordsOf('accounts') as unknown as ServiceAccount[], roll);
      const key = pick(account?.keys ?? [], roll);
      return account && key ? { id: account.id, keyId: key.id } : {};
    },
  },
};

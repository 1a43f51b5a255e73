import { roles } from '@dvk/sdk/contract';
import type { Queries } from '../../database/index.ts';
import { newId } from '../../database/index.ts';
import { mainRecipient } from '../../notices/recipients.ts';
import { notices } from '../../notices/table.ts';
import { Keyring } from '../../secrets/keyring.ts';
import { testSecretKey, testTenant } from '../server.ts';

/** Something to read for everybody: no request makes it. */
export async function addNotices(db: Queries): Promise<void> {
  const keyring = new Keyring(testSecretKey);
  for (const subject of roles.flatMap((role) => [role, `${role}-2`])) {
    const recipient = mainRecipient(keyring, { tenant: testTenant, subject });
    for (let index = 0; index < 5; index += 1)
      await db.insert(notices).values({
        tenant: testTenant,
        id: newId(),
        recipient,
        key: `fuzz/${index}`,
        occasion: 'day.cases-due',
        subject: null,
        title: { vi: 'Hồ sơ sắp đến hạn', en: 'Cases due soon' },
        text: { vi: '1 hồ sơ sắp đến hạn.', en: '1 due soon.' },
        createdAt: '2026-11-27T11:00:00.000Z',
        shown: true,
        inDigest: false,
      });
  }
}

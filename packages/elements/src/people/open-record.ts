import type { ServiceAccount } from '@dvk/sdk/accounts';
import type { Grant, ListedPerson } from '@dvk/sdk/people';
import { isRefusal } from '../internal/describe-error.ts';
import type { Client } from '../internal/connection.ts';

/** A person with all roles, those that ended too. */
export type OpenPerson = { kind: 'person'; grants: readonly Grant[] } & ListedPerson;
export type OpenAccount = { kind: 'account' } & ServiceAccount;
export type OpenRecord = OpenPerson | OpenAccount;

async function readPerson({ people }: Client, id: string, day: string): Promise<OpenPerson> {
  const grants: Grant[] = [];
  const readGrants = async () => {
    for await (const grant of people.grants({ params: { id }, query: { limit: 100 } })) grants.push(grant);
  };
  const [person] = await Promise.all([people.get({ params: { id } }), readGrants()]);
  const roles = grants.filter(({ endedAt, to }) => endedAt === null && (to === null || to >= day));
  return { kind: 'person', ...person, roles, grants };
}

const readAccount = async ({ accounts }: Client, id: string): Promise<OpenAccount> => ({
  kind: 'account',
  ...(await accounts.get({ params: { id } })),
});

/**
 * Reads a person; where there is none of the id, and the reader may see them, a program.
 *
 * @param kind - what it is, where that is known
 */
export async function readRecord(
  client: Client,
  id: string,
  { kind, day, seesAccounts }: { kind: OpenRecord['kind'] | undefined; day: string; seesAccounts: boolean },
): Promise<OpenRecord> {
  if (kind === 'account') return readAccount(client, id);
  try {
    return await readPerson(client, id, day);
  } catch (error) {
    if (!seesAccounts || !isRefusal(error, 'not-found')) throw error;
    return readAccount(client, id);
  }
}

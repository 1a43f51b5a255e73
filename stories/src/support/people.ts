import { api } from '@dvk/sdk/api';
import type { Session } from '@dvk/sdk/session';
import {
  problem,
  sampleAccounts,
  samplePeople,
  sampleUnits,
  settingsInMemory,
  toMsw,
  type MockHandlers,
} from '@dvk/sdk/testing';
import { dateInVietnam } from '@dvk/sdk/text';
import type { RoleSource } from '@dvk/sdk/settings';
import { sampleSettings } from '@dvk/sdk/testing';
import { personOf, signedIn } from './persons.ts';
import { apiUrl } from './server.ts';

type Handlers = MockHandlers<typeof api>;

function memory(asking?: { personId: string }) {
  const now = new Date().toISOString();
  const day = dateInVietnam(now);
  return {
    people: samplePeople.peopleInMemory(problem, { now, day, asking }),
    accounts: sampleAccounts.accountsInMemory(problem, { now, day }),
  };
}
type Memory = ReturnType<typeof memory>;

/** The version of the settings that says where roles come from. */
const sourceIs = (value: RoleSource) => ({
  ...sampleSettings.settingVersion,
  name: 'role-source' as const,
  value,
  validFrom: '2026-01-01',
});

/**
 * The sample list of people for somebody with these roles, on a server in memory; new for each story.
 *
 * @param more - answers of the story’s own, beside or before those of the server
 */
export function peopleAnswers(
  roles: Session['roles'],
  {
    more = () => ({}),
    personId,
    source = 'both',
  }: { more?: (of: Memory) => Handlers['people']; personId?: string; source?: RoleSource } = {},
) {
  const of = memory(personId === undefined ? undefined : { personId });
  const units = sampleUnits.unitsInMemory(problem, dateInVietnam(Date.now()));
  return {
    msw: toMsw(api, apiUrl, {
      session: {
        get: ({ request }) =>
          personOf(request, () => ({ ...signedIn(...roles), unitId: null, ...(personId && { personId }) })),
      },
      people: { ...of.people.handlers, ...more(of) } as Handlers['people'],
      accounts: of.accounts.handlers as Handlers['accounts'],
      units: units.handlers,
      settings: settingsInMemory(source === 'tokens' ? [] : [sourceIs(source)]).handlers,
    }),
  };
}

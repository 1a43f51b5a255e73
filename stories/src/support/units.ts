import { api } from '@dvk/sdk/api';
import type { Session } from '@dvk/sdk/session';
import { dateInVietnam } from '@dvk/sdk/text';
import { problem, sampleUnits, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import { personOf, signedIn } from './persons.ts';
import { apiUrl } from './server.ts';

type Units = MockHandlers<typeof api>['units'];

type Memory = ReturnType<typeof memory>;

const memory = () => sampleUnits.unitsInMemory(problem, dateInVietnam(Date.now()));

/**
 * The sample tree for somebody with these roles, on a server in memory; new for each story.
 *
 * @param more - answers of the story’s own, beside or before those of the server
 * @param imports - what is answered to the import of a table
 */
export function unitAnswers(
  roles: Session['roles'],
  more: (units: Memory) => Units = () => ({}),
  imports: MockHandlers<typeof api>['imports'] = { list: () => ({ items: [], nextCursor: null }) },
) {
  const units = memory();
  return {
    msw: toMsw(api, apiUrl, {
      session: { get: ({ request }) => personOf(request, () => signedIn(...roles)) },
      units: { ...units.handlers, ...more(units) },
      imports,
    }),
  };
}

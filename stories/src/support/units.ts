import { api } from '@dvk/sdk/api';
import type { Session } from '@dvk/sdk/session';
import { dateInVietnam } from '@dvk/sdk/text';
import { problem, sampleUnits, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import { personOf, signedIn } from './persons.ts';
import { apiUrl } from './server.ts';

type Units = MockHandlers<typeof api>['units'];

/** The sample tree for somebody with these roles, on a server in memory; new for each story. */
export const unitAnswers = (roles: Session['roles'], more: Units = {}) => ({
  msw: toMsw(api, apiUrl, {
    session: { get: ({ request }) => personOf(request, () => signedIn(...roles)) },
    units: { ...sampleUnits.unitsInMemory(problem, dateInVietnam(Date.now())).handlers, ...more },
  }),
});

import type { Grant, Person } from '@dvk/sdk/people';
import { sampleBodies } from '@dvk/sdk/testing';
import { pick, type LikelyRequests } from '../../testkit/fuzz/known.ts';

export const likely: LikelyRequests = {
  bodies: {
    // An address invites one person alone.
    add: (_, roll) => ({ name: 'Trần Thị B', unitId: null, invitation: `b${Math.floor(roll() * 1e9)}@example.vn` }),
  },
  params: {
    endGrant({ recordsOf }, roll): Readonly<Record<string, string>> {
      const grants = recordsOf('people').filter((each) => 'personId' in each) as unknown as Grant[];
      const grant = pick(grants, roll);
      return grant ? { id: grant.personId, grantId: grant.id } : {};
    },
  },
  /** People with roles, one of whom has left. */
  async history(ask, unitId, round) {
    for (let index = 0; index < 6; index += 1) {
      const body = { name: 'Trần Thị B', unitId, invitation: `nguoi-${round}-${index}` };
      const { id, etag } = await ask<Person>('administrator', 'people.add', '/v1/people', body);
      const path = `/v1/people/${id}`;
      const grant = { ...(sampleBodies.people.grant as object), unitId };
      await ask<Grant>('administrator', 'people.grant', `${path}/grants`, grant);
      if (index === 0) await ask<Person>('administrator', 'people.leave', `${path}/leave`, { reason: 'Nghỉ' }, etag);
    }
  },
};

/** A unit whose officer looks at its models, over a faked network. */
import { modelStatuses, type Model, type ModelSummary } from '@dvk/sdk/models';
import { sampleModels } from '@dvk/sdk/testing';
import type { FakeClient } from './fake-client.ts';
import { serving, type Handlers } from './registering.ts';
import { serverDrafts } from './server-drafts.ts';

const { registered } = sampleModels;

export const summary = ({ id, code, status, ...each }: Model): ModelSummary => {
  const { statusReason, statusSince, remarks, correctBy, registrantKind, unitId, unitName, name, field } = each;
  const { communeCode, startDate, assessmentDate, endDate, updatedAt } = each;
  const first = { id, code, status, statusReason, statusSince, remarks, correctBy, registrantKind, unitId, unitName };
  return { ...first, name, field, communeCode, startDate, assessmentDate, endDate, updatedAt };
};

/** A unit with these models, of which the list knows the states. */
export function unitWith(models: readonly Model[], more: Handlers = {}, changes: Handlers['models'] = {}): FakeClient {
  const count = (status: string) => models.filter((each) => each.status === status).length;
  const status = Object.fromEntries(modelStatuses.map((each) => [each, count(each)])) as Record<
    Model['status'],
    number
  >;
  return serving(
    {
      list: ({ query }) => ({
        items: models.filter((each) => !query.status || query.status.includes(each.status)).map(summary),
        nextCursor: null,
      }),
      counts: () => ({
        asOf: '2026-03-05T02:00:00Z',
        total: models.length,
        by: { status, registrantKind: { collective: models.length, individual: 0 } },
      }),
      get: ({ params }) => models.find(({ id }) => id === params.id)!,
      create: ({ body }) => registered(body),
      ...changes,
    },
    { drafts: serverDrafts().handlers, ...more },
  );
}

import { DraftSummary, type DraftBody } from '@dvk/sdk/drafts';
import { problem } from '@dvk/sdk/testing';
import type { DraftRecord, Handlers, ProvinceRecords } from './records.ts';

/** Handlers for drafts: everybody has their own. */
export function draftHandlers(province: ProvinceRecords): Handlers {
  const ownerOf = (request: Request) => province.sessionOf(request).subject;
  const find = (id: string, request: Request): DraftRecord | undefined => {
    const draft = province.drafts.get(id);
    return draft?.owner === ownerOf(request) ? draft : undefined;
  };
  const titled = (body: DraftBody) => ({ title: body.title ?? null, content: body.content });
  return {
    drafts: {
      list: ({ query, request }) => ({
        items: [...province.drafts.values()]
          .filter(({ owner, form }) => owner === ownerOf(request) && form === (query.form ?? form))
          .map((draft) => DraftSummary.parse(draft)),
      }),
      create: ({ body, request }) => {
        const now = province.now();
        const dates = { createdAt: now, updatedAt: now, deletedAt: '2199-01-01T00:00:00Z' };
        const draft = { form: body.form, ...titled(body), ...dates, id: crypto.randomUUID(), etag: '"v1"' };
        province.drafts.set(draft.id, { ...draft, owner: ownerOf(request) });
        return draft;
      },
      get: ({ params, request }) => find(params.id, request) ?? problem('not-found'),
      update: ({ params, body, request }) => {
        const before = find(params.id, request);
        if (!before) return problem('not-found');
        if (request.headers.get('if-match') !== before.etag) return problem('precondition-failed');
        return province.change(province.drafts, params.id, titled(body));
      },
      delete: ({ params }) => void province.drafts.delete(params.id),
    },
  };
}

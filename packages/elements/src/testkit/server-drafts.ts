/** The drafts of one person on the server. */
import { DraftSummary, type Draft } from '@dvk/sdk/drafts';
import { problem, sampleDrafts } from '@dvk/sdk/testing';
import type { Handlers } from './registering.ts';

export interface ServerDrafts {
  drafts: Map<string, Draft>;
  handlers: NonNullable<Handlers['drafts']>;
}

export function serverDrafts(...given: Draft[]): ServerDrafts {
  const drafts = new Map(given.map((draft) => [draft.id, draft]));
  let versions = 1;
  const put = (id: string, body: { title?: string | undefined; content: string }): Draft => {
    const { title = null, content } = body;
    const draft = { ...sampleDrafts.draft, id, title, content, etag: `"v${(versions += 1)}"` };
    drafts.set(id, draft);
    return draft;
  };
  const handlers: ServerDrafts['handlers'] = {
    list: () => ({ items: [...drafts.values()].map((draft) => DraftSummary.parse(draft)) }),
    create: ({ body }) => put(crypto.randomUUID(), body),
    get: ({ params }) => drafts.get(params.id) ?? problem('not-found'),
    update: ({ params, body, request }) => {
      const before = drafts.get(params.id);
      if (!before) return problem('not-found');
      return request.headers.get('if-match') === before.etag ? put(params.id, body) : problem('precondition-failed');
    },
    delete: ({ params }) => void drafts.delete(params.id),
  };
  return { drafts, handlers };
}

import type { Draft as ServersDraft } from '@dvk/sdk/drafts';
import type { Client } from '../internal/connection.ts';
import { isRefusal } from '../internal/describe-error.ts';
import { Draft } from '../internal/draft.ts';
import { isDraftContent, type DraftContent } from '../internal/form-widget.ts';
import { localDraftName, type RegistrationDraft } from './draft-content.ts';
import type { SavedDraft } from './server-draft.ts';

/** A draft on this machine, and what it is put back with. */
export interface LocalDraft {
  draft: Draft<DraftContent>;
  restored: Draft<DraftContent>['restored'];
  /** The same draft on the server, as it was last saved there from this machine. */
  saved: SavedDraft | undefined;
  isUnsaved: boolean;
}

/** The draft that this machine has of a registration. */
export async function openLocal(of: string, subject: string): Promise<LocalDraft> {
  const draft = await Draft.open<RegistrationDraft>(localDraftName(of, subject), isDraftContent);
  const { server, isUnsaved = false } = draft.restored?.state ?? {};
  return { draft: draft as Draft<DraftContent>, restored: draft.restored, saved: server, isUnsaved };
}

/**
 * The draft of a new registration: what this machine has, unless the server has something newer and the machine nothing of its own.
 * What both have is told apart when it is saved.
 */
export async function findDraft({ drafts }: Client, draftId: string, subject: string): Promise<LocalDraft> {
  let local = await openLocal('new', subject);
  if (draftId && local.saved?.id !== draftId) {
    local.draft.close();
    local = await openLocal(draftId, subject);
  }
  const id = draftId || local.saved?.id;
  if (!id) return local;
  const saved = await drafts.get({ params: { id } }).catch((error: unknown) => {
    // Deleted or sent elsewhere: what this machine has becomes another. Without network, it goes on with that.
    if (isRefusal(error, 'not-found')) return null;
    if (local.restored) return undefined;
    throw error;
  });
  if (saved === undefined) return local;
  if (saved === null) return { ...local, saved: undefined };
  if (local.saved?.etag === saved.etag || (local.isUnsaved && local.saved)) return local;
  return { ...local, saved, restored: { state: contentOf(saved), savedAt: new Date(saved.updatedAt) } };
}

/** What a draft of the server holds; nothing where another program has written it. */
function contentOf({ content }: ServersDraft): DraftContent {
  const { fields } = JSON.parse(content) as Partial<DraftContent>;
  return { fields: fields ?? {} };
}

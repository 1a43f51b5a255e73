import type { Client } from '../internal/connection.ts';
import { Draft } from '../internal/draft.ts';
import { isDraftContent } from '../internal/form-widget.ts';
import { draftForm, localDraftName, type RegistrationDraft } from './draft-content.ts';
import type { DraftRow } from './my-models-rows.ts';

/** The registrations that the person has begun: on the server, and what only this machine has. */
export async function loadMyDrafts(client: Client, subject: string, signal: AbortSignal): Promise<DraftRow[]> {
  const [{ items }, local] = await Promise.all([
    // Models are shown also where drafts cannot be had.
    client.drafts.list({ query: { form: draftForm } }, { signal }).catch(() => ({ items: [] })),
    findLocal(subject),
  ]);
  const onServer = items.map(({ id, title, updatedAt }) => ({
    id,
    draft: { title, savedAt: updatedAt, isLocal: false },
  }));
  const isOnServer = items.some(({ id }) => id === local?.serverId);
  return local && !isOnServer ? [local.row, ...onServer] : onServer;
}

/** What this machine has of a new registration, with the draft on the server that it belongs to. */
async function findLocal(subject: string): Promise<{ row: DraftRow; serverId: string | undefined } | undefined> {
  const draft = await Draft.open<RegistrationDraft>(localDraftName('new', subject), isDraftContent);
  draft.close();
  const { state, savedAt } = draft.restored ?? {};
  if (!state || !savedAt || Object.keys(state.fields).length === 0) return undefined;
  const row = { id: 'new', draft: { title: state.fields['name'] || null, savedAt, isLocal: true } };
  return { row, serverId: state.server?.id };
}

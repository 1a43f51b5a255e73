import type { DraftContent } from '../internal/form-widget.ts';

/** The form that drafts of registrations on the server belong to. */
export const draftForm = 'model-registration';

/** What a draft on the machine holds of a registration. */
export interface RegistrationDraft extends DraftContent {
  /** The same draft on the server, as it was last saved there. */
  server?: { id: string; etag: string } | undefined;
  /** Whether the machine has something that the server has not. */
  isUnsaved?: boolean;
}

/** The name of the draft on the machine: of a new registration, of one that was begun elsewhere, or of a correction. */
export const localDraftName = (of: string, subject: string): string => `model-registration ${of} ${subject}`;

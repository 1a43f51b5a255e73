import type { Role } from '@dvk/sdk/contract';
import { editableModelStatuses, resubmission, type Model, type ModelRegistration } from '@dvk/sdk/models';
import type { Client } from '../internal/connection.ts';
import type { Start } from './form.ts';

/** What the form was opened with. */
export interface OpenedRegistration {
  /** `model-id` at that time. */
  id: string;
  /** The draft of the server that was asked for. */
  draftId: string;
  /** The registration to correct; absent for a new one. */
  model?: Model | undefined;
  unit: Start['unit'];
  /** The body that the server has confirmed as a correction, as long as handing it in again has failed. */
  confirmed?: string;
}

export const isEditable = ({ status }: Model): boolean => editableModelStatuses.includes(status);

/** Whether saving also hands a returned registration in again. */
export function resubmits({ status }: Model, roles: readonly Role[]): boolean {
  return resubmission.from.includes(status) && resubmission.actors.some((role) => roles.includes(role));
}

export interface Correcting {
  roles: readonly Role[];
  /** Whether it is still the same person. */
  isSame: () => boolean;
  /** The key for sending something; `undefined` once the form is closed. */
  keyFor: (body: unknown) => Promise<string> | undefined;
}

/** Writes a correction and, if the registration had been returned, hands it in again. */
export async function correct(
  { models: api }: Client,
  opened: OpenedRegistration,
  body: ModelRegistration,
  { roles, isSame, keyFor }: Correcting,
): Promise<Model> {
  let model = opened.model!;
  const params = { id: model.id };
  const text = JSON.stringify(body);
  if (text !== opened.confirmed) {
    opened.model = model = await api.update({ params, body }, { ifMatch: model.etag });
    opened.confirmed = text;
  }
  const { etag } = model;
  if (!resubmits(model, roles) || !isSame()) return model;
  const { action } = resubmission;
  const idempotencyKey = await keyFor([etag, action]);
  return api.transition({ params, body: { action } }, { ifMatch: etag, ...(idempotencyKey && { idempotencyKey }) });
}

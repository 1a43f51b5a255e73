import type { Role } from '../contract/roles.ts';
import { takeStep } from '../lifecycle/steps.ts';
import { isRefused, refusalFor, type Outcome } from '../lifecycle/outcome.ts';
import type { Unit } from '../units/schema.ts';
import { modelStepEvents, type ModelEvent } from './events.ts';
import { editableModelStatuses, modelLifecycle, type ModelAction } from './lifecycle.ts';
import { checkRegistration } from './rules.ts';
import type { Model, ModelRegistration } from './schema.ts';

/** The fields of a model that a registration fills. */
export type RegisteredFields = Omit<
  Model,
  'id' | 'code' | 'status' | 'statusReason' | 'attachments' | 'createdAt' | 'updatedAt' | 'etag'
>;

/** The fields of the record that a registration fills. `unit` is the listed unit it names, if any. */
export function registeredFields(
  registration: ModelRegistration,
  unit: Pick<Unit, 'id' | 'name'> | undefined,
): RegisteredFields {
  const { attachments: _, ...entered } = registration;
  return {
    ...entered,
    registrantName: registration.registrantName ?? null,
    address: registration.address ?? null,
    budget: registration.budget ?? null,
    tags: registration.tags ?? [],
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? registration.unitName!,
  };
}

/** The new record of a registration, and the event. */
export function applyRegistration(
  registration: ModelRegistration,
  { unit, code }: { unit: Pick<Unit, 'id' | 'name'> | undefined; code: string },
): Outcome<RegisteredFields & { status: 'registered' }, ModelEvent> {
  const refusal = refusalFor(checkRegistration(registration));
  if (refusal) return refusal;
  const status = 'registered';
  return {
    changes: { ...registeredFields(registration, unit), status },
    event: { kind: 'model.registered', data: { to: status, code } },
  };
}

/** Corrects a registration, in the states that allow it. */
export function applyCorrection(
  record: RegisteredFields & Pick<Model, 'status'>,
  registration: ModelRegistration,
  { unit }: { unit: Pick<Unit, 'id' | 'name'> | undefined },
): Outcome<RegisteredFields, ModelEvent> {
  if (!editableModelStatuses.includes(record.status)) return { refused: 'transition-not-allowed' };
  const refusal = refusalFor(checkRegistration(registration));
  if (refusal) return refusal;
  const changes = registeredFields(registration, unit);
  const names = Object.keys(changes) as (keyof RegisteredFields)[];
  const fields = names.filter((name) => JSON.stringify(record[name]) !== JSON.stringify(changes[name]));
  return { changes, event: { kind: 'model.corrected', data: { fields } } };
}

const notConcluded = {
  vi: 'Chưa có kết quả thẩm định đã chốt của mô hình này.',
  en: 'No assessment of this model has been concluded yet.',
};

/** What a step depends on besides the model. */
export interface ModelStepContext {
  /** The roles towards the model of the person who takes it. */
  roles: readonly Role[];
  /** Whether the council has concluded an assessment of the model: recognition rests on one. */
  concluded: boolean;
}

/** Takes a step of a model: the changes and the event, or why it is refused. */
export function applyModelStep(
  model: Pick<Model, 'status'>,
  input: { action: ModelAction; reason?: string | undefined },
  { roles, concluded }: ModelStepContext,
): Outcome<Pick<Model, 'status' | 'statusReason'>, ModelEvent> {
  const outcome = takeStep(modelLifecycle, modelStepEvents, model, input, roles);
  if (isRefused(outcome) || input.action !== 'recognise' || concluded) return outcome;
  return { refused: 'transition-not-allowed', detail: notConcluded };
}

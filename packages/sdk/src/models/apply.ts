import type { Role } from '../contract/roles.ts';
import { takeStep } from '../lifecycle/steps.ts';
import { isRefused, refusalFor, type Outcome } from '../lifecycle/outcome.ts';
import type { Unit } from '../units/schema.ts';
import { modelStepEvents, type ModelEvent } from './events.ts';
import { editableModelStatuses, modelLifecycle, type ModelAction } from './lifecycle.ts';
import { checkRegistration } from './rules.ts';
import { dateInVietnam, formatDate } from '../text/dates.ts';
import type { Model, ModelRegistration, ModelRemark } from './schema.ts';

/** The fields of a model that a registration fills. */
export type RegisteredFields = Omit<
  Model,
  'id' | 'code' | 'attachments' | 'createdAt' | 'updatedAt' | 'etag' | keyof ModelState
>;

/** Where a model stands: the fields that steps change. */
export type ModelState = Pick<Model, 'status' | 'statusReason' | 'statusSince' | 'remarks' | 'correctBy'>;

/** The fields of the record that a registration fills. `unit` is the listed unit it names, if any. */
export function registeredFields(
  registration: ModelRegistration,
  unit: Pick<Unit, 'id' | 'name'> | undefined,
): RegisteredFields {
  const { attachments: _, draftId: __, ...entered } = registration;
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
  /** RFC 3339 instant. */
  now: string;
}

/** A request for a step of a model. Only `return` takes `remarks` and `correctBy`. */
export interface ModelStepInput {
  action: ModelAction;
  reason?: string | undefined;
  remarks?: readonly ModelRemark[] | undefined;
  /** `YYYY-MM-DD`. */
  correctBy?: string | undefined;
}

/** Takes a step of a model: the changes and the event, or why it is refused. What was remarked on goes with the next step. */
export function applyModelStep(
  model: Pick<Model, 'status'>,
  input: ModelStepInput,
  { roles, concluded, now }: ModelStepContext,
): Outcome<ModelState, ModelEvent> {
  const outcome = takeStep(modelLifecycle, modelStepEvents, model, input, roles);
  if (isRefused(outcome)) return outcome;
  if (input.action === 'recognise' && !concluded) return { refused: 'transition-not-allowed', detail: notConcluded };
  const { remarks = [], correctBy = null } = input.action === 'return' ? input : {};
  const today = dateInVietnam(now);
  if (correctBy !== null && correctBy < today) {
    const params = { today: formatDate(today) };
    return { refused: 'validation-failed', issues: [{ pointer: '/correctBy', code: 'before-today', params }] };
  }
  const more = { statusSince: now, remarks: remarks.length > 0 ? [...remarks] : null, correctBy };
  return { ...outcome, changes: { ...outcome.changes, ...more } };
}

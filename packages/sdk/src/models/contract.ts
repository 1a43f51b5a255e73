import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { historyEndpoint } from '../contract/history.ts';
import { staff, unitStaff } from '../contract/roles.ts';
import { anyOf, counts, date, id, optionalText, page, pageQuery, search } from '../contract/shapes.ts';
import { modelActions, modelStatuses, registrarRoles } from './lifecycle.ts';
import { Model, modelFields, ModelRegistration, ModelRemark, ModelSummary, registrantKinds } from './schema.ts';

const params = z.object({ id });

const filters = {
  q: search,
  status: anyOf(z.enum(modelStatuses)),
  field: anyOf(z.enum(modelFields)),
  registrantKind: z.optional(z.enum(registrantKinds)),
  unitId: z.optional(id),
};

export const endpoints = {
  list: endpoint('GET', '/v1/models', {
    summary: 'List models, newest first; a unit sees its own',
    roles: staff,
    query: z.object({ ...pageQuery, ...filters }),
    response: page(ModelSummary),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  counts: endpoint('GET', '/v1/models/counts', {
    summary: 'Count the models of a list by state and by who registered them',
    roles: staff,
    query: z.object(filters),
    response: counts({ status: modelStatuses, registrantKind: registrantKinds }),
  }),
  create: endpoint('POST', '/v1/models', {
    summary: 'Register a model',
    roles: registrarRoles,
    body: ModelRegistration,
    response: Model,
    status: 201,
    etag: 'given',
    errors: ['validation-failed'],
  }),
  get: endpoint('GET', '/v1/models/{id}', {
    summary: 'Read a model',
    roles: staff,
    params,
    response: Model,
    etag: 'given',
    errors: ['not-found'],
  }),
  registrationForm: endpoint('GET', '/v1/models/{id}/papers/registration', {
    summary: 'Download the registration as a form, a Word file',
    roles: staff,
    params: z.object({ id }),
    response: 'binary',
    errors: ['not-found'],
  }),
  sheet: endpoint('GET', '/v1/models/{id}/papers/sheet', {
    summary: 'Download the sheet by which others learn from a model, a Word file',
    roles: staff,
    params: z.object({ id }),
    response: 'binary',
    errors: ['not-found'],
  }),
  update: endpoint('PUT', '/v1/models/{id}', {
    summary: 'Correct a registration that is not yet under way',
    roles: registrarRoles,
    params,
    body: ModelRegistration,
    response: Model,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
  history: historyEndpoint('/v1/models/{id}/history'),
  transition: endpoint('POST', '/v1/models/{id}/transitions', {
    summary: 'Move a model to its next state',
    roles: [...unitStaff, 'appraiser', 'secretariat'],
    params,
    body: z.object({
      action: z.enum(modelActions),
      reason: optionalText(2000),
      /** For `return`: what is to be corrected, field by field. */
      remarks: z.optional(z.array(ModelRemark).check(z.maxLength(30))),
      /** For `return`: the last day to correct and submit it again. */
      correctBy: z.optional(date),
    }),
    response: Model,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
};

export { modelEvents as events } from './events.ts';
export * as schemas from './schema.ts';

import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { staff, unitStaff } from '../contract/roles.ts';
import { id, optionalText, page, pageQuery, search } from '../contract/shapes.ts';
import { modelActions, modelStatuses, registrarRoles } from './lifecycle.ts';
import { Model, modelFields, ModelRegistration, ModelSummary, registrantKinds } from './schema.ts';

const params = z.object({ id });

export const endpoints = {
  list: endpoint('GET', '/v1/models', {
    summary: 'List models, newest first; a unit sees its own',
    roles: staff,
    query: z.object({
      ...pageQuery,
      q: search,
      status: z.optional(z.enum(modelStatuses)),
      field: z.optional(z.enum(modelFields)),
      registrantKind: z.optional(z.enum(registrantKinds)),
      unitId: z.optional(id),
    }),
    response: page(ModelSummary),
    paged: true,
    errors: ['cursor-invalid'],
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
  update: endpoint('PUT', '/v1/models/{id}', {
    summary: 'Correct a registration that is not yet under way',
    roles: registrarRoles,
    params,
    body: ModelRegistration,
    response: Model,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
  transition: endpoint('POST', '/v1/models/{id}/transitions', {
    summary: 'Move a model to its next state',
    roles: [...unitStaff, 'appraiser', 'secretariat'],
    params,
    body: z.object({ action: z.enum(modelActions), reason: optionalText(2000) }),
    response: Model,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
};

export { modelEvents as events } from './events.ts';
export * as schemas from './schema.ts';

import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { id, page, pageQuery } from '../contract/shapes.ts';
import { KeyTerm, NewServiceAccount, ServiceAccount, ServiceAccountWithKey } from './schema.ts';

export const endpoints = {
  list: endpoint('GET', '/v1/service-accounts', {
    summary: 'Programs that use the API, with their keys, newest first',
    roles: ['administrator'],
    query: z.object(pageQuery),
    response: page(ServiceAccount),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  get: endpoint('GET', '/v1/service-accounts/{id}', {
    summary: 'Read a program that uses the API, with its keys',
    roles: ['administrator'],
    params: z.object({ id }),
    response: ServiceAccount,
    errors: ['not-found'],
  }),
  create: endpoint('POST', '/v1/service-accounts', {
    summary: 'Let a program use the API; the response shows its key once',
    recentSignIn: true,
    roles: ['administrator'],
    body: NewServiceAccount,
    response: ServiceAccountWithKey,
    status: 201,
    errors: ['validation-failed'],
  }),
  addKey: endpoint('POST', '/v1/service-accounts/{id}/keys', {
    summary: 'Make another key; the one before holds until it is ended or expires',
    recentSignIn: true,
    roles: ['administrator'],
    params: z.object({ id }),
    body: KeyTerm,
    response: ServiceAccountWithKey,
    errors: ['not-found', 'validation-failed', 'transition-not-allowed', 'conflict'],
  }),
  endKey: endpoint('POST', '/v1/service-accounts/{id}/keys/{keyId}/end', {
    summary: 'End a key at once',
    roles: ['administrator'],
    params: z.object({ id, keyId: id }),
    response: ServiceAccount,
    errors: ['not-found', 'transition-not-allowed'],
  }),
  end: endpoint('POST', '/v1/service-accounts/{id}/end', {
    summary: 'Let a program in no longer',
    roles: ['administrator'],
    params: z.object({ id }),
    response: ServiceAccount,
    errors: ['not-found', 'transition-not-allowed'],
  }),
};

export { accountEvents as events } from './events.ts';
export * as schemas from './schema.ts';

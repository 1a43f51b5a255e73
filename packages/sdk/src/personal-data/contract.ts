import * as z from 'zod/mini';
import { dueClasses } from '../calendar/due-class.ts';
import { endpoint } from '../contract/endpoint.ts';
import { everyone } from '../contract/roles.ts';
import { anyOf, id, instant, page, pageQuery } from '../contract/shapes.ts';
import { dataRequestKinds, dataRequestStatuses } from './lifecycle.ts';
import { ProcessingRegister } from './register.ts';
import { RetentionRule } from './retention.ts';
import { RetentionItem, RetentionRun } from './runs.ts';
import {
  DataRequest,
  DataRequestStep,
  DataRequestSummary,
  HeldData,
  NewDataRequest,
  OwnDataRequest,
  PublicDataRequest,
} from './schema.ts';

const params = z.object({ id });
/** As of the tracker: a wrong code gives the same answer as a wrong secret. */
const tracked = z.object({ code: z.string().check(z.minLength(1), z.maxLength(40)) });
const proof = z.object({ 'case-secret': z.optional(z.string().check(z.maxLength(100))) });

const handlers = ['secretariat'] as const;
const readers = ['secretariat', 'inspector'] as const;
const overseers = ['secretariat', 'inspector', 'administrator'] as const;

export const endpoints = {
  list: endpoint('GET', '/v1/personal-data/requests', {
    summary: 'List requests about personal data, those due first before the others',
    roles: readers,
    query: z.object({
      ...pageQuery,
      kind: anyOf(z.enum(dataRequestKinds)),
      status: anyOf(z.enum(dataRequestStatuses)),
      /** Only requests that are still to be carried out. */
      due: anyOf(z.enum(dueClasses)),
    }),
    response: page(DataRequestSummary),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  get: endpoint('GET', '/v1/personal-data/requests/{id}', {
    summary: 'Read a request; that somebody read who asked is an event',
    roles: readers,
    params,
    response: DataRequest,
    etag: 'given',
    recorded: true,
    errors: ['not-found'],
  }),
  create: endpoint('POST', '/v1/personal-data/requests', {
    summary: 'Write down what a person asks for on paper, by telephone or in person',
    roles: handlers,
    body: NewDataRequest,
    response: DataRequest,
    status: 201,
    errors: ['validation-failed'],
  }),
  transition: endpoint('POST', '/v1/personal-data/requests/{id}/transitions', {
    summary: 'Check who asks, extend, carry out, carry out in part, refuse, or lift a restriction',
    recentSignIn: true,
    roles: handlers,
    params,
    body: DataRequestStep,
    response: DataRequest,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
  heldData: endpoint('GET', '/v1/personal-data/requests/{id}/data', {
    summary: 'Read all that is held of a person in the cases that a request for access names',
    recentSignIn: true,
    roles: handlers,
    params,
    response: HeldData,
    recorded: true,
    errors: ['not-found', 'transition-not-allowed'],
  }),
  heldDataPaper: endpoint('GET', '/v1/personal-data/requests/{id}/papers/data', {
    summary: 'Download the same as a Word file',
    recentSignIn: true,
    roles: handlers,
    params,
    response: 'binary',
    recorded: true,
    errors: ['not-found', 'transition-not-allowed'],
  }),
  createOwn: endpoint('POST', '/v1/tracking/{code}/personal-data-requests', {
    summary: 'Ask for something about the personal data in a case, as its sender',
    roles: everyone,
    params: tracked,
    headers: proof,
    body: OwnDataRequest,
    response: PublicDataRequest,
    status: 201,
    errors: ['not-found', 'validation-failed', 'conflict'],
  }),
  own: endpoint('GET', '/v1/tracking/{code}/personal-data-requests', {
    summary: 'What was asked about the personal data in a case, and what became of it, newest first',
    roles: everyone,
    params: tracked,
    headers: proof,
    response: z.object({ items: z.array(PublicDataRequest) }),
    errors: ['not-found'],
  }),
  retention: endpoint('GET', '/v1/personal-data/retention', {
    summary: 'What would be erased tonight because it was kept long enough, without erasing it',
    roles: overseers,
    response: z.object({
      items: z.array(
        z.object({
          ...RetentionRule.shape,
          /** What ended before this is kept no longer. */
          before: instant,
          /** How much of it there is now. */
          count: z.int(),
          /** The first of it. */
          first: z.array(RetentionItem),
        }),
      ),
    }),
  }),
  retentionRuns: endpoint('GET', '/v1/personal-data/retention/runs', {
    summary: 'What was erased because it was kept long enough, night by night, newest first',
    roles: overseers,
    query: z.object(pageQuery),
    response: page(RetentionRun),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  retentionItems: endpoint('GET', '/v1/personal-data/retention/runs/{id}/items', {
    summary: 'What was erased in one night, by code',
    roles: overseers,
    params,
    query: z.object(pageQuery),
    response: page(RetentionItem),
    paged: true,
    errors: ['not-found', 'cursor-invalid'],
  }),
  retentionPaper: endpoint('GET', '/v1/personal-data/retention/runs/{id}/papers/list', {
    summary: 'Download the list of what was erased in one night as a Word file',
    roles: overseers,
    params,
    response: 'binary',
    errors: ['not-found'],
  }),
  register: endpoint('GET', '/v1/personal-data/register', {
    summary: 'The register of processing: purposes, data, whose, basis, recipients, retention, measures',
    roles: overseers,
    response: ProcessingRegister,
  }),
  registerPaper: endpoint('GET', '/v1/personal-data/papers/register', {
    summary: 'Download the register of processing as a Word file',
    roles: overseers,
    response: 'binary',
  }),
};

export { personalDataEvents as events } from './events.ts';
export * as schemas from './schemas.ts';

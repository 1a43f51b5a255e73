import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { everyone, staff, unitStaff } from '../contract/roles.ts';
import { date, id, optionalText, page, pageQuery, search, text } from '../contract/shapes.ts';
import { caseActions, caseStatuses } from './lifecycle.ts';
import {
  Case,
  CaseReceipt,
  CaseSubmission,
  CaseSummary,
  caseTopics,
  openCaseKinds,
  PublicCase,
  Rating,
} from './schema.ts';

const params = z.object({ id });
/** The server checks the code itself, so that a wrong code gives the same error as a wrong secret. */
const tracked = z.object({ code: z.string().check(z.minLength(1), z.maxLength(40)) });
/** The secret is sent in a header, so that it is never part of an address or a log. */
const proof = z.object({ 'case-secret': z.string().check(z.maxLength(100)) });

export const endpoints = {
  create: endpoint('POST', '/v1/cases', {
    summary: 'Send a report or proposal',
    roles: everyone,
    body: CaseSubmission,
    response: CaseReceipt,
    status: 201,
    errors: ['validation-failed'],
  }),
  track: endpoint('GET', '/v1/tracking/{code}', {
    summary: 'Follow a case with its code and secret',
    roles: everyone,
    params: tracked,
    headers: proof,
    response: PublicCase,
    errors: ['not-found'],
  }),
  rate: endpoint('POST', '/v1/tracking/{code}/rating', {
    summary: 'Rate the answer',
    roles: everyone,
    params: tracked,
    headers: proof,
    body: Rating,
    response: PublicCase,
    errors: ['not-found', 'transition-not-allowed', 'validation-failed'],
  }),
  reopen: endpoint('POST', '/v1/tracking/{code}/reopening', {
    summary: 'Say that the matter is not solved',
    roles: everyone,
    params: tracked,
    headers: proof,
    body: z.object({ reason: text(2000) }),
    response: PublicCase,
    errors: ['not-found', 'transition-not-allowed', 'validation-failed'],
  }),
  list: endpoint('GET', '/v1/cases', {
    summary: 'List cases, newest first; a unit sees those assigned to it',
    roles: staff,
    query: z.object({
      ...pageQuery,
      q: search,
      status: z.optional(z.enum(caseStatuses)),
      kind: z.optional(z.enum(openCaseKinds)),
      topic: z.optional(z.enum(caseTopics)),
      unitId: z.optional(id),
      /** `true`: only open cases past their due date. */
      overdue: z.optional(z.enum(['true', 'false'])),
    }),
    response: page(CaseSummary),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  get: endpoint('GET', '/v1/cases/{id}', {
    summary: 'Read a case',
    roles: staff,
    params,
    response: Case,
    etag: 'given',
    errors: ['not-found'],
  }),
  transition: endpoint('POST', '/v1/cases/{id}/transitions', {
    summary: 'Accept, refuse, assign, extend, answer, close or reopen a case',
    roles: [...unitStaff, 'secretariat'],
    params,
    body: z.object({
      action: z.enum(caseActions),
      reason: optionalText(2000),
      unitId: z.optional(id),
      answer: optionalText(10_000),
      /** New last day of an extension; the rule of the term limits how far and how often. */
      until: z.optional(date),
    }),
    response: Case,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
};

export { caseEvents as events } from './events.ts';
export * as schemas from './schema.ts';

import * as z from 'zod/mini';
import { attachmentIds } from '../attachments/schema.ts';
import { dueClasses } from '../calendar/due-class.ts';
import { endpoint } from '../contract/endpoint.ts';
import { historyEndpoint } from '../contract/history.ts';
import { everyone, staff, unitStaff } from '../contract/roles.ts';
import {
  anyOf,
  communeCode,
  counts,
  date,
  id,
  optionalText,
  page,
  pageQuery,
  search,
  text,
} from '../contract/shapes.ts';
import { caseActions, caseStatuses } from './lifecycle.ts';
import {
  Case,
  CaseNote,
  CaseReceipt,
  CaseSubmission,
  CaseSummary,
  caseTopics,
  openCaseKinds,
  OwnCase,
  PublicCase,
  Rating,
  solutions,
  SuggestedUnit,
} from './schema.ts';

const params = z.object({ id });
/** The server checks the code itself, so that a wrong code gives the same error as a wrong secret. */
const tracked = z.object({ code: z.string().check(z.minLength(1), z.maxLength(40)) });
const trackedFile = z.extend(tracked, { id });
/**
 * The secret is sent in a header, so that it is never part of an address or a log. Whoever is signed in needs none for a case that
 * is linked to them.
 */
const proof = z.object({ 'case-secret': z.optional(z.string().check(z.maxLength(100))) });

const noteTakers = [...unitStaff, 'secretariat'] as const;

const filters = {
  q: search,
  status: anyOf(z.enum(caseStatuses)),
  kind: z.optional(z.enum(openCaseKinds)),
  topic: anyOf(z.enum(caseTopics)),
  unitId: z.optional(id),
  communeCode: anyOf(communeCode),
  /** Only cases whose answer is still due. */
  due: anyOf(z.enum(dueClasses)),
};

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
  downloadFile: endpoint('GET', '/v1/tracking/{code}/files/{id}', {
    summary: 'Download a file that the sender sent, or one of the answer',
    roles: everyone,
    params: trackedFile,
    headers: proof,
    response: 'binary',
    errors: ['not-found'],
  }),
  thumbnail: endpoint('GET', '/v1/tracking/{code}/files/{id}/thumbnail', {
    summary: 'Read a small picture of an image among these files; it never changes',
    roles: everyone,
    params: trackedFile,
    headers: proof,
    response: 'binary',
    errors: ['not-found'],
  }),
  receipt: endpoint('GET', '/v1/tracking/{code}/papers/receipt', {
    summary: 'Download the receipt as a Word file; it holds the secret only where the request has it',
    roles: everyone,
    params: tracked,
    headers: proof,
    response: 'binary',
    errors: ['not-found'],
  }),
  mine: endpoint('GET', '/v1/own-cases', {
    summary: 'List the cases that are linked to whoever is signed in, newest first',
    roles: ['citizen', ...staff],
    query: z.object(pageQuery),
    response: page(OwnCase),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  link: endpoint('POST', '/v1/tracking/{code}/link', {
    summary: 'Link a case to whoever is signed in, so that they find it without its secret, or end that',
    roles: ['citizen', ...staff],
    params: tracked,
    headers: proof,
    body: z.object({ linked: z.boolean() }),
    status: 204,
    errors: ['not-found', 'validation-failed'],
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
    summary: 'List cases, those due first before the others; a unit sees those assigned to it',
    roles: staff,
    query: z.object({
      ...pageQuery,
      ...filters,
      /** `due`, the default: what was due first stands first, what needs no answer any more last. */
      sort: z.optional(z.enum(['due', 'newest'])),
    }),
    response: page(CaseSummary),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  counts: endpoint('GET', '/v1/cases/counts', {
    summary: 'Count the cases of a list by state and by how near they are due',
    roles: staff,
    query: z.object(filters),
    response: counts({ status: caseStatuses, due: dueClasses }),
  }),
  get: endpoint('GET', '/v1/cases/{id}', {
    summary: 'Read a case; that somebody read who sent it is an event',
    roles: staff,
    params,
    response: Case,
    etag: 'given',
    recorded: true,
    errors: ['not-found'],
  }),
  replyLetter: endpoint('GET', '/v1/cases/{id}/papers/reply', {
    summary: 'Download the letter with the answer as a Word file, once there is an answer',
    roles: staff,
    params,
    response: 'binary',
    recorded: true,
    errors: ['not-found'],
  }),
  history: historyEndpoint('/v1/cases/{id}/history'),
  suggestUnit: endpoint('GET', '/v1/cases/{id}/suggested-unit', {
    summary: 'Suggest the unit to pass a case to, with the numbers that speak for it',
    roles: ['secretariat'],
    params,
    response: z.object({ suggestion: z.nullable(SuggestedUnit) }),
    errors: ['not-found'],
  }),
  notes: endpoint('GET', '/v1/cases/{id}/notes', {
    summary: 'Read the notes of the offices on a case, newest first',
    roles: [...noteTakers, 'inspector'],
    params,
    query: z.object(pageQuery),
    response: page(CaseNote),
    paged: true,
    errors: ['not-found', 'cursor-invalid'],
  }),
  addNote: endpoint('POST', '/v1/cases/{id}/notes', {
    summary: 'Add a note that only the offices read',
    roles: noteTakers,
    params,
    body: z.object({ text: text(4000) }),
    response: CaseNote,
    status: 201,
    errors: ['not-found', 'validation-failed'],
  }),
  transition: endpoint('POST', '/v1/cases/{id}/transitions', {
    summary: 'Accept, refuse, assign, recall, send back, extend, answer, close or reopen a case',
    roles: [...unitStaff, 'secretariat'],
    params,
    body: z.object({
      action: z.enum(caseActions),
      reason: optionalText(2000),
      unitId: z.optional(id),
      answer: optionalText(10_000),
      /** With an answer: how far it solves the matter. */
      solution: z.optional(z.enum(solutions)),
      /** With an answer: files that show what was done. */
      attachments: z.optional(attachmentIds),
      /**
       * New last day of an extension; the rule of the term limits how far and how often. Granting what the unit asked for
       * needs neither this nor a reason.
       */
      until: z.optional(date),
    }),
    response: Case,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
};

export { caseEvents as events } from './events.ts';
export * as schemas from './schema.ts';

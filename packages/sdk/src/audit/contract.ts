import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { anyOf, date, id, key, page, pageQuery, search } from '../contract/shapes.ts';
import { AuditEvent, LedgerAnchor, LedgerCheck, NewLedgerCheck } from './schema.ts';

/** Who looks into what was done, and by whom. */
const readers = ['administrator', 'inspector'] as const;

export const endpoints = {
  list: endpoint('GET', '/v1/audit/events', {
    summary: 'Who did what and when, in all areas, newest first',
    roles: readers,
    query: z.object({
      ...pageQuery,
      /** What it is about: `case`, `model`, `setting` … */
      area: anyOf(key),
      kind: anyOf(key),
      /** One record, `<area>/<id>`. */
      subject: z.optional(z.string().check(z.regex(/^[a-z-]+\/[0-9a-f-]{36}$/))),
      /** Who did it, as the sign-in service calls them. */
      actor: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
      /** A person's name or address, the code of a case or model, the name of a unit: what they did, and what happened to it. */
      q: search,
      from: z.optional(date),
      /** The last day. */
      to: z.optional(date),
    }),
    response: page(AuditEvent),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  get: endpoint('GET', '/v1/audit/events/{position}', {
    summary: 'Read one event, by its place in the ledger',
    roles: readers,
    params: z.object({ position: z.string().check(z.regex(/^[1-9]\d{0,14}$/)) }),
    response: AuditEvent,
    errors: ['not-found'],
  }),
  anchor: endpoint('GET', '/v1/audit/anchor', {
    summary: 'How far the ledger goes now: keep it elsewhere, and hold the ledger against it later',
    roles: readers,
    response: LedgerAnchor,
    errors: ['conflict'],
  }),
  checks: endpoint('GET', '/v1/audit/checks', {
    summary: 'List checks of the ledger, newest first',
    roles: readers,
    query: z.object(pageQuery),
    response: page(LedgerCheck),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  getCheck: endpoint('GET', '/v1/audit/checks/{id}', {
    summary: 'Read a check of the ledger, and whether it is done',
    roles: readers,
    params: z.object({ id }),
    response: LedgerCheck,
    errors: ['not-found'],
  }),
  check: endpoint('POST', '/v1/audit/checks', {
    summary: 'Check the whole ledger, and every record against it, in the background',
    roles: readers,
    body: NewLedgerCheck,
    response: LedgerCheck,
    status: 201,
    errors: ['validation-failed', 'conflict'],
  }),
};

export { auditEvents as events } from './events.ts';
export * as schemas from './schema.ts';

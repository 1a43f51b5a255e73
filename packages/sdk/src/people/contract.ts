import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { historyEndpoint } from '../contract/history.ts';
import { staff } from '../contract/roles.ts';
import { anyOf, counts, id, page, pageQuery, search } from '../contract/shapes.ts';
import { grantingRoles } from './rules.ts';
import {
  EndingEffect,
  Grant,
  ListedPerson,
  NewGrant,
  NewPerson,
  Person,
  PersonChange,
  personStates,
  Reason,
} from './schema.ts';
import { personStandings } from './standing.ts';

const ofPerson = z.object({ id });

const filters = {
  q: search,
  /** Who works for this unit. */
  unitId: z.optional(id),
  /** Who works for this unit, or holds a role that was given in some units and reaches it. */
  inUnit: z.optional(id),
  /** Who holds this role today. */
  role: z.optional(z.enum(staff)),
  state: z.optional(z.enum(personStates)),
  standing: anyOf(z.enum(personStandings)),
};

export const endpoints = {
  list: endpoint('GET', '/v1/people', {
    summary: 'People who may sign in; a leader sees those of the own units',
    roles: grantingRoles,
    query: z.object({ ...pageQuery, ...filters }),
    response: page(ListedPerson),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  counts: endpoint('GET', '/v1/people/counts', {
    summary: 'How many people the list has, by where they stand; somebody may stand in several places',
    roles: grantingRoles,
    query: z.object(filters),
    response: counts({ standing: personStandings }),
  }),
  get: endpoint('GET', '/v1/people/{id}', {
    summary: 'Read a person',
    roles: grantingRoles,
    params: ofPerson,
    response: Person,
    etag: 'given',
    errors: ['not-found'],
  }),
  add: endpoint('POST', '/v1/people', {
    summary: 'Add a person, who is recognised at the first sign-in',
    recentSignIn: true,
    roles: ['administrator'],
    body: NewPerson,
    response: Person,
    status: 201,
    etag: 'given',
    errors: ['validation-failed'],
  }),
  change: endpoint('PATCH', '/v1/people/{id}', {
    summary: 'Correct what is known of a person',
    roles: ['administrator'],
    params: ofPerson,
    body: PersonChange,
    response: Person,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'precondition-failed', 'transition-not-allowed'],
  }),
  history: {
    ...historyEndpoint('/v1/people/{id}/history'),
    summary: 'What was changed of a person, newest first; what was given and ended is in the roles themselves',
    roles: grantingRoles,
  },
  effect: endpoint('GET', '/v1/people/{id}/effect', {
    summary: 'What would end with a role, or with all of them, and where nobody would hold it any more',
    roles: ['administrator'],
    params: ofPerson,
    query: z.object({ grantId: z.optional(id) }),
    response: EndingEffect,
    errors: ['not-found'],
  }),
  leave: endpoint('POST', '/v1/people/{id}/leave', {
    summary: 'A person leaves: every role ends at once, and so does what was delegated by them',
    roles: ['administrator'],
    params: ofPerson,
    body: Reason,
    response: Person,
    etag: 'required',
    errors: ['not-found', 'precondition-failed', 'transition-not-allowed', 'conflict'],
  }),
  rejoin: endpoint('POST', '/v1/people/{id}/rejoin', {
    summary: 'A person who had left is back, without the roles of before',
    roles: ['administrator'],
    params: ofPerson,
    response: Person,
    etag: 'required',
    errors: ['not-found', 'precondition-failed', 'transition-not-allowed'],
  }),
  grants: endpoint('GET', '/v1/people/{id}/grants', {
    summary: 'The roles of a person, those that ended too, newest first',
    roles: grantingRoles,
    params: ofPerson,
    query: z.object(pageQuery),
    response: page(Grant),
    paged: true,
    errors: ['not-found', 'cursor-invalid'],
  }),
  grant: endpoint('POST', '/v1/people/{id}/grants', {
    summary: 'Give a role; a leader delegates one of their own, within its units and its time',
    recentSignIn: true,
    roles: grantingRoles,
    params: ofPerson,
    body: NewGrant,
    response: Grant,
    status: 201,
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
  endGrant: endpoint('POST', '/v1/people/{id}/grants/{grantId}/end', {
    summary: 'End a role at once; a leader ends what they delegated',
    roles: grantingRoles,
    params: z.object({ id, grantId: id }),
    body: Reason,
    response: Grant,
    errors: ['not-found', 'transition-not-allowed', 'conflict'],
  }),
};

export { peopleEvents as events } from './events.ts';
export * as schemas from './schema.ts';

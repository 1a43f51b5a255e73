import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { everyone } from '../contract/roles.ts';
import { key, page, pageQuery } from '../contract/shapes.ts';
import { RubricCheck, RubricPublication, RubricReading, RubricWithdrawal } from './publication.ts';
import { Rubric, RubricSummary } from './schema.ts';

const version = z.object({ id: key, version: key });

/** Rubrics in force now, earlier or soon; they are public, as decisions are. */
export const endpoints = {
  list: endpoint('GET', '/v1/rubrics', {
    summary: 'List rubrics, every version',
    roles: everyone,
    query: z.object({
      ...pageQuery,
      subject: z.optional(z.enum(['unit', 'model'])),
      /** Only the versions that may be used to score this year. */
      serves: z.optional(z.string().check(z.regex(/^20\d{2}$/))),
    }),
    response: page(RubricSummary),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  get: endpoint('GET', '/v1/rubrics/{id}/{version}', {
    summary: 'Read one version of a rubric; it never changes',
    roles: everyone,
    params: version,
    response: Rubric,
    errors: ['not-found'],
  }),
  read: endpoint('POST', '/v1/rubrics/read', {
    summary: 'Read a draft from a table in a Word or Excel file, with what the reader was not sure of; nothing is kept',
    roles: ['administrator'],
    headers: z.object({ 'content-disposition': z.string().check(z.maxLength(2048)) }),
    query: z.object({
      /** The id and version that the draft gets. */
      id: z.optional(key),
      version: z.optional(key),
      subject: z.optional(z.enum(['unit', 'model'])),
      /** The table to read, as doubts name it; without it the one with the most lines. */
      table: z.optional(z.string().check(z.maxLength(200))),
    }),
    body: 'binary',
    response: RubricReading,
    errors: ['payload-too-large', 'unsupported-media-type'],
  }),
  check: endpoint('POST', '/v1/rubrics/check', {
    summary: 'What publishing a version would bring about, without doing so',
    roles: ['administrator'],
    body: RubricPublication,
    response: RubricCheck,
  }),
  publish: endpoint('POST', '/v1/rubrics', {
    summary: 'Put a version of a rubric in force from a day on; it never changes afterwards',
    recentSignIn: true,
    roles: ['administrator'],
    body: RubricPublication,
    response: RubricSummary,
    status: 201,
    errors: ['validation-failed'],
  }),
  withdraw: endpoint('POST', '/v1/rubrics/{id}/{version}/withdraw', {
    summary: 'Take a version out of force for good; what was scored with it stays',
    recentSignIn: true,
    roles: ['administrator'],
    params: version,
    body: RubricWithdrawal,
    response: RubricSummary,
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
};

export { rubricEvents as events } from './events.ts';
export * as schemas from './schemas.ts';

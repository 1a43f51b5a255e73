import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { anyOf, date, id, page, pageQuery } from '../contract/shapes.ts';
import { unitFormats } from '../units/import/outcomes.ts';
import { ImportOrder, importStatuses, ImportUndo, UnitImport, UnitImportRecord } from './schema.ts';

const params = z.object({ id });

export const endpoints = {
  list: endpoint('GET', '/v1/unit-imports', {
    summary: 'List imports of units, newest first',
    roles: ['administrator'],
    query: z.object({ ...pageQuery, status: anyOf(z.enum(importStatuses)) }),
    response: page(UnitImport),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  check: endpoint('POST', '/v1/unit-imports', {
    summary: 'Look through a table of units (XLSX, CSV): what it would add and change, without doing so',
    roles: ['administrator'],
    headers: z.object({ 'content-disposition': z.string().check(z.maxLength(2048)) }),
    query: z.object({
      /** The first day of new names and places in the trees; without it they are put right. */
      since: z.optional(date),
    }),
    body: 'binary',
    response: UnitImportRecord,
    status: 201,
    etag: 'given',
    errors: ['payload-too-large', 'unsupported-media-type', 'validation-failed'],
  }),
  get: endpoint('GET', '/v1/unit-imports/{id}', {
    summary: 'Read an import, and how far it is',
    roles: ['administrator'],
    params,
    response: UnitImportRecord,
    etag: 'given',
    errors: ['not-found'],
  }),
  result: endpoint('GET', '/v1/unit-imports/{id}/result', {
    summary: 'Download the table that was sent, with what became of each row and why',
    roles: ['administrator'],
    params,
    query: z.object({ format: z.optional(z.enum(unitFormats)) }),
    response: 'binary',
    errors: ['not-found', 'transition-not-allowed'],
  }),
  carryOut: endpoint('POST', '/v1/unit-imports/{id}/carry-out', {
    summary: 'Carry out an import that was looked through; a long one goes on in the background',
    roles: ['administrator'],
    params,
    body: ImportOrder,
    response: UnitImportRecord,
    etag: 'required',
    errors: ['not-found', 'precondition-failed', 'validation-failed', 'transition-not-allowed'],
  }),
  undo: endpoint('POST', '/v1/unit-imports/{id}/undo', {
    summary: 'Take an import back within seven days, as far as nothing was built on it',
    roles: ['administrator'],
    params,
    body: ImportUndo,
    response: UnitImportRecord,
    etag: 'required',
    errors: ['not-found', 'precondition-failed', 'validation-failed', 'transition-not-allowed'],
  }),
};

export { importEvents as events } from './events.ts';
export * as schemas from './schemas.ts';

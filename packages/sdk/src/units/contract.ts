import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { historyEndpoint } from '../contract/history.ts';
import { everyone, staff } from '../contract/roles.ts';
import { date, id, page, pageQuery, search } from '../contract/shapes.ts';
import { unitFormats } from './import/outcomes.ts';
import {
  ListedUnit,
  NewUnit,
  SuccessionEffect,
  SuccessionResult,
  UnitChange,
  UnitClosing,
  unitKinds,
  UnitMerge,
  UnitRecord,
  UnitSplit,
  unitTrees,
} from './schema.ts';

/** What lists of units are narrowed by. */
const filters = {
  q: search,
  kind: z.optional(z.enum(unitKinds)),
  /** Only units that exist on this day, as they are on it. */
  on: z.optional(date),
  /** Only units right below this one; `none` for those below no other. */
  parent: z.optional(z.union([id, z.literal('none')])),
  /** The tree that `parent` speaks of, without it either; with it, units come with the number of those right below. */
  tree: z.optional(z.enum(unitTrees)),
};

export const endpoints = {
  list: endpoint('GET', '/v1/units', {
    summary: 'Find units by name, former name or code',
    roles: everyone,
    query: z.object({
      ...pageQuery,
      ...filters,
    }),
    response: page(ListedUnit),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  table: endpoint('GET', '/v1/unit-table', {
    summary: 'Download units as a table that can be imported again, with the filters of the list',
    roles: staff,
    query: z.object({ ...filters, format: z.optional(z.enum(unitFormats)) }),
    response: 'binary',
  }),
  template: endpoint('GET', '/v1/unit-table/template', {
    summary: 'Download an empty table of units with explanations of its columns',
    roles: staff,
    query: z.object({ format: z.optional(z.enum(unitFormats)) }),
    response: 'binary',
  }),
  get: endpoint('GET', '/v1/units/{id}', {
    summary: 'Read a unit',
    roles: everyone,
    params: z.object({ id }),
    response: UnitRecord,
    etag: 'given',
    errors: ['not-found'],
  }),
  history: {
    ...historyEndpoint('/v1/units/{id}/history'),
    roles: ['administrator', 'secretariat', 'inspector'],
  } as const,
  create: endpoint('POST', '/v1/units', {
    summary: 'Add a unit',
    roles: ['administrator'],
    body: NewUnit,
    response: UnitRecord,
    status: 201,
    etag: 'given',
    errors: ['validation-failed'],
  }),
  change: endpoint('PATCH', '/v1/units/{id}', {
    summary: 'Change a unit: rename it or move it from a day on, correct its address …',
    roles: ['administrator'],
    params: z.object({ id }),
    body: UnitChange,
    response: UnitRecord,
    etag: 'required',
    errors: ['not-found', 'precondition-failed', 'validation-failed'],
  }),
  close: endpoint('POST', '/v1/units/{id}/close', {
    summary: 'End a unit that no other continues',
    roles: ['administrator'],
    params: z.object({ id }),
    body: UnitClosing,
    response: UnitRecord,
    etag: 'required',
    errors: ['not-found', 'precondition-failed', 'validation-failed'],
  }),
  merge: endpoint('POST', '/v1/unit-merges', {
    summary: 'Make one unit of several; open cases go over to it with their due dates',
    roles: ['administrator'],
    body: UnitMerge,
    response: SuccessionResult,
    errors: ['validation-failed'],
  }),
  mergeEffect: endpoint('POST', '/v1/unit-merges/effect', {
    summary: 'What a merge would bring about, without making it',
    roles: ['administrator'],
    body: UnitMerge,
    response: SuccessionEffect,
    errors: ['validation-failed'],
  }),
  split: endpoint('POST', '/v1/unit-splits', {
    summary: 'Make several units of one; open cases go over to them with their due dates',
    roles: ['administrator'],
    body: UnitSplit,
    response: SuccessionResult,
    errors: ['validation-failed'],
  }),
  splitEffect: endpoint('POST', '/v1/unit-splits/effect', {
    summary: 'What a split would bring about, without making it',
    roles: ['administrator'],
    body: UnitSplit,
    response: SuccessionEffect,
    errors: ['validation-failed'],
  }),
};

export { unitEvents as events } from './events.ts';
export * as schemas from './schemas.ts';

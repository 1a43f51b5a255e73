import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { historyEndpoint } from '../contract/history.ts';
import { staff, unitStaff } from '../contract/roles.ts';
import { anyOf, counts, id, key, optionalText, page, pageQuery, search } from '../contract/shapes.ts';
import { assessmentActions, assessmentStatuses } from './lifecycle.ts';
import {
  AppraisedLines,
  Assessment,
  AssessmentSummary,
  NewAssessment,
  period,
  RecordedConditions,
  SelfLines,
} from './schema.ts';

const params = z.object({ id });

const subjectKinds = ['unit', 'model'] as const;

const filters = {
  /** Looks through the names of what is assessed and of its unit. */
  q: search,
  status: anyOf(z.enum(assessmentStatuses)),
  subjectKind: z.optional(z.enum(subjectKinds)),
  subjectId: z.optional(id),
  period: z.optional(period),
  rubricId: anyOf(key),
  unitId: z.optional(id),
};

export const endpoints = {
  list: endpoint('GET', '/v1/assessments', {
    summary: 'List assessments, last changed first; a unit sees its own',
    roles: staff,
    query: z.object({
      ...pageQuery,
      ...filters,
      /** `changed`, the default: last changed first; by points: most first, those without at the end. */
      sort: z.optional(z.enum(['changed', 'self-points', 'appraised-points'])),
    }),
    response: page(AssessmentSummary),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  counts: endpoint('GET', '/v1/assessments/counts', {
    summary: 'Count the assessments of a list by state and by what is assessed',
    roles: staff,
    query: z.object(filters),
    response: counts({ status: assessmentStatuses, subjectKind: subjectKinds }),
  }),
  create: endpoint('POST', '/v1/assessments', {
    summary: 'Open the assessment of a unit or model with one version of a rubric for one period',
    roles: [...unitStaff, 'secretariat'],
    body: NewAssessment,
    response: Assessment,
    status: 201,
    etag: 'given',
    errors: ['validation-failed', 'conflict'],
  }),
  get: endpoint('GET', '/v1/assessments/{id}', {
    summary: 'Read an assessment with its results',
    roles: staff,
    params,
    response: Assessment,
    etag: 'given',
    errors: ['not-found'],
  }),
  scoreSheet: endpoint('GET', '/v1/assessments/{id}/papers/score-sheet', {
    summary: 'Download the score sheet of an assessment, as a Word file or as a spreadsheet',
    roles: staff,
    params,
    query: z.object({ format: z.optional(z.enum(['docx', 'xlsx'])) }),
    response: 'binary',
    errors: ['not-found'],
  }),
  putSelfLines: endpoint('PUT', '/v1/assessments/{id}/self-lines', {
    summary: "Replace the unit's own scores",
    roles: unitStaff,
    params,
    body: SelfLines,
    response: Assessment,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
  putAppraisedLines: endpoint('PUT', '/v1/assessments/{id}/appraised-lines', {
    summary: "Replace the appraiser's scores; the unit's own stay as they are",
    roles: ['appraiser'],
    params,
    body: AppraisedLines,
    response: Assessment,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
  putConditions: endpoint('PUT', '/v1/assessments/{id}/conditions', {
    summary: 'Record which hard stops apply, each with its reason',
    roles: ['appraiser'],
    params,
    body: RecordedConditions,
    response: Assessment,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
  history: historyEndpoint('/v1/assessments/{id}/history'),
  transition: endpoint('POST', '/v1/assessments/{id}/transitions', {
    summary: 'Move an assessment to its next state',
    roles: [...unitStaff, 'appraiser', 'secretariat', 'administrator'],
    params,
    body: z.object({ action: z.enum(assessmentActions), reason: optionalText(2000) }),
    response: Assessment,
    etag: 'required',
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
};

export { assessmentEvents as events } from './events.ts';
export * as schemas from './schema.ts';

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { api } from '../api/index.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import {
  sampleAssessments,
  sampleAttachments,
  sampleBodies,
  sampleCases,
  sampleModels,
  samplePlans,
  sampleRubrics,
  sampleSession,
  sampleUnits,
} from './index.ts';

test('every operation that takes JSON has a sample body, and its schema takes it as it is', () => {
  const bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = sampleBodies;
  for (const [area, endpoints] of Object.entries(api))
    for (const [operation, { body }] of Object.entries<Endpoint>(endpoints)) {
      if (body === undefined || body === 'binary') continue;
      const sample = bodies[area]?.[operation];
      assert.deepEqual(z.parse(body as z.ZodMiniType, sample), sample, `${area}.${operation}`);
    }
});

test('the sample records keep to the contract', () => {
  const { rubric } = sampleRubrics;
  const assessment = sampleAssessments.assessmentOf(rubric, []);
  const records: [Endpoint, unknown][] = [
    [api.assessments.get, assessment],
    [api.assessments.list, { items: [sampleAssessments.summaryOf(assessment, rubric)], nextCursor: null }],
    [api.attachments.upload, sampleAttachments.attachment],
    [api.cases.create, sampleCases.receipt],
    [api.cases.get, sampleCases.record],
    [api.cases.list, { items: [sampleCases.summary], nextCursor: null }],
    [api.cases.track, sampleCases.answered],
    [api.cases.track, sampleCases.overdue],
    [api.models.get, sampleModels.registered()],
    [api.plans.list, { items: [samplePlans.plan], nextCursor: null }],
    [api.rubrics.get, rubric],
    [api.rubrics.list, { items: [sampleRubrics.summaryOf(rubric)], nextCursor: null }],
    [api.session.get, sampleSession.visitor],
    [api.session.get, sampleSession.officer('demo-officer')],
    [api.units.get, sampleUnits.unit],
  ];
  for (const [{ method, path, response }, record] of records) {
    const { error } = z.safeParse(response as z.ZodMiniType, record);
    assert.equal(error, undefined, `${method} ${path}: ${error?.message}`);
  }
});

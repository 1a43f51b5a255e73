import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validate } from '@readme/openapi-parser';
import { api } from '../api/index.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { openApiDocument } from './document.ts';

const document = openApiDocument(api, { title: 'Dân vận khéo', version: '1.0.0', servers: ['https://dvk.example'] });
const text = JSON.stringify(document);

test('an independent validator accepts the document', async () => {
  const result = await validate(JSON.parse(text));
  assert.ok(result.valid, JSON.stringify(result, null, 2));
  assert.deepEqual(result.warnings, []);
});

test('every endpoint stands in it with its roles, key and precondition', () => {
  for (const endpoints of Object.values(api))
    for (const { method, path, roles, etag } of Object.values<Endpoint>(endpoints)) {
      const operation = document.paths[path]?.[method.toLowerCase()];
      assert.ok(operation, `${method} ${path}`);
      assert.deepEqual(operation['x-roles'], roles);
      const parameters = JSON.stringify(operation['parameters']);
      assert.equal(parameters.includes('/IdempotencyKey'), method === 'POST');
      assert.equal(parameters.includes('/OptionalIdempotencyKey'), method !== 'POST' && method !== 'GET');
      assert.equal(parameters.includes('/IfMatch'), etag === 'required');
    }
});

test('every reference leads somewhere', () => {
  for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/(\w+)/g))
    assert.ok(document.components[kind!]?.[name!], `${kind}/${name}`);
  assert.deepEqual([...text.matchAll(/"\$ref":"(?!#\/components\/)[^"]*"/g)], []);
});

test('shapes with a name are named, and leave room for later fields', () => {
  const { schemas } = document.components;
  for (const name of ['Problem', 'Case', 'CaseSubmission', 'Model', 'ModelRegistration', 'Rubric', 'Assessment'])
    assert.ok(schemas?.[name], name);
  assert.ok(!text.includes('"additionalProperties":false'));
  assert.ok(!text.includes('[13579][26]'));
  assert.deepEqual((schemas!['ModelRegistration'] as { properties: Record<string, unknown> }).properties['startDate'], {
    type: 'string',
    format: 'date',
  });
});

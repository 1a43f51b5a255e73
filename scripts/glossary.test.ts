/** The glossary and the names that people read on the screen are the same words. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { assessmentStatusNames } from '../packages/sdk/src/assessments/names.ts';
import { caseKindNames, caseStatusNames, timelinessNames } from '../packages/sdk/src/cases/names.ts';
import {
  intakeKindNames,
  modelFieldNames,
  modelStatusNames,
  registrantKindNames,
} from '../packages/sdk/src/models/names.ts';
import { roleNames } from '../packages/sdk/src/session/names.ts';
import { root } from './lib/run.ts';

test('the glossary has the names of kinds, fields, states and roles as they are shown', () => {
  const rows = readFileSync(path.join(root, 'docs/glossary.md'), 'utf8').split('\n');
  const vietnamese = rows.map((row) => row.split('|')[2] ?? '').join('\n');
  const { anonymous: _, ...signedIn } = roleNames;
  const states = [caseStatusNames, timelinessNames, modelStatusNames, assessmentStatusNames];
  for (const names of [caseKindNames, registrantKindNames, intakeKindNames, modelFieldNames, signedIn, ...states])
    for (const name of Object.values(names)) assert.ok(vietnamese.includes(name.toLocaleLowerCase('vi')), name);
});

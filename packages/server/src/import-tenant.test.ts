import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { applyOpening } from '@dvk/sdk/assessments';
import { legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import { applyCaseStep, applySubmission, type CaseReceipt, type PublicCase } from '@dvk/sdk/cases';
import { isRefused } from '@dvk/sdk/lifecycle';
import { applyRegistration, type Model } from '@dvk/sdk/models';
import { illustrativeModel } from '@dvk/sdk/rubrics';
import { dateInVietnam, makeCode } from '@dvk/sdk/text';
import { newId } from './database/index.ts';
import {
  importTenant,
  memoryStorage,
  type EventActor,
  type ImportedAssessment,
  type ImportedCase,
  type ImportedData,
  type ImportedModel,
} from './index.ts';
import { onBothEngines } from './testkit/engines.ts';
import { pdf } from './testkit/files.ts';
import { faultsOf } from './testkit/ledger.ts';
import { sampleRegistration, sampleSubmission, sampleUnit } from './testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant } from './testkit/server.ts';

const unit = sampleUnit();
const officer: EventActor = { subject: 'officer', roles: ['unit-officer'], unitId: unit.id };
const visitor: EventActor = { subject: null, roles: ['anonymous'], unitId: null };
const secretariat: EventActor = { subject: 'secretary', roles: ['secretariat'], unitId: null };
const now = '2026-11-24T03:00:00.000Z';
const today = dateInVietnam(now);
const deadlines = { calendar: vietnamCalendar, terms: legalTerms };

function accepted<Outcome extends object>(outcome: Outcome): Exclude<Outcome, { refused: unknown }> {
  assert.ok(!isRefused(outcome), JSON.stringify(outcome));
  return outcome as Exclude<Outcome, { refused: unknown }>;
}

function oldModel(): ImportedModel {
  const code = makeCode('MH', '2024-03-05', 7);
  const { unitName: _, ...registration } = sampleRegistration({ unitId: unit.id });
  const { changes, event } = accepted(applyRegistration(registration, { unit, code }));
  const uploadedAt = '2024-03-05T02:00:00.000Z';
  const file = { id: newId(), name: 'Kế hoạch.pdf', mediaType: 'application/pdf', content: pdf() } as const;
  return {
    ...changes,
    id: newId(),
    code,
    statusReason: null,
    history: [{ ...event, at: '2024-03-05T03:00:00.000Z', actor: officer }],
    files: [{ ...file, uploadedAt, uploadedBy: officer }],
  };
}

/** A case that was sent today as the second of its kind, and taken up. */
function oldCase(): ImportedCase {
  const code = makeCode('PA', today, 2);
  const received = applySubmission(sampleSubmission(), { code, now, deadlines });
  const context = { actors: ['secretariat'], now, deadlines, history: [received.entry] } as const;
  const step = accepted(applyCaseStep(received.changes, { action: 'accept' }, context));
  return {
    ...received.changes,
    ...step.changes,
    id: newId(),
    code,
    sender: { name: 'Nguyễn Văn A', phone: '0912345678', email: null },
    secret: 'ABCD-EFGH-JKMN-PQRS',
    steps: [received.entry, step.entry],
    history: [
      { ...received.event, at: now, actor: visitor },
      { ...step.event, at: now, actor: secretariat },
    ],
  };
}

onBothEngines('an imported tenant', (_engine, create) => {
  test('has its records as they were, in its ledger, and goes on from there', async (t) => {
    const storage = memoryStorage();
    const server = await startTestServer(create, { storage, clock: () => new Date(now) });
    t.after(() => server.end());
    const options = { database: server.database, tenant: testTenant, secretKey: testSecretKey, storage };
    const [model, sent] = [oldModel(), oldCase()];
    const data = {
      units: [unit],
      rubrics: [{ rubric: illustrativeModel, addedAt: now }],
      models: [model],
      cases: [sent],
    };
    const { units, rubrics, models, cases, events, ...others } = (await importTenant(options, data))!;
    assert.deepEqual([units, rubrics, models, cases, events], [1, 1, 1, 1, 4]);
    assert.ok('plans' in others && 'assessments' in others);
    assert.deepEqual([...new Set(Object.values(others))], [0]);
    assert.deepEqual(await faultsOf(server), []);
    let asked = false;
    const again = importTenant(options, () => {
      asked = true;
      return data;
    });
    assert.deepEqual([await again, asked], [undefined, false]);

    const { body } = await server.call<Model>('GET', `/v1/models/${model.id}`, {
      as: { roles: ['unit-officer'], unitId: unit.id },
    });
    assert.equal(body.createdAt, '2024-03-05T03:00:00.000Z');
    assert.deepEqual(
      body.attachments.map(({ name }) => name),
      ['Kế hoạch.pdf'],
    );
    const headers = { 'case-secret': sent.secret! };
    const tracked = await server.call<PublicCase>('GET', `/v1/tracking/${sent.code}`, { headers });
    assert.deepEqual([tracked.status, tracked.body.status, tracked.body.steps.length], [200, 'accepted', 2]);
    // Codes are given out once: 1 is free, 2 came with the import.
    const codes: string[] = [];
    for (const title of ['Một', 'Hai']) {
      const receipt = await server.call<CaseReceipt>('POST', '/v1/cases', { body: sampleSubmission({ title }) });
      codes.push(receipt.body.code);
    }
    assert.deepEqual(codes, [makeCode('PA', today, 1), makeCode('PA', today, 3)]);
    assert.deepEqual(await faultsOf(server), []);
  });

  test('keeps its ledger whatever offsets and digits its moments are written with', async (t) => {
    const storage = memoryStorage();
    const server = await startTestServer(create, { storage });
    t.after(() => server.end());
    const model = oldModel();
    const [made] = model.history;
    const again = { kind: 'model.corrected' as const, data: { fields: ['name'] }, actor: officer };
    const history = [
      { ...made!, at: '2024-03-05T10:00:00+07:00' },
      { ...again, at: '2024-03-05T03:00:00Z' },
      { ...again, at: '2024-03-05T04:00:00.1234567Z' },
    ];
    const files = [{ ...model.files![0]!, uploadedAt: '2024-03-05T09:30:00+07:00' }];
    const target = { database: server.database, tenant: testTenant, secretKey: testSecretKey, storage };
    await importTenant(target, { units: [unit], models: [{ ...model, history, files }] });
    assert.deepEqual(await faultsOf(server), []);
  });

  test('is not there at all when something in it is wrong', async (t) => {
    const server = await startTestServer(create);
    t.after(() => server.end());
    const target = { database: server.database, tenant: testTenant, secretKey: testSecretKey };
    const options = { ...target, storage: memoryStorage() };
    const [model, sent] = [oldModel(), oldCase()];
    const [first, second] = sent.history;
    const later = { ...first!, at: '2026-11-25T03:00:00.000Z' };
    const strange = { ...second!, data: { to: 'nowhere' } } as unknown as typeof first;
    const opening = { rubricId: 'illustrative-model', rubricVersion: '1', period: '2026' };
    const of = { kind: 'model', id: model.id, name: model.name } as const;
    const opened = accepted(applyOpening({ ...opening, subject: of }, illustrativeModel));
    const assessment: ImportedAssessment = {
      ...opening,
      ...opened.changes,
      id: newId(),
      subject: of,
      unitId: unit.id,
      unitName: unit.name,
      statusReason: null,
      history: [{ ...opened.event, at: now, actor: officer }],
    };
    const wrong: [ImportedData, RegExp][] = [
      [{ models: [{ ...model, history: [] }] }, /^model\/.* has no history/],
      [
        { cases: [{ ...sent, history: [later, second!] }] },
        /^The history of case\/.* is not in order: "case.accepted"/,
      ],
      [{ cases: [{ ...sent, history: [first!, strange!] }] }, /^The history of case\/.*, "case.accepted": /],
      [{ assessments: [assessment] }, /needs the rubric illustrative-model\/1: import it too/],
    ];
    for (const [data, message] of wrong)
      await assert.rejects(importTenant(options, { units: [unit], ...data }), { message });

    const secret = 'Nguyễn Văn A';
    const step = model.history[0]!;
    const file = model.files![0]!;
    const other = { ...oldModel(), code: makeCode('MH', '2024-03-05', 8) };
    const unlike: [object, RegExp][] = [
      [{ modells: [model] }, /^modells: there is no such part, only /],
      [{ models: model }, /^models: must be a list/],
      [{ models: [null] }, /^models\[0\]: it is missing or wrong/],
      [{ models: [{ ...model, tenant: 'other', version: 9 }] }, /: it has what is not imported: tenant, version/],
      [
        { models: [{ ...model, status: secret, content: { goals: secret } }] },
        /"status" is missing or wrong .*\n.*"content.situation"/,
      ],
      [
        { models: [other, { ...model, name: `${secret}\0` }] },
        /^models\[1\]: "name" has characters that cannot be stored/,
      ],
      [
        { models: [{ ...model, content: { ...model.content, goals: `${secret}\ud800` } }] },
        /"content.goals" has characters/,
      ],
      [{ models: [{ ...model, id: model.id.toUpperCase() }] }, /"id" is missing or wrong/],
      [{ models: [{ ...model, startDate: '2026-02-30' }] }, /"startDate" is missing or wrong/],
      [{ models: [{ ...model, unitId: newId() }] }, /^models\[0\]: names .*, which is not imported before it/],
      [{ models: [model, { ...other, id: model.id, files: [] }] }, /^models\[1\]: has an id that was given before/],
      [{ models: [model, { ...other, code: model.code }] }, /^models\[1\]: has a code that was given before/],
      [{ models: [model, { ...other, files: [file] }] }, /^models\[1\]: has a file with an id that was given before/],
      [{ models: [{ ...model, files: [{ ...file, id: '../../key' }] }] }, /"files.0.id" is missing or wrong/],
      [{ models: [{ ...model, files: [{ ...file, name: `../${secret}` }] }] }, /"files.0.name" is missing or wrong/],
      [{ models: [{ ...model, files: [{ ...file, content: secret }] }] }, /"files.0.content" is missing or wrong/],
      [{ models: [{ ...model, history: [{ ...step, at: 'yesterday' }] }] }, /"history.0.at" is missing or wrong/],
      [
        { models: [{ ...model, history: [{ ...step, actor: { name: secret } }] }] },
        /"history.0.actor.subject" is missing/,
      ],
      [
        { models: [{ ...model, history: [{ ...step, kind: 'toString' }] }] },
        /has "toString", which is no event of such/,
      ],
      [{ models: [{ ...model, history: [first] }] }, /has "case.received", which is no event of such a record/],
      [{ models: [{ ...model, status: 'withdrawn' }] }, /^The history of model\/.* ends in another state/],
      [{ cases: [{ ...sent, sender: { name: secret } }] }, /"sender.phone" is missing or wrong/],
      [{ cases: [{ ...sent, content: secret, reopenCount: 2 ** 40 }] }, /^The database refused it: 22003$/],
      [{ units: [{ ...unit, validTo: '2000-01-01' }] }, /^The database refused it: 23514, unit, unit_check$/],
      [
        { units: [{ ...sampleUnit(), partyParentId: unit.id }, unit] },
        /^units\[0\]: names .*, which is not imported before it/,
      ],
      [{ units: Array.from({ length: 30 }, () => ({})) }, /\n… and \d+ more\nNothing was imported: /],
    ];
    for (const [data, message] of unlike)
      await assert.rejects(importTenant(options, { units: [unit], ...data }), (error: Error) => {
        assert.match(error.message, message);
        assert.ok(!inspect(error, { depth: Infinity }).includes(secret), error.message);
        return true;
      });
    await assert.rejects(
      importTenant(target, { units: [unit], models: [model] }),
      /say where to keep them \(storage\)/,
    );
    const { body } = await server.call<{ items: unknown[] }>('GET', '/v1/units');
    assert.deepEqual(body.items, []);
  });
});

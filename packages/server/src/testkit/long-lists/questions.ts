import type { LongLists } from './index.ts';
import type { Asker, TestServer } from '../server.ts';

/** What a screen asks of a list. */
export interface ListQuestion {
  name: string;
  path: string;
  as: Asker;
}

type Page = { nextCursor: string | null };

/** The address of the page that begins after so many rows. */
async function pageAfter(server: TestServer, as: Asker, path: string, rows: number): Promise<string> {
  const join = path.includes('?') ? '&' : '?';
  let cursor = '';
  for (let read = 0; read < rows; read += 100) {
    const { body } = await server.call<Page>(
      'GET',
      `${encodeURI(path)}${join}limit=100${cursor && `&cursor=${cursor}`}`,
      { as },
    );
    cursor = body.nextCursor ?? cursor;
  }
  return `${path}${join}limit=100&cursor=${cursor}`;
}

/** What the screens ask of lists of models, assessments, units, people and roles. */
export async function listQuestions(server: TestServer, lists: LongLists): Promise<ListQuestion[]> {
  const { unit, formerUnit, officer, formerOfficer, leader, person, village, province } = lists;
  const questions: ListQuestion[] = [];
  const ask = (as: Asker, name: string, path: string) => questions.push({ name, path, as });
  const deep = async (as: Asker, name: string, path: string) =>
    ask(as, `${name}, a page after 3,000 others`, await pageAfter(server, as, path, 3000));

  const due = 'status=registered&status=returned&status=awaiting-appraisal&status=appraised';
  const done = 'status=recognised&status=not-recognised&status=withdrawn&status=revoked';
  const models = '/v1/models';
  ask('secretariat', 'models: first page', models);
  await deep('secretariat', 'models', models);
  ask('secretariat', 'models: states whose turn it is', `${models}?${due}&limit=100`);
  ask('secretariat', 'models: states that are done', `${models}?${done}`);
  await deep('secretariat', 'models: states that are done', `${models}?${done}`);
  ask('secretariat', 'models: a state that one is in', `${models}?status=revoked`);
  ask('secretariat', 'models: an old field', `${models}?field=defence-security`);
  ask('secretariat', 'models: an old kind of registrant', `${models}?registrantKind=individual`);
  ask('secretariat', 'models: of a unit', `${models}?unitId=${unit}`);
  ask('secretariat', 'models: of a unit that is no more', `${models}?unitId=${formerUnit}`);
  ask('secretariat', 'models: “hòa giải”', `${models}?q=hòa giải`);
  ask('secretariat', 'models: a rare place, “mường bú”', `${models}?q=mường bú`);
  ask('secretariat', 'models: a word that is nowhere', `${models}?q=zq`);
  ask('secretariat', 'models: counts', `${models}/counts`);
  ask('secretariat', 'models: counts of a field', `${models}/counts?field=economy`);
  ask('secretariat', 'models: counts, “hòa giải”', `${models}/counts?q=hòa giải`);
  for (const [who, as] of [
    ['a person of a unit', officer],
    ['a person of a unit that is no more', formerOfficer],
    ['a leader of a subtree', leader],
  ] as const) {
    ask(as, `models for ${who}: first page`, models);
    ask(as, `models for ${who}: states whose turn it is`, `${models}?${due}&limit=100`);
    ask(as, `models for ${who}: states that are done`, `${models}?${done}`);
    ask(as, `models for ${who}: “hòa giải”`, `${models}?q=hòa giải`);
    ask(as, `models for ${who}: counts`, `${models}/counts`);
  }

  const assessments = '/v1/assessments';
  for (const [sort, order] of [
    ['changed', ''],
    ['self points', 'sort=self-points'],
    ['appraised points', 'sort=appraised-points'],
  ] as const) {
    const name = `assessments by ${sort}`;
    const path = (query: string) => `${assessments}?${[order, query].filter(Boolean).join('&')}`;
    ask('secretariat', `${name}: first page`, path(''));
    await deep('secretariat', name, path(''));
    for (const status of ['open', 'appraised', 'locked'])
      ask('secretariat', `${name}: ${status}`, path(`status=${status}`));
    for (const period of ['2022', '2026']) ask('secretariat', `${name}: of ${period}`, path(`period=${period}`));
    ask('secretariat', `${name}: open, of 2022`, path('status=open&period=2022'));
    ask('secretariat', `${name}: of units`, path('subjectKind=unit'));
    ask('secretariat', `${name}: of a rubric`, path('rubricId=bac-kan-unit'));
    ask('secretariat', `${name}: of a unit that is no more`, path(`unitId=${formerUnit}`));
    ask('secretariat', `${name}: “hòa giải”`, path('q=hòa giải'));
    ask('secretariat', `${name}: a word that is nowhere`, path('q=zq'));
    for (const [who, as] of [
      ['a person of a unit', officer],
      ['a person of a unit that is no more', formerOfficer],
      ['a leader of a subtree', leader],
    ] as const) {
      ask(as, `${name} for ${who}: first page`, path(''));
      ask(as, `${name} for ${who}: locked`, path('status=locked'));
    }
  }
  ask('secretariat', 'assessments: counts', `${assessments}/counts`);
  ask('secretariat', 'assessments: counts of 2026', `${assessments}/counts?period=2026`);
  ask('secretariat', 'assessments: counts, “hòa giải”', `${assessments}/counts?q=hòa giải`);
  ask(leader, 'assessments for a leader of a subtree: counts', `${assessments}/counts`);

  const units = '/v1/units';
  for (const [who, as] of [
    ['a citizen', 'citizen'],
    ['an administrator', 'administrator'],
  ] as const) {
    ask(as, `units for ${who}: first page`, units);
    ask(as, `units for ${who}: “mường bú”`, `${units}?q=mường bú`);
    ask(as, `units for ${who}: a word that is nowhere`, `${units}?q=zqzqz`);
  }
  await deep('administrator', 'units', units);
  ask('administrator', 'units: of a kind that none is', `${units}?kind=enterprise`);
  for (const tree of ['party', 'administrative']) {
    ask('administrator', `units: top of the ${tree} tree`, `${units}?tree=${tree}&parent=none&on=2026-11-01&limit=100`);
    ask(
      'administrator',
      `units: below the top of the ${tree} tree`,
      `${units}?tree=${tree}&parent=${tree === 'party' ? lists.party : province}&on=2026-11-01&limit=100`,
    );
    ask(
      'administrator',
      `units: below a commune in the ${tree} tree`,
      `${units}?tree=${tree}&parent=${unit}&on=2026-11-01&limit=100`,
    );
    ask(
      'administrator',
      `units: below a commune in the ${tree} tree, before`,
      `${units}?tree=${tree}&parent=${unit}&on=2025-11-01&limit=100`,
    );
    ask(
      'administrator',
      `units: in the ${tree} tree, “thôn 12”`,
      `${units}?tree=${tree}&q=thôn 12&on=2026-11-01&limit=20`,
    );
  }
  ask('administrator', 'units: of one unit', `${units}/${village}`);

  const people = '/v1/people';
  ask('administrator', 'people: first page', people);
  await deep('administrator', 'people', people);
  for (const state of ['invited', 'active', 'left'])
    ask('administrator', `people: ${state}`, `${people}?state=${state}`);
  ask('administrator', 'people: of a unit', `${people}?unitId=${unit}`);
  ask('administrator', 'people: “nguyễn”', `${people}?q=nguyễn`);
  ask('administrator', 'people: “mường bú”', `${people}?q=mường bú`);
  ask('administrator', 'people: a word that is nowhere', `${people}?q=zq`);
  ask(leader, 'people for a leader of a subtree: first page', people);
  ask('administrator', 'roles of a person', `${people}/${person}/grants`);
  return questions;
}

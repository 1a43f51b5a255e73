import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { illustrativeModel } from '@dvk/sdk/rubrics';
import { listen, type Listening } from './listen.ts';
import { addRubric } from './rubrics/store.ts';
import { onBothEngines } from './testkit/engines.ts';
import { sampleUnit } from './testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from './testkit/server.ts';
import { addUnits } from './units/store.ts';

const folder = path.join(import.meta.dirname, '../../../examples/node');

onBothEngines('examples/node', (_engine, create) => {
  let server: TestServer;
  let listening: Listening;
  const unit = sampleUnit({ name: 'Ủy ban nhân dân phường mẫu', kind: 'commune-committee' });

  before(async () => {
    server = await startTestServer(create);
    await addUnits(server.database.queries, testTenant, [unit]);
    await addRubric(server.database.queries, testTenant, illustrativeModel, '2026-01-01T00:00:00.000Z');
    listening = await listen(server.fetch, { port: 0 });
  });
  after(async () => {
    await listening.close();
    await server.end();
  });

  async function run(token: string, file = 'sample-models.csv'): Promise<{ code: number; output: string }> {
    const env = { ...process.env, DVK_URL: listening.url, DVK_TOKEN: token };
    return new Promise((resolve) => {
      execFile(process.execPath, ['register-models.ts', file], { cwd: folder, env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
      );
    });
  }

  test('registers the models of a CSV file and prints points and bands; a second run adds nothing', async () => {
    const token = await server.tokenFor({ roles: ['unit-officer'], unitId: unit.id });
    const first = await run(token);
    assert.equal(first.code, 0, first.output);
    const lines = first.output.split('\n').filter((line) => line.startsWith('✓'));
    assert.equal(lines.length, 3);
    assert.match(lines[0]!, /^✓ MH-\d{6}-\d{4}-[0-9A-Z]  86,3\/90  Tốt  Mẫu: Tuyến hẻm không rác$/);
    assert.match(lines[1]!, /67,5\/90  Khá  Mẫu: Tổ hỗ trợ/);
    assert.match(lines[2]!, /43,5\/90  .* \(còn mục chưa chấm\)  Mẫu: Cho vay/);
    assert.equal((await run(token)).output, first.output);
    const { body } = await server.call<{ items: unknown[] }>('GET', '/v1/models', { as: 'secretariat' });
    assert.equal(body.items.length, 3);
  });

  test('a file with faults sends nothing and names each by line and heading', async () => {
    const sample = await readFile(path.join(folder, 'sample-models.csv'), 'utf8');
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'dvk-')), 'faults.csv');
    await writeFile(file, sample.replaceAll('02/03/2026', '31/02/2026').replaceAll('Kinh tế', 'Kinh doanh'));
    const { code, output } = await run(await server.tokenFor({ roles: ['unit-officer'], unitId: unit.id }), file);
    assert.equal(code, 1);
    assert.match(output, /Dòng 2, Ngày bắt đầu: Ngày không hợp lệ/);
    assert.match(output, /Dòng 4, Lĩnh vực: Chọn một giá trị trong danh sách/);
    assert.doesNotMatch(output, /✓/);
  });

  test('somebody without a unit, and a file that is not there, end with a sentence and a code', async () => {
    const missing = await run(await server.tokenFor('citizen'), 'nowhere.csv');
    assert.deepEqual(missing, { code: 1, output: 'Không mở được tệp nowhere.csv\n' });
    const withoutUnit = await run(await server.tokenFor({ roles: ['citizen'] }));
    assert.equal(withoutUnit.code, 1);
    assert.match(withoutUnit.output, /tài khoản của một đơn vị/);
  });
});

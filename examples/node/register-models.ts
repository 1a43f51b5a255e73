/**
 * Registers the models of a CSV file for the unit of the signed-in officer, sends the unit's own scores, and prints points and bands.
 * It may be run again: what was registered is not registered twice.
 *
 *     DVK_URL=https://dvk.example.gov.vn DVK_TOKEN=… node register-models.ts sample-models.csv
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createClient, isClientError, isProblem, type Client } from '@dvk/sdk/client';
import type { Rubric } from '@dvk/sdk/rubrics';
import { formatPoints } from '@dvk/sdk/text';
import { selfLines } from './src/lines.ts';
import { readRows, type Row } from './src/rows.ts';

const rubricOfModels = { id: 'illustrative-model', version: '1' };

/** The same line of the same unit has the same key, so that the server carries it out once however often it is sent. */
function keyOf(step: string, { registration }: Row): string {
  return createHash('sha256')
    .update(`${step} ${JSON.stringify(registration)}`)
    .digest('hex');
}

async function register(client: Client, rubric: Rubric, row: Row): Promise<string> {
  const { lines, unreadable } = selfLines(rubric, row.cells);
  if (unreadable.length > 0) return `✗ Dòng ${row.line}: không đọc được điểm ở cột ${unreadable.join(', ')}`;

  const model = await client.models.create({ body: row.registration }, { idempotencyKey: keyOf('model', row) });
  const opened = await client.assessments.create(
    {
      body: {
        rubricId: rubric.id,
        rubricVersion: rubric.version,
        subject: { kind: 'model', id: model.id },
        period: row.registration.assessmentDate.slice(0, 4),
      },
    },
    { idempotencyKey: keyOf('assessment', row) },
  );
  const params = { id: opened.id };
  const { etag } = await client.assessments.get({ params });
  const { results } = await client.assessments.putSelfLines({ params, body: lines }, { ifMatch: etag });

  const band = rubric.bands.find(({ id }) => id === results.selfBand)?.title.vi ?? 'chưa xếp loại';
  const points = results.self.points === null ? '–' : formatPoints(results.self.points, { trim: true });
  const missing = results.self.complete ? '' : ' (còn mục chưa chấm)';
  return `✓ ${model.code}  ${points}/${formatPoints(results.self.outOf, { trim: true })}  ${band}${missing}  ${model.name}`;
}

async function main([file]: string[]): Promise<number> {
  const { DVK_URL = 'http://localhost:8080', DVK_TOKEN, DVK_COOKIE } = process.env;
  if (!file) {
    console.error('node register-models.ts <tệp CSV>');
    return 2;
  }
  const csv = await readFile(file, 'utf8').catch(() => undefined);
  if (csv === undefined) {
    console.error(`Không mở được tệp ${file}`);
    return 1;
  }
  const client = createClient({
    baseUrl: DVK_URL,
    ...(DVK_TOKEN && { getToken: () => DVK_TOKEN }),
    // The demo portal knows its visitors by a cookie.
    ...(DVK_COOKIE && { headers: { cookie: DVK_COOKIE } }),
  });

  const { unitId, name } = await client.session.get();
  if (unitId === null) {
    console.error('Cần đăng nhập bằng tài khoản của một đơn vị (DVK_TOKEN).');
    return 1;
  }
  const { rows, faults } = readRows(csv, unitId);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    return 1;
  }

  const rubric = await client.rubrics.get({ params: rubricOfModels });
  console.log(`${rubric.title.vi}\n${name ?? ''}: ${rows.length} mô hình\n`);
  let failed = 0;
  for (const row of rows) {
    try {
      const line = await register(client, rubric, row);
      if (line.startsWith('✗')) failed += 1;
      console.log(line);
    } catch (error) {
      // One refused line does not keep the others back; no network does.
      if (!isProblem(error)) throw error;
      failed += 1;
      const details = error.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ');
      console.log(`✗ Dòng ${row.line}: ${error.title}. ${details || (error.detail ?? '')}`);
    }
  }
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!isClientError(error)) throw error;
  console.error(`Không làm được: ${error.message}`);
  process.exitCode = 1;
}

/**
 * `node scripts/papers.ts [folder]`: writes every kind of paper in both profiles and the sheets, opens each in LibreOffice and turns it into PDF,
 * and into pictures where `pdftoppm` is installed. Look at them. Fails where LibreOffice is not installed: it is no part of the tests,
 * because the packages that tests need come from the registry of npm alone.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeScoreWorkbook } from '../packages/documents/src/assessments/index.ts';
import { writePaper } from '../packages/documents/src/papers/index.ts';
import { convertToPdf } from '../packages/documents/src/pdf/index.ts';
import { writeListWorkbook } from '../packages/documents/src/sheets/index.ts';
import {
  fillTemplate,
  paperTemplates,
  scoreSheet,
  type PaperTemplate,
} from '../packages/documents/src/templates/index.ts';
import { profilesNow, sampleReport } from '../packages/documents/src/testkit/samples.ts';
import { root, run } from './lib/run.ts';

const home = path.resolve(process.argv[2] ?? path.join(root, '.cache/papers'));
await rm(home, { recursive: true, force: true });
await mkdir(home, { recursive: true });

const files: readonly (readonly [name: string, kind: 'docx' | 'xlsx', make: () => Promise<Uint8Array> | Uint8Array])[] =
  [
    ...profilesNow.flatMap((profile) => [
      [`report-${profile.side}`, 'docx', () => writePaper(sampleReport(profile))] as const,
      ...(Object.values(paperTemplates) as unknown as PaperTemplate<unknown>[]).map(
        (template) =>
          [
            `${template.id}-${profile.side}`,
            'docx',
            () => fillTemplate(template, template.sample(), { profile }),
          ] as const,
      ),
    ]),
    ['score-sheet', 'xlsx', () => writeScoreWorkbook(scoreSheet.sample())],
    [
      'list',
      'xlsx',
      () =>
        writeListWorkbook({
          name: 'Danh sách',
          heading: ['DANH SÁCH ĐƠN VỊ ĐĂNG KÝ MÔ HÌNH', 'Năm 2026'],
          columns: [
            { title: 'TT', width: 6, align: 'center' },
            { title: 'Đơn vị', width: 44 },
            { title: 'Tập thể', width: 12, total: true },
            { title: 'Cá nhân', width: 12, total: true },
          ],
          rows: Array.from({ length: 60 }, (_, at) => [at + 1, `Ủy ban nhân dân xã Mẫu ${at + 1}`, at % 7, at % 3]),
        }),
    ],
  ];
for (const [name, kind, make] of files) {
  const bytes = await make();
  const pdf = await convertToPdf(bytes, { kind });
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  await writeFile(path.join(home, `${name}.${kind}`), bytes);
  await writeFile(path.join(home, `${name}.pdf`), pdf);
  await run('pdftoppm', ['-r', '80', '-png', path.join(home, `${name}.pdf`), path.join(home, name)]).catch(() => {});
  console.log(`${name}.${kind}: ${pages} ${pages === 1 ? 'page' : 'pages'}`);
  if (pages === 0) process.exitCode = 1;
}
console.log(`\n${home}`);

/** Words that the glossary does not use are found wherever people read them. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { checkWords } from './lib/words.ts';

const glossary = `# Glossary

## Words that are not used

| not | but | readers |
|---|---|---|
| bạn, vụ việc | quý vị; hồ sơ | |
| hồ sơ | phản ánh, kiến nghị | citizens |
| \`/\\d %/\` | 88,4% | |

## Where they stand all the same

| text | file | why |
|---|---|---|
| vụ việc phức tạp | packages/sdk/src/law.ts | the law says so |
| chưa từng có | packages/sdk/src/law.ts | nobody knows any more |
`;

const workspace: Record<string, string> = {
  'docs/glossary.md': glossary,
  'packages/elements/src/case-form/vi.ts': "// Của bạn.\nexport const vi = {\n  done: 'Đã nhận hồ sơ của Bạn',\n};",
  'packages/elements/src/case-desk/vi.ts': "export const vi = { none: 'Không có hồ sơ', bold: 'Chữ bạn’s' };",
  'packages/elements/src/case-desk/dvk-case-desk.test.ts': "const old = 'Vụ việc của bạn';",
  'packages/sdk/src/law.ts': "export const law = ['vụ việc phức tạp', 'Đạt 88,4 %'];",
  'packages/server/src/routes.ts': "/** Của bạn. */\nexport const problem = { vi: 'Vụ việc này đã đóng' };",
  'examples/portal/pages/a.html': '<p>Người bạnh, hồ sơ mẫu</p>',
  'examples/portal/layout.html': '<p>Trang chủ</p>',
  'docs/guides/a.vi.md': 'Vụ việc đã tra thấy',
  'packages/elements/src/locale/found-case/vi.ts': "export const vi = { none: 'Không có hồ sơ' };",
};

test('they are found in catalogues, SDK, server, portal and guides, for the readers they are kept from', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'words-'));
  for (const [file, text] of Object.entries(workspace)) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  assert.deepEqual(checkWords(folder), [
    'docs/guides/a.vi.md:1: “Vụ việc” – say “quý vị; hồ sơ”',
    'examples/portal/pages/a.html:1: “hồ sơ” – say “phản ánh, kiến nghị”',
    'packages/elements/src/case-desk/vi.ts:1: “bạn” – say “quý vị; hồ sơ”',
    'packages/elements/src/case-form/vi.ts:3: “Bạn” – say “quý vị; hồ sơ”',
    'packages/elements/src/case-form/vi.ts:3: “hồ sơ” – say “phản ánh, kiến nghị”',
    'packages/elements/src/locale/found-case/vi.ts:1: “hồ sơ” – say “phản ánh, kiến nghị”',
    'packages/sdk/src/law.ts:1: “4 %” – say “88,4%”',
    'packages/server/src/routes.ts:2: “Vụ việc” – say “quý vị; hồ sơ”',
    'docs/glossary.md: the exception “chưa từng có” in packages/sdk/src/law.ts is not needed',
  ]);
  await rm(folder, { recursive: true });
});

test('this workspace has none of them', () => {
  assert.deepEqual(checkWords(), []);
});

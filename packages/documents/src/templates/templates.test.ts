import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8, zipSync, unzipSync, strFromU8 } from 'fflate';
import { docx, docxParts } from '../check/testkit/files.ts';
import { writePaper, type Block } from '../papers/index.ts';
import { party2026, state2020 } from '../profiles/index.ts';
import { faultsOf } from '../testkit/ooxml.ts';
import { profilesNow } from '../testkit/samples.ts';
import { plainText, readText } from '../text/index.ts';
import {
  caseReply,
  checkTemplate,
  defaultTemplate,
  fillTemplate,
  paperTemplates,
  scoreSheet,
  tagsOf,
  TemplateError,
  type PaperTemplate,
} from './index.ts';

const all = Object.values(paperTemplates) as unknown as PaperTemplate<unknown>[];
const textOf = async (file: Uint8Array) => plainText(await readText(file));

/** A template of an office with this in its text. */
const ownTemplate = (...blocks: (string | Block)[]) =>
  writePaper({
    profile: state2020,
    issuers: ['Ủy ban nhân dân phường Mẫu'],
    place: '',
    date: '2026-11-30',
    blocks: blocks.map((block) => (typeof block === 'string' ? { kind: 'paragraph', text: block } : block)),
    signatures: [],
  });

const fill = async (...blocks: (string | Block)[]) =>
  textOf(await fillTemplate(caseReply, caseReply.sample(), { profile: state2020, file: await ownTemplate(...blocks) }));

async function faultsIn(...blocks: (string | Block)[]) {
  const faults = await checkTemplate(caseReply, await ownTemplate(...blocks), state2020);
  return faults.map(({ code, variable }) => `${code} ${variable}`.trim());
}

describe('every kind of paper', () => {
  for (const template of all)
    for (const profile of profilesNow)
      it(`${template.id}, ${profile.side}: the template and the paper are files that Word opens as they are`, async () => {
        const blank = await defaultTemplate(template, { profile });
        assert.deepEqual(await faultsOf(blank), []);
        assert.deepEqual(await checkTemplate(template, blank, profile), []);
        const file = await fillTemplate(template, template.sample(), { profile });
        assert.deepEqual(await faultsOf(file), []);
        const text = await textOf(file);
        assert.ok(text.length > 300);
        assert.ok(!/[{}]|undefined|NaN|\[object/.test(text), text);
      });

  it('names its tags for clerks, lists with what their lines hold', () => {
    const tags = tagsOf(scoreSheet, party2026);
    assert.ok(tags.includes('{tên bộ tiêu chí}'));
    assert.deepEqual(tags.slice(tags.indexOf('{#tiêu chí}')).slice(0, 4), [
      '{#tiêu chí}',
      '  {#là nhóm} … {/là nhóm}',
      '  {#là dòng} … {/là dòng}',
      '  {tt}',
    ]);
  });
});

describe('a letter of reply', () => {
  it('says what was answered, a paragraph a line, to the person or, where nobody knows them, to the code', async () => {
    const data = caseReply.sample();
    const text = await textOf(await fillTemplate(caseReply, data, { profile: state2020 }));
    assert.ok(text.includes('Kính gửi: Ông (Bà) Nguyễn Văn A'));
    assert.match(text, /đầu ngõ 12\.\nTừ ngày 01\/12\/2026/);
    assert.ok(text.includes('Số:         /UBND'));
    const unknown = await fillTemplate(caseReply, { ...data, sender: undefined }, { profile: state2020 });
    assert.ok((await textOf(unknown)).includes('Kính gửi: Người gửi hồ sơ PA-261123-0042-K'));
  });

  it('keeps what a person typed, whatever it looks like', async () => {
    const data = caseReply.sample();
    const answer = { ...data.case.answer!, text: 'Rác < 5 ngày & "thúi" {tên cơ quan} <w:p/>\u0000\nDòng hai' };
    const file = await fillTemplate(caseReply, { ...data, case: { ...data.case, answer } }, { profile: state2020 });
    assert.deepEqual(await faultsOf(file), []);
    assert.ok((await textOf(file)).includes('Rác < 5 ngày & "thúi" {tên cơ quan} <w:p/>\nDòng hai'));
  });

  it('is spelled as the house spells, but for what people wrote', async () => {
    const data = caseReply.sample();
    const file = await fillTemplate(
      caseReply,
      { ...data, sender: 'Nguyễn Thúy A' },
      { profile: party2026, tones: 'new' },
    );
    const text = await textOf(file);
    assert.ok(text.includes('Lưu Đảng uỷ.'), text);
    assert.ok(text.includes('Nguyễn Thúy A'));
  });
});

describe('a template of an office', () => {
  it('may write a tag with a large letter, apart in runs, in decomposed letters', async () => {
    assert.match(await fill('Mã {Mã hồ sơ}, {MÃ  HỒ SƠ}'.normalize('NFD')), /PA-261123-0042-K, PA-261123-0042-K/);
    const file = unzipSync(await ownTemplate('Mã {mã hồ sơ} hết'));
    const body = strFromU8(file['word/document.xml']!).replace(
      '{mã hồ',
      '{mã</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> hồ',
    );
    const apart = zipSync({ ...file, 'word/document.xml': strToU8(body) });
    const filled = await fillTemplate(caseReply, caseReply.sample(), { profile: state2020, file: apart });
    assert.match(await textOf(filled), /Mã PA-261123-0042-K hết/);
  });

  it('repeats lists and leaves out what does not apply', async () => {
    const text = await fill(
      '{#nội dung trả lời}',
      '– {đoạn}',
      '{/nội dung trả lời}',
      '{^có mức giải quyết}',
      'Không',
      '{/có mức giải quyết}',
    );
    assert.match(text, /– Ngày 25\/11\/2026[^\n]*\n– Từ ngày/);
    assert.ok(!text.includes('Không'));
  });

  it('hears of every variable that there is none of: its name, where it stands, which one may be meant', async () => {
    const file = await ownTemplate(
      'Kính gửi {ngừoi nhận} ở {quận}',
      'Ngày {#nội dung trả lời}{tiêu đề}{dòng}{/nội dung trả lời}',
    );
    const faults = await checkTemplate(caseReply, file, state2020);
    assert.deepEqual(
      faults.map(({ code, variable, where }) => [code, variable, where]),
      [
        ['unknown-variable', 'ngừoi nhận', 'Kính gửi {ngừoi nhận} ở {quận}'],
        ['unknown-variable', 'quận', 'Kính gửi {ngừoi nhận} ở {quận}'],
        ['unknown-variable', 'dòng', '{tiêu đề}{dòng}'],
      ],
    );
    assert.equal(
      faults[0]!.text.vi,
      'Mẫu dùng biến {ngừoi nhận} mà loại văn bản này không có; có phải là {người nhận}?, tại chỗ: “Kính gửi {ngừoi nhận} ở {quận}”.',
    );
    assert.match(faults[1]!.text.en, /uses the variable \{quận\}, which this paper does not have, at: “Kính gửi/);
    await assert.rejects(
      fillTemplate(caseReply, caseReply.sample(), { profile: state2020, file }),
      (error) => error instanceof TemplateError && error.faults.length === 3 && error.text.vi.split('\n').length === 3,
    );
  });

  it('hears of tags and lists that do not end, or are taken for something else', async () => {
    assert.deepEqual(await faultsIn('{mã hồ sơ'), ['tag-not-closed mã']);
    assert.deepEqual(await faultsIn('mã hồ sơ}'), ['tag-not-closed sơ']);
    assert.deepEqual(await faultsIn('{#nội dung trả lời}'), ['list-not-closed nội dung trả lời']);
    assert.deepEqual(await faultsIn('{/nội dung trả lời}'), ['list-not-closed nội dung trả lời']);
    assert.deepEqual(await faultsIn('{nội dung trả lời}'), ['not-a-text nội dung trả lời']);
    assert.deepEqual(await faultsIn('{#mã}{/mã}'), ['unknown-list mã']);
  });
});

describe('a template runs nothing', () => {
  it('knows no expressions and nothing of objects', async () => {
    for (const tag of ['{tiêu đề.length}', '{1+1}', '{constructor}', '{__proto__}', '{toString}', '{process.exit()}'])
      assert.deepEqual(await faultsIn(tag), [`unknown-variable ${tag.slice(1, -1)}`]);
  });

  it('takes no raw XML, no other delimiters', async () => {
    assert.deepEqual(await faultsIn('{@tiêu đề}'), ['tag-not-allowed tiêu đề']);
    assert.deepEqual(await faultsIn('{=[[ ]]=}'), ['unknown-variable =[[ ]]=']);
  });

  it('unfolds no list within itself or another, which would grow without end', async () => {
    const inside = (text: string) => `{#nội dung trả lời}${text}{/nội dung trả lời}`;
    assert.deepEqual(await faultsIn(inside(inside('{đoạn}'))), ['unknown-list nội dung trả lời']);
  });

  it('is refused with macros, links to elsewhere, too much inside, or when it is no Word file', async () => {
    const check = async (file: Uint8Array) => (await checkTemplate(caseReply, file, state2020))[0]!;
    const linked = docx({
      ...docxParts(),
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.test/a.dotm" TargetMode="External"/></Relationships>',
      ),
    });
    const bomb = docx({ ...docxParts(), 'word/media/a.bin': [new Uint8Array(300_000_000), { level: 1 }] });
    for (const [file, words] of [
      [docx({ ...docxParts(), 'word/vbaProject.bin': strToU8('x') }), 'macro'],
      [linked, 'từ nơi khác'],
      [bomb, 'quá lớn'],
      [Buffer.from('PK\u0003\u0004'), 'bị hỏng'],
      [Buffer.alloc(5_000_000), 'quá lớn'],
    ] as const)
      assert.ok((await check(file)).text.vi.includes(words), words);
  });
});

import { assert, fixture, html } from '@open-wc/testing';
import { ProblemError } from '@dvk/sdk/client';
import { describeFormControl } from '../testkit/form-control.ts';
import { accessibilityTree, expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkFileField, StoredFile, Upload } from './dvk-file-field.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import { fileField as vi } from './vi.ts';

const pdf = (name: string, size = 3) => new File([new Uint8Array(size)], name, { type: 'application/pdf' });
const stored = (name: string): StoredFile => ({ id: `id of ${name}`, name, size: 3 });
const uploadAll: Upload = async (file) => stored(file.name);

/** Chooses files as the native chooser would. */
function chooseFiles(field: DvkFileField, ...files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const chooser = field.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  chooser.files = transfer.files;
  chooser.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  chooser.dispatchEvent(new Event('change', { bubbles: true }));
}

describeFormControl<DvkFileField>({
  tag: 'dvk-file-field',
  prepare: (field) => (field.upload = uploadAll),
  initial: { attribute: JSON.stringify([stored('a.pdf'), stored('b.pdf')]), entries: ['id of a.pdf', 'id of b.pdf'] },
  byScript: { set: (field) => (field.files = [stored('c.pdf')]), entries: ['id of c.pdf'] },
  byPerson: {
    enter: async (field) => {
      chooseFiles(field, pdf('d.pdf'));
      await waitUntil(() => field.value.length === 1);
    },
    entries: ['id of d.pdf'],
  },
  requiredMessage: 'Đính kèm họ và tên',
  role: 'group',
});

describe('dvk-file-field', () => {
  expectNoPolicyViolations();
  const make = async (upload: Upload) => {
    const field = await fixture<DvkFileField>(
      html`<dvk-file-field
        name="f"
        label="Minh chứng"
        accept=".pdf,image/*"
        max-size="10"
        max-files="3"
      ></dvk-file-field>`,
    );
    field.upload = upload;
    return field;
  };
  const states = async (field: DvkFileField) => {
    await field.updateComplete;
    return [...field.shadowRoot!.querySelectorAll('.file')].map(
      (file) => `${file.querySelector('.name')!.textContent}: ${file.querySelector('.state')!.textContent!.trim()}`,
    );
  };

  it('says of each file what is wrong with it, and keeps the others', async () => {
    const field = await make(uploadAll);
    chooseFiles(field, pdf('to.pdf', 11), pdf('rong.pdf', 0), new File(['x'], 'a.exe', { type: 'application/x-exe' }));
    assert.deepEqual(await states(field), [
      'to.pdf: Tệp lớn hơn 10\u00a0B',
      'rong.pdf: Tệp rỗng',
      'a.exe: Chỉ nhận ảnh và PDF',
    ]);
    assert.isFalse(field.checkValidity());
  });

  for (const [name, type, accept] of [
    ['anh.jfif', '', '.jpg'],
    ['anh.jfif', 'image/jpeg', '.jpg,.png'],
    ['anh.JPE', '', 'image/jpeg'],
    ['anh.jpg.', '', '.jpg'],
    ['1000012345', 'image/jpeg', '.jpg,.pdf'],
    ['1000012345', '', '.jpg,.pdf'],
    ['Ảnh 28.11.2026', '', '.jpg'],
    ['anh.jpg', 'image/pjpeg', 'image/jpeg'],
    ['anh', 'image/pjpeg', '.jpeg'],
    ['anh', 'image/JPEG; charset=binary', '.jpg'],
    ['anh', 'application/octet-stream', '.jpg'],
    ['anh.bin', 'image/png', 'image/*'],
    ['anh.jfif', 'application/octet-stream', 'image/*'],
    ['anh.apng', 'image/apng', '.png'],
    ['anh.png', 'image/x-png', 'image/png'],
    ['don.pdf', 'application/octet-stream', 'application/pdf'],
    ['don', 'application/x-pdf', '.pdf'],
    ['don.tar.gz', '', '.tar.gz'],
  ] as const)
    it(`takes “${name}” of type “${type}” where ${accept} is welcome`, async () => {
      const field = await make(uploadAll);
      field.accept = accept;
      chooseFiles(field, new File(['x'], name, { type }));
      await waitUntil(() => field.value.length === 1);
      const chooser = field.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
      if (accept === '.jpg') assert.include(chooser.accept.split(','), '.jfif', 'the chooser does not hide it either');
    });

  it('says of a picture that is not welcome what is', async () => {
    const field = await make(uploadAll);
    field.accept = '.jpg,.jpeg,image/png,.docx';
    const files = [new File(['x'], 'a.heic', { type: '' }), new File(['x'], 'a.gif', { type: 'image/gif' })];
    chooseFiles(field, ...files, new File(['x'], 'a.exe', { type: '' }));
    const [heic, gif, exe] = await states(field);
    assert.include(heic, 'Tương thích nhất');
    assert.equal(gif, 'a.gif: Chỉ nhận ảnh JPG, PNG và Word (.docx)');
    assert.include(exe, 'Chỉ nhận ảnh JPG');
  });

  it('uploads one after the other, says the progress in words, and blocks the form meanwhile', async () => {
    const finish: (() => void)[] = [];
    const field = await make((file, { onProgress }) => {
      onProgress(2);
      return new Promise((done) => finish.push(() => done(stored(file.name))));
    });
    chooseFiles(field, pdf('a.pdf', 4), pdf('b.pdf', 4));
    assert.deepEqual(await states(field), ['a.pdf: 50% / 4\u00a0B', 'b.pdf: Đang chờ']);
    assert.equal(field.shadowRoot!.querySelector('[role=status]')!.textContent, 'Đang tải lên a.pdf: 50%');
    assert.equal(field.validationMessage, 'Chờ tệp tải lên xong');
    finish[0]!();
    await waitUntil(() => finish.length === 2);
    finish[1]!();
    await waitUntil(() => field.value.length === 2);
    assert.isTrue(field.checkValidity());
  });

  const replacing: Record<string, [act: (field: DvkFileField) => void, value: string[]]> = {
    'a reset': [(field) => field.formResetCallback(), []],
    'a script': [(field) => (field.files = [stored('b.pdf')]), ['id of b.pdf']],
    'a draft': [(field) => field.restoreState(JSON.stringify([stored('c.pdf')])), ['id of c.pdf']],
  };
  for (const [who, [act, value]] of Object.entries(replacing))
    it(`stops what is under way, and says no more of it, when ${who} puts other files in its place`, async () => {
      let under: { signal: AbortSignal; done: (file: StoredFile) => void } | undefined;
      const field = await make(
        (_, { signal, onProgress }) =>
          new Promise((done) => {
            under = { signal, done };
            onProgress(2);
          }),
      );
      chooseFiles(field, pdf('a.pdf'));
      await field.updateComplete;
      const status = field.shadowRoot!.querySelector('[role=status]')!;
      assert.include(status.textContent, 'a.pdf');
      act(field);
      under!.done(stored('a.pdf'));
      await new Promise((done) => setTimeout(done));
      await field.updateComplete;
      assert.isTrue(under!.signal.aborted);
      assert.equal(status.textContent, '');
      assert.deepEqual(field.value, value);
    });

  it('lets a failed file be sent again or removed', async () => {
    let fail = true;
    const field = await make(async (file) => {
      if (fail) throw new Error('broken line');
      return stored(file.name);
    });
    chooseFiles(field, pdf('a.pdf'));
    await waitUntil(() => field.validity.customError && field.shadowRoot!.querySelector('.failed'));
    assert.deepEqual(
      (await accessibilityTree('dvk-file-field')).filter((line) => line.startsWith('button')),
      [
        'button "Chọn thêm tệp" – "1/3 tệp, mỗi tệp không quá 10\u00a0B. Ảnh được thu nhỏ trước khi gửi."',
        'button "Thử lại a.pdf"',
        'button "Xóa a.pdf"',
      ],
    );
    fail = false;
    field.shadowRoot!.querySelector<HTMLElement>('[aria-label="Thử lại a.pdf"]')!.click();
    await waitUntil(() => field.value.length === 1);
    await field.updateComplete;
    field.shadowRoot!.querySelector<HTMLElement>('[aria-label="Xóa a.pdf"]')!.click();
    assert.deepEqual(field.value, []);
    assert.equal(field.shadowRoot!.activeElement?.className, 'button open', 'the focus does not get lost');
  });

  it('does not offer to repeat what the server refused for good, and shows its reason', async () => {
    const field = await make(() =>
      Promise.reject(Object.assign(new Error('415'), { status: 415, detail: 'Tệp có macro không được nhận' })),
    );
    chooseFiles(field, pdf('a.pdf'));
    await waitUntil(() => field.shadowRoot!.querySelector('.failed'));
    assert.deepEqual(await states(field), ['a.pdf: Tệp có macro không được nhận']);
    assert.isNull(field.shadowRoot!.querySelector('[aria-label="Thử lại a.pdf"]'));
  });

  for (const [status, words, offersRetry] of [
    [302, vi.fileFailed, true],
    [403, vi.fileFailed, true],
    [413, vi.fileTooBigForServer, false],
  ] as const)
    it(`has words of its own where a gateway refuses with ${status}`, async () => {
      const context = { operation: 'attachments.upload', attempts: 1 };
      const refused = new ProblemError(new Response(null, { status }), '<h1>nginx</h1>', undefined, context);
      const field = await make(() => Promise.reject(refused));
      chooseFiles(field, pdf('a.pdf'));
      await waitUntil(() => field.shadowRoot!.querySelector('.failed'));
      assert.deepEqual(await states(field), [`a.pdf: ${words}`]);
      assert.equal(field.shadowRoot!.querySelector('[aria-label="Thử lại a.pdf"]') !== null, offersRetry);
    });

  it('goes on with the next file when one under way is removed', async () => {
    const field = await make((file) =>
      file.name === 'treo.pdf' ? new Promise<StoredFile>(() => {}) : Promise.resolve(stored(file.name)),
    );
    chooseFiles(field, pdf('treo.pdf'), pdf('b.pdf'));
    await field.updateComplete;
    field.shadowRoot!.querySelector<HTMLElement>('[aria-label="Xóa treo.pdf"]')!.click();
    await waitUntil(() => field.value.length === 1);
  });
});

/** Photos: made small before they are sent, shown as tiles, taken with the camera of a telephone. */
import { assert, fixture, html } from '@open-wc/testing';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import './define.ts';
import type { DvkFileField } from './dvk-file-field.ts';

/** A picture that compresses badly, as photos do: left half dark, right half light. */
async function jpeg(width: number, height: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  const pixels = context.createImageData(width, height);
  let seed = 1;
  for (let at = 0; at < pixels.data.length; at += 4) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    const light = ((at / 4) % width < width / 2 ? 0 : 170) + ((seed >> 16) % 80);
    pixels.data.set([light, light, light, 255], at);
  }
  context.putImageData(pixels, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg', 0.95));
}

/** Puts EXIF data into a JPEG: the camera was turned by a quarter, and a text where others have the place. */
async function withExif(photo: Blob): Promise<Blob> {
  const text = (words: string) => [...new TextEncoder().encode(words)];
  const header = [0, 0, 0, 8, 0, 1];
  // A short, 6; and no further directory.
  const orientation = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const exif = [...text('Exif\0\0MM\0*'), ...header, ...orientation, ...text('GPS 10.7 106.6')];
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const length = exif.length + 2;
  return new Blob(
    [bytes.slice(0, 2), new Uint8Array([0xff, 0xe1, length >> 8, length & 255, ...exif]), bytes.slice(2)],
    {
      type: 'image/jpeg',
    },
  );
}

const asText = async (blob: Blob) => new TextDecoder('latin1').decode(await blob.arrayBuffer());

/** Whether the upper half is darker than the lower one. */
async function isDarkAbove(photo: Blob): Promise<boolean> {
  const bitmap = await createImageBitmap(photo);
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 2 }).getContext('2d')!;
  context.drawImage(bitmap, 0, 0, 1, 2);
  const { data } = context.getImageData(0, 0, 1, 2);
  return data[0]! < data[4]!;
}

describe('photos of dvk-file-field', () => {
  expectNoPolicyViolations();

  const make = async (attributes: Record<string, string> = {}) => {
    const field = await fixture<DvkFileField>(html`<dvk-file-field name="f" label="Ảnh"></dvk-file-field>`);
    field.accept = '.jpg,.heic,.pdf';
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    const sent: File[] = [];
    field.upload = async (file) => {
      sent.push(file);
      return { id: String(sent.length), name: file.name, size: file.size };
    };
    const choose = async (...files: File[]) => {
      field.addFiles(files);
      await waitUntil(() => field.checkValidity() || field.shadowRoot!.querySelector('.failed'), 'all are sent');
      await field.updateComplete;
    };
    return { field, sent, choose, all: (selector: string) => [...field.shadowRoot!.querySelectorAll(selector)] };
  };

  it('are sent small, upright, and without the place where they were taken', async () => {
    const original = await withExif(await jpeg(2400, 1200));
    assert.include(await asText(original), 'GPS');
    const { sent, choose, all, field } = await make({ 'max-size': String(original.size - 1) });
    await choose(new File([original], 'ảnh.jpg', { type: 'image/jpeg' }));
    const [photo] = sent;
    assert.equal(photo!.name, 'ảnh.jpg');
    assert.isBelow(photo!.size, original.size, 'so it may be sent although the original was too large');
    assert.notInclude(await asText(photo!), 'GPS');
    const { width, height } = await createImageBitmap(photo!);
    assert.deepEqual([width, height], [1024, 2048]);
    assert.isTrue(await isDarkAbove(photo!));
    assert.match((all('img')[0] as HTMLImageElement).src, /^data:image\/jpeg/);
    assert.include(all('.state')[0]!.textContent, 'Đã tải');
    assert.deepEqual(await axe(field), []);
  });

  it('are made small beside the page, and in it where the worker dies', async () => {
    const { Worker } = window;
    const photo = await jpeg(2200, 1100);
    const made: URL[] = [];
    let answers = 0;
    class Dying extends EventTarget {
      postMessage() {
        setTimeout(() => this.dispatchEvent(new Event('error')));
      }
      terminate() {}
    }
    try {
      for (const [how, Kind] of [
        ['lives', Worker],
        ['dies', Dying as unknown as typeof Worker],
      ] as const) {
        window.Worker = new Proxy(Kind, {
          construct(_, [url, options]: [URL, WorkerOptions]) {
            made.push(url);
            const worker = new Kind(url, options);
            worker.addEventListener('message', () => (answers += 1));
            return worker;
          },
        });
        // A copy of the module with a worker of its own.
        const { scalePhoto } = (await import(
          new URL(`./scale-photo.ts?${how}`, import.meta.url).href
        )) as typeof import('./scale-photo.ts');
        const scaled = await scalePhoto(photo);
        assert.equal((await createImageBitmap(scaled!.photo!)).width, 2048, how);
        assert.equal(await scalePhoto(new Blob(['x'], { type: 'image/heic' })), undefined);
      }
      assert.equal(answers, 2, 'of the worker that lives');
      assert.equal(made.length, 2, 'a dead one is not tried again');
    } finally {
      window.Worker = Worker;
    }
  });

  it('are sent as they are where the browser cannot draw them, or they are small', async () => {
    const { sent, choose, all } = await make();
    const small = new File([await jpeg(60, 30)], 'nho.jpg', { type: 'image/jpeg' });
    const heic = new File([new Uint8Array(9)], 'iphone.heic', { type: 'image/heic' });
    await choose(small, heic);
    assert.deepEqual(sent, [small, heic]);
    assert.deepEqual(
      all('.photo').map((tile) => [
        tile.querySelector('img') !== null,
        tile.querySelector('.name')!.matches('.hidden'),
      ]),
      [
        [true, true],
        [false, false],
      ],
      'one with its picture, one with its name',
    );
  });

  it('that the server converts say so once they have arrived there', async () => {
    const { field, all } = await make();
    let report: ((sent: number) => void) | undefined;
    field.upload = (_, { onProgress }) => {
      report = onProgress;
      return new Promise(() => {});
    };
    field.addFiles([new File([new Uint8Array(9)], 'iphone.heic', { type: '' })]);
    await waitUntil(() => report, 'it is being sent');
    const said = async (sent: number) => {
      report!(sent);
      await field.updateComplete;
      return all('.state')[0]!.textContent.trim();
    };
    assert.include(await said(8), 'Đang tải 88%');
    assert.include(await said(9), 'Đang chuyển đổi ảnh');
  });

  it('come from the camera or the gallery of a telephone, and other files from a third button', async () => {
    const { matchMedia } = window;
    window.matchMedia = (query) => ({ matches: query.includes('coarse') }) as MediaQueryList;
    try {
      const { field, all } = await make();
      field.requestUpdate();
      await field.updateComplete;
      const chooser = all('[type=file]')[0] as HTMLInputElement;
      const opened: unknown[] = [];
      chooser.addEventListener('click', (event) => {
        event.preventDefault();
        opened.push([
          chooser.getAttribute('capture'),
          chooser.multiple,
          chooser.accept.includes('.pdf'),
          chooser.accept.includes('.jpg'),
        ]);
      });
      const buttons = all('button') as HTMLButtonElement[];
      assert.deepEqual(
        buttons.map(({ textContent }) => textContent.trim()),
        ['Chụp ảnh', 'Chọn ảnh có sẵn', 'Gửi kèm tệp PDF'],
      );
      for (const button of buttons) {
        assert.isAtLeast(button.getBoundingClientRect().height, 44);
        button.click();
      }
      assert.deepEqual(opened, [
        ['environment', false, false, true],
        [null, true, false, true],
        [null, true, true, false],
      ]);
      assert.notInclude(field.shadowRoot!.textContent, 'thả tệp');
    } finally {
      window.matchMedia = matchMedia;
    }
  });
});

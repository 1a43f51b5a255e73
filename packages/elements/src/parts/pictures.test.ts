import { assert } from '@open-wc/testing';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { parts as texts } from '../locale/parts/vi.ts';
import { viewer as viewerTexts } from '../locale/viewer/vi.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { showPart } from '../testkit/part.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import { beforeAfter, beforeAfterStyles } from './before-after.ts';
import { Thumbnails, thumbnailStyles, type ThumbnailFile } from './thumbnails.ts';

const files: ThumbnailFile[] = [
  { id: '1', name: 'rác.png', mediaType: 'image/png', size: 2000 },
  { id: '2', name: 'ngõ.png', mediaType: 'image/png', size: 3000 },
  { id: '3', name: 'Đơn.pdf', mediaType: 'application/pdf', size: 1_300_000 },
];

/** A picture of 40 × 20 pixels. */
async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(40, 20);
  canvas.getContext('2d')!.fillRect(0, 0, 20, 20);
  return canvas.convertToBlob();
}

function page(load: (file: ThumbnailFile) => Promise<Blob>, loadViewer = () => import('./viewer.ts')) {
  const failures: unknown[] = [];
  const thumbnails = new Thumbnails<ThumbnailFile>(
    { requestUpdate: () => shown.show(content()) },
    { load, loadViewer, onFailed: (error) => failures.push(error) },
  );
  const content = () => html`${thumbnails.render({ files, texts, viewerTexts })}`;
  const shown = showPart(content(), thumbnailStyles);
  /** The open viewer. */
  const viewer = () => shown.find('li > div:not([class])')?.shadowRoot;
  const canvas = () => viewer()!.querySelector('canvas');
  return { shown, viewer, canvas, failures };
}

describe('thumbnails', () => {
  expectNoPolicyViolations();

  it('shows pictures small, asking for each once, and other files by name and size', async () => {
    const asked: string[] = [];
    const { shown } = page((file) => (asked.push(file.id), picture()));
    await waitUntil(() => shown.all('img').length === 2);
    assert.deepEqual(asked, ['1', '2']);
    assert.match(shown.find<HTMLImageElement>('img').src, /^data:image\/png/);
    await waitUntil(() => shown.find<HTMLImageElement>('img').naturalWidth === 40);
    assert.deepEqual(
      shown.all('.thumbnail').map((button) => button.ariaLabel),
      ['Xem rác.png', 'Xem ngõ.png'],
    );
    assert.match(shown.find('.file-line').textContent!, /Đơn\.pdf.*mở trong thẻ mới.*1,2\sMB/s);
    assert.deepEqual(await axe(shown.root.host), []);
  });

  it('says when the viewer could not be loaded, and tries again', async () => {
    let tries = 0;
    const { shown, viewer } = page(picture, () =>
      (tries += 1) === 1 ? Promise.reject(new TypeError('Failed to fetch')) : import('./viewer.ts'),
    );
    shown.find('.thumbnail').click();
    await waitUntil(() => shown.find('[role=alert]').textContent);
    shown.find('.thumbnail').click();
    await waitUntil(viewer);
    assert.equal(shown.find('[role=alert]').textContent, '');
  });

  it('opens a PDF in a tab that the click itself has opened, and saves it where none may open', async () => {
    const pdf = new Blob(['%PDF-1.7'], { type: 'application/pdf' });
    const { shown, failures } = page(async () => pdf);
    const { open } = window;
    const addresses: string[] = [];
    let saved = '';
    const onClick = (event: Event) => {
      const [link] = event.composedPath() as HTMLAnchorElement[];
      if (!link?.download) return;
      event.preventDefault();
      saved = link.download;
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      this.addEventListener('click', onClick);
      click.call(this);
    };
    try {
      window.open = () => ({ location: { replace: (url: string) => addresses.push(url) } }) as unknown as Window;
      shown.find('.file-name').click();
      await waitUntil(() => addresses.length);
      assert.match(addresses[0]!, /^blob:/);
      window.open = () => null;
      shown.find('.file-name').click();
      await waitUntil(() => saved);
      assert.equal(saved, 'Đơn.pdf');
      assert.deepEqual(failures, []);
    } finally {
      Object.assign(window, { open });
      HTMLAnchorElement.prototype.click = click;
    }
  });
});

describe('viewer', () => {
  expectNoPolicyViolations();

  it('goes through the pictures by keyboard, turns and zooms, and gives the focus back', async () => {
    const { shown, viewer, canvas } = page(picture);
    const thumbnail = shown.find('.thumbnail');
    thumbnail.focus();
    thumbnail.click();
    await waitUntil(() => viewer() && canvas());
    assert.equal(canvas()!.ariaLabel, 'rác.png');
    assert.deepEqual([canvas()!.width, canvas()!.height], [40, 20]);
    assert.deepEqual(await axe(shown.root.host), []);

    await sendKeys({ press: 'r' });
    await waitUntil(() => canvas()!.width === 20);
    assert.equal(canvas()!.clientWidth, 20);
    await sendKeys({ press: '+' });
    assert.equal(canvas()!.clientWidth, 30);
    // Zoomed in, the arrows move over the picture.
    await sendKeys({ press: 'ArrowRight' });
    assert.equal(canvas()!.ariaLabel, 'rác.png');
    await sendKeys({ press: '-' });
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => canvas()?.ariaLabel === 'ngõ.png');
    assert.equal(viewer()!.querySelector('.position')!.textContent!.trim(), '2 trong 2');

    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !viewer());
    assert.equal(shown.root.activeElement, thumbnail);
  });

  it('says when a picture could not be loaded, and tries again', async () => {
    let isDown = true;
    const { shown, viewer, canvas } = page(() => (isDown ? Promise.reject(new Error('down')) : picture()));
    shown.find('.thumbnail').click();
    await waitUntil(() => viewer()?.querySelector('[role=alert]'));
    isDown = false;
    viewer()!.querySelector<HTMLElement>('.retry')!.click();
    await waitUntil(() => canvas());
  });
});

describe('before and after', () => {
  expectNoPolicyViolations();

  it('stands side by side on a phone, and opens', async () => {
    const opened: string[] = [];
    const side = (who: string) => ({
      src: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
      alt: 'đầu ngõ 15',
      when: '29/11/2026',
      who,
      onOpen: () => opened.push(who),
    });
    const { root, all } = showPart(beforeAfter(side('quý vị gửi'), side('phường gửi'), texts), beforeAfterStyles);
    (root.host as HTMLElement).style.width = '328px';
    const [before, after] = all('figure').map((figure) => figure.getBoundingClientRect());
    assert.equal(before!.top, after!.top);
    assert.deepEqual(await axe(root.host), []);
    all('button')[1]!.click();
    assert.deepEqual(opened, ['phường gửi']);
  });
});

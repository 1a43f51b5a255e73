import { assert } from '@open-wc/testing';
import jsQR from 'jsqr';
import { html } from 'lit';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { showPart } from '../testkit/part.ts';
import { qrCode } from './qr.ts';
import { codesBlock, qrStyles, receiptCard, receiptStyles } from './receipt.ts';

const address = 'https://tinh.example/tra-cuu#PA-261129-0005-Q.TNXE-4MC7-VQX2-6ATN';

/** What a scanner reads from a drawing. */
async function scan(svg: Element, side: number): Promise<string | undefined> {
  const copy = svg.cloneNode(true) as Element;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  for (const length of ['width', 'height']) copy.setAttribute(length, String(side));
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d')!;
  // Grey around it: the white edge has to be its own.
  context.fillStyle = '#888';
  context.fillRect(0, 0, side, side);
  context.drawImage(picture, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  return jsQR.default(data, side, side)?.data;
}

describe('receipt', () => {
  expectNoPolicyViolations();

  it('has a QR code that scanners read, at the size of a phone and on paper', async () => {
    const { find } = showPart(qrCode(address, 'Mã QR để xem phản ánh'), qrStyles);
    for (const side of [120, 184, 400]) assert.equal(await scan(find('svg'), side), address);
  });

  it('keeps the code dark on white in dark mode', () => {
    const { root, find, all } = showPart(qrCode(address, 'Mã QR'), qrStyles);
    (root.host as HTMLElement).style.colorScheme = 'dark';
    assert.deepEqual(
      all('path').map((path) => getComputedStyle(path).fill),
      ['rgb(255, 255, 255)', 'rgb(22, 32, 43)'],
    );
    assert.equal(getComputedStyle(find('svg')).forcedColorAdjust, 'none');
  });

  it('leaves the code itself at least 28 mm wide on paper', () => {
    const { find } = showPart(qrCode(address, 'Mã QR'), qrStyles);
    const side = Number(find('svg').getAttribute('viewBox')!.split(' ')[2]);
    const [, printed] = /@media print\s*{\s*\.qr\s*{\s*inline-size: (\d+)mm/.exec(qrStyles.cssText)!;
    assert.isAtLeast((Number(printed) * (side - 8)) / side, 28);
  });

  it('shows the codes with one button that copies all of them', async () => {
    let copied = 0;
    const { root, find, all } = showPart(
      receiptCard({
        office: 'Ủy ban nhân dân phường Tân Ninh',
        paper: 'Phiếu tiếp nhận phản ánh, kiến nghị',
        status: html``,
        codes: codesBlock({
          codes: [
            { name: 'Mã tra cứu', value: 'PA-261129-0005-Q' },
            { name: 'Mã bí mật', value: 'TNXE-4MC7-VQX2-6ATN' },
          ],
          copy: 'Sao chép cả hai mã',
          onCopy: () => (copied += 1),
        }),
        qr: qrCode(address, 'Mã QR để xem phản ánh'),
        qrTitle: 'Xem trên máy khác',
        qrText: 'Quét mã này bằng camera điện thoại.',
        warning: html``,
        actions: html`<button class="button primary">Theo dõi phản ánh này</button>`,
      }),
      receiptStyles,
    );
    assert.deepEqual(await axe(root.host), []);
    find('.codes button').click();
    assert.equal(copied, 1);
    assert.deepEqual(
      all('.codes dd').map((code) => code.textContent),
      ['PA-261129-0005-Q', 'TNXE-4MC7-VQX2-6ATN'],
    );
  });
});

import type { ReceiptCode } from '../parts/receipt.ts';

export interface ReceiptPicture {
  office: string;
  paper: string;
  codes: readonly Pick<ReceiptCode, 'name' | 'value'>[];
  note: string;
  /** The QR code on the page. */
  qr: SVGSVGElement | null;
}

const width = 720;
const edge = 48;
const ink = '#16202b';

/** A picture of a receipt, for the photos of a telephone: who, both codes, QR code. Rejects where the browser cannot draw. */
export async function drawReceipt({ office, paper, codes, note, qr }: ReceiptPicture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const side = qr ? 360 : 0;
  canvas.width = width;
  canvas.height = 300 + codes.length * 120 + side;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = ink;
  let y = edge + 12;
  const write = (text: string, font: string, height: number) => {
    pen.font = font;
    for (const line of linesOf(pen, text, width - 2 * edge)) {
      pen.fillText(line, edge, y);
      y += height;
    }
  };
  const family = getComputedStyle(document.body).fontFamily || 'sans-serif';
  write(office, `700 28px ${family}`, 38);
  write(paper, `22px ${family}`, 54);
  for (const { name, value } of codes) {
    write(name, `20px ${family}`, 40);
    write(value, '700 36px ui-monospace, "DejaVu Sans Mono", Consolas, monospace', 62);
  }
  write(note, `20px ${family}`, 28);
  if (qr) drawQr(pen, qr, { x: (width - side) / 2, y, side });
  return new Promise((resolve, reject) => {
    canvas.toBlob((picture) => (picture ? resolve(picture) : reject(new Error('The receipt cannot be drawn.'))));
  });
}

function linesOf(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Draws the shapes of the code as they are on the page. */
function drawQr(pen: CanvasRenderingContext2D, qr: SVGSVGElement, at: { x: number; y: number; side: number }): void {
  const size = qr.viewBox.baseVal.width;
  pen.save();
  pen.translate(at.x, at.y);
  pen.scale(at.side / size, at.side / size);
  for (const path of qr.querySelectorAll('path')) {
    pen.save();
    const { e = 0, f = 0 } = path.transform.baseVal.consolidate()?.matrix ?? {};
    pen.translate(e, f);
    pen.fillStyle = path.getAttribute('fill')!;
    pen.fill(shapeOf(path));
    pen.restore();
  }
  pen.restore();
}

const shapeOf = (path: SVGPathElement) => new Path2D(path.getAttribute('d')!);

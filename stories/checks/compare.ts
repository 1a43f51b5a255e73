/** Pictures of a page: made smaller, compared, and what differs marked. Runs in a page of the browser, which knows how to. */
import type { Page } from 'playwright-core';

export interface Comparison {
  /** What is stored of the screenshot. */
  picture: Buffer;
  /** Its size, `width × height`. */
  size: string;
  /** The size of what was stored before; empty without. */
  was: string;
  /** How many squares were compared, how many of them differ, and how many of those touch each other in the largest group. */
  squares: number;
  differ: number;
  largest: number;
  /** The picture with what differs marked; empty if nothing does. */
  difference: Buffer;
}

const dataUrl = (bytes: Buffer, type: string): string => `data:image/${type};base64,${bytes.toString('base64')}`;
const bytesOf = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

/**
 * Makes a screenshot half as large and compares it with what was stored before, by the mean colours of squares of 16 px of the
 * page that overlap by half. Another machine draws letters a little differently: squares differ here and there. A part that is missing,
 * moved or of another colour makes squares differ that touch each other.
 * @param tolerance of 255, by how much the mean colour of a square may differ
 */
export async function compare(
  page: Page,
  screenshot: Buffer,
  before: Buffer | undefined,
  tolerance: number,
): Promise<Comparison> {
  const { picture, difference, ...result } = await page.evaluate(
    async ({ now, before, tolerance }) => {
      const draw = async (address: string, scale: number) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(image.width * scale);
        canvas.height = Math.round(image.height * scale);
        const context = canvas.getContext('2d', { willReadFrequently: true })!;
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        return { canvas, context, data: context.getImageData(0, 0, canvas.width, canvas.height) };
      };
      /** The mean colours of squares of 8 × 8 pixels that overlap by half. */
      const means = ({ data, width }: ImageData, columns: number, rows: number) => {
        const result = new Float32Array(columns * rows * 3);
        for (let row = 0; row < rows; row += 1)
          for (let column = 0; column < columns; column += 1)
            for (let colour = 0; colour < 3; colour += 1) {
              let sum = 0;
              for (let y = 0; y < 8; y += 1)
                for (let x = 0; x < 8; x += 1) sum += data[((row * 4 + y) * width + column * 4 + x) * 4 + colour]!;
              result[(row * columns + column) * 3 + colour] = sum / 64;
            }
        return result;
      };
      /** The sizes of the groups of squares that touch, also by a corner. */
      const groupsOf = (squares: ReadonlySet<number>, columns: number): number[] => {
        const left = new Set(squares);
        const sizes: number[] = [];
        for (const first of left) {
          // A set goes on with what is added meanwhile.
          const group = new Set([first]);
          for (const square of group) {
            left.delete(square);
            for (const up of [-1, 0, 1])
              for (const aside of [-1, 0, 1]) {
                const near = square + up * columns + aside;
                const isBeside = Math.abs((near % columns) - (square % columns)) <= 1;
                if (isBeside && left.has(near)) group.add(near);
              }
          }
          sizes.push(group.size);
        }
        return sizes;
      };
      const sizeOf = ({ width, height }: HTMLCanvasElement) => `${width} × ${height}`;
      const { canvas, context } = await draw(now, 0.5);
      const size = sizeOf(canvas);
      const picture = canvas.toDataURL('image/webp', 0.5);
      if (!before) return { picture, size, was: '', squares: 0, differ: 0, largest: 0, difference: '' };
      const stored = await draw(before, 1);
      // As it is stored, so that what storing takes away differs on neither side.
      const { data } = await draw(picture, 1);
      const columns = Math.floor(Math.min(canvas.width, stored.canvas.width) / 4) - 1;
      const rows = Math.floor(Math.min(canvas.height, stored.canvas.height) / 4) - 1;
      const [a, b] = [means(data, columns, rows), means(stored.data, columns, rows)];
      const differing = new Set<number>();
      context.strokeStyle = '#f0f';
      for (let square = 0; square < columns * rows; square += 1) {
        if ([0, 1, 2].every((colour) => Math.abs(a[square * 3 + colour]! - b[square * 3 + colour]!) <= tolerance))
          continue;
        differing.add(square);
        context.strokeRect((square % columns) * 4, Math.floor(square / columns) * 4, 8, 8);
      }
      const difference = differing.size > 0 ? canvas.toDataURL('image/webp', 0.5) : '';
      const largest = Math.max(0, ...groupsOf(differing, columns));
      const squares = columns * rows;
      return { picture, size, was: sizeOf(stored.canvas), squares, differ: differing.size, largest, difference };
    },
    { now: dataUrl(screenshot, 'png'), before: before && dataUrl(before, 'webp'), tolerance },
  );
  return { ...result, picture: bytesOf(picture), difference: bytesOf(difference) };
}

/**
 * Pictures under a strict policy. Files come with a header that no `<img>` can send, and `img-src 'self' data:` forbids `blob:`: so
 * the bytes are drawn on a canvas, which needs no address at all, and small ones become `data:` addresses.
 */

/** Draws a picture upright, no longer than so many pixels. Rejects for what this browser cannot draw. */
export async function drawn(file: Blob, longest: number, quarterTurns = 0): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = document.createElement('canvas');
  const isAcross = quarterTurns % 2 === 1;
  canvas.width = isAcross ? height : width;
  canvas.height = isAcross ? width : height;
  const context = canvas.getContext('2d')!;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarterTurns * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2, width, height);
  picture.close();
  return canvas;
}

/** Twice the size of a thumbnail on the page, for dense screens. */
const thumbnailSide = 416;

/** A small copy of a picture, as the address of an `<img>`. */
export async function thumbnailUrl(file: Blob): Promise<string> {
  const canvas = await drawn(file, thumbnailSide);
  return canvas.toDataURL(file.type === 'image/png' ? 'image/png' : 'image/jpeg', 0.8);
}

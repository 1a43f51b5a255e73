// In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`.
import { loadPart } from '../internal/load-part.ts';

/** Loads the drawing of QR codes. */
export const loadQr = (): Promise<typeof import('../parts/qr.ts')> => loadPart(() => import('../parts/qr.ts'));

/** Loads the drawing of a receipt as a picture. */
export const loadPicture = (): Promise<typeof import('./receipt-picture.ts')> =>
  loadPart(() => import('./receipt-picture.ts'));

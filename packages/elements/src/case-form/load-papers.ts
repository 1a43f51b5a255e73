// In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`.

/** Loads the page to check everything on, and the receipt. */
export const loadPapers = (): Promise<typeof import('./check-and-receipt.ts')> => import('./check-and-receipt.ts');

/** Loads the drawing of QR codes. */
export const loadQr = (): Promise<typeof import('../parts/qr.ts')> => import('../parts/qr.ts');

/** Loads the drawing of a receipt as a picture. */
export const loadPicture = (): Promise<typeof import('./receipt-picture.ts')> => import('./receipt-picture.ts');

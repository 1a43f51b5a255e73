import type { scan as vi } from './vi.ts';

export const scan: typeof vi = {
  title: 'Scan the QR code of your receipt',
  hint: 'Hold the QR code in the middle of the picture.',
  opening: 'Opening the camera…',
  refused: 'The camera cannot be used. Allow this page to use it and try again, or enter both codes of the receipt.',
  other: 'This QR code is not one of a receipt.',
  enterCodes: 'Enter both codes',
};

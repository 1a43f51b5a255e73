import type { paper as vi } from './vi.ts';

export const paper: typeof vi = {
  state: 'SOCIALIST REPUBLIC OF VIỆT NAM',
  motto: 'Independence - Freedom - Happiness',
  party: 'COMMUNIST PARTY OF VIỆT NAM',
  number: { state: (number) => `No. ${number}`, party: (number) => `No. ${number}` },
  dated: (place, day) => (place ? `${place}, ${day}` : day),
  signature: '(signature, full name)',
  listSigners: ['Drawn up by', 'Head of the unit'],
  printed: (when) => `Printed from the system, ${when}.`,
};

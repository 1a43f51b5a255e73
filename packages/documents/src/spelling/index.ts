/** Where a paper puts the marks of tones: “ủy” or “uỷ”. */
export { spell, spellings, type Tones } from './spelling.ts';

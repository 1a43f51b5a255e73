import { wholeIn } from './check.ts';

/**
 * Uniform numbers in [0, 1) that depend on the seed alone: the same in Node, a browser and a worker. The generator is
 * C. Doty-Humphrey's sfc32 (32-bit steps); good for simulation, not for secrets.
 *
 * @throws InputError when the seed is not a whole number of zero or more.
 */
export function seededRandom(seed: number, pointer = '/seed'): () => number {
  wholeIn(seed, pointer, 0, Number.MAX_SAFE_INTEGER);
  let a = seed >>> 0;
  let b = Math.floor(seed / 2 ** 32);
  let c = 0x9e3779b9;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first steps still show the seed.
  for (let i = 0; i < 12; i++) next();
  return next;
}

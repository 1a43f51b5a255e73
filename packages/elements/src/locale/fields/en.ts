import type { fields as vi } from './vi.ts';

export const fields: typeof vi = {
  required: (name) => `Enter ${name}`,
  choose: (name) => `Choose ${name}`,
  tick: (name) => `Tick the ${name} box`,
  thisField: 'this field',
  optional: '(optional)',
  tooLong: (max) => `At most ${max} characters`,
  tooShort: (min) => `Enter at least ${min} characters`,
  left: (n) => (n < 0 ? `${-n} characters too many` : `${n} characters left`),
  pattern: 'Not valid; please check',
  email: 'Not a valid email, for example lan@gmail.com',
  number: 'Must be a number, for example 8.5',
  count: 'Must be a whole number, for example 12',
  points: 'Must be points, for example 8.25 (at most two decimals)',
  money: 'Must be a whole amount in đồng, for example 1,500,000',
  min: (min) => `Must not be less than ${min}`,
  max: (max) => `Must not be more than ${max}`,
  pick: '– Choose –',
};

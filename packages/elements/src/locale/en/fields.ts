import type { fields as vi } from '../vi/fields.ts';

export const fields: typeof vi = {
  required: (name) => `Enter ${name}`,
  choose: (name) => `Choose ${name}`,
  thisField: 'this field',
  tooLong: (max) => `At most ${max} characters`,
  tooShort: (min) => `At least ${min} characters`,
  left: (n) => (n < 0 ? `${-n} characters too many` : `${n} characters left`),
  pattern: 'Not in the right format',
  number: 'Must be a number, for example 8.5',
  points: 'Must be points, for example 8.25 (at most two decimals)',
  money: 'Must be a whole amount in đồng, for example 1,500,000',
  min: (min) => `Not less than ${min}`,
  max: (max) => `Not more than ${max}`,
};

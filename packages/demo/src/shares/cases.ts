import { CodeCounter } from '../support/code-counter.ts';
import type { Share } from './support/share.ts';
import { makeCases } from '../cases/make-cases.ts';

export const share: Share<'cases'> = (context) => {
  const { province, scale, secretOf } = context;
  const cases = makeCases(context, province, new CodeCounter(), scale);
  return cases.map((each) => ({ ...each, secret: secretOf(each.code) }));
};

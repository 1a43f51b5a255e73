import { bacKan2017, illustrativeModel, illustrativeUnit, tayNinh2022 } from '@dvk/sdk/rubrics';
import type { Share } from './support/share.ts';
import { daysBefore } from '../support/time.ts';

export const share: Share<'rubrics'> = ({ now }) =>
  [tayNinh2022, bacKan2017, illustrativeModel, illustrativeUnit].map((rubric) => ({
    rubric,
    addedAt: daysBefore(now, 400),
  }));

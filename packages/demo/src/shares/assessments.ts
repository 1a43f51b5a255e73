import type { Share } from './support/share.ts';
import { demoUnitCode } from '../units/province.ts';
import { makeAssessment } from '../assessments/make-assessment.ts';
import { planForModel, planForUnits } from '../assessments/planned-assessments.ts';

export const share: Share<'assessments'> = (context) => {
  const { models, province } = context;
  const planned = [...models.flatMap((each) => planForModel(context, each) ?? []), ...planForUnits(context, province)];
  return planned.map((each) => makeAssessment(context, province.unit(demoUnitCode).id, each));
};

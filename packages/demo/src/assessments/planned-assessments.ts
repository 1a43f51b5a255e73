import type { AssessmentStatus } from '@dvk/sdk/assessments';
import type { ModelStatus } from '@dvk/sdk/models';
import { bacKan2017, illustrativeModel, tayNinh2022 } from '@dvk/sdk/rubrics';
import type { Unit, UnitKind } from '@dvk/sdk/units';
import type { AssessmentOutline } from './assessments.ts';
import { Dice } from './dice.ts';
import type { ModelWithHistory } from './models.ts';
import { demoUnitCode } from './persons.ts';
import type { DemoProvince } from './province.ts';
import { between, daysBefore, type Setting } from './history.ts';

/** Where the assessment of a model stands, by where the model stands; no entry: none was opened. */
const modelStandings: Readonly<Partial<Record<ModelStatus, { until: AssessmentStatus; quality: [number, number] }>>> = {
  'self-assessing': { until: 'open', quality: [0.7, 0.95] },
  'awaiting-appraisal': { until: 'submitted', quality: [0.7, 0.95] },
  appraised: { until: 'concluded', quality: [0.75, 0.95] },
  recognised: { until: 'locked', quality: [0.8, 0.98] },
  'not-recognised': { until: 'concluded', quality: [0.4, 0.58] },
};

/** The assessment of a model, between the steps of the model itself. */
export function outlineOfModel(setting: Setting, { row, moments }: ModelWithHistory): AssessmentOutline | undefined {
  const standing = modelStandings[row.status];
  const begin = moments.get('begin-self-assessment');
  if (!standing || !begin) return undefined;
  const dice = new Dice(setting.seed, 'quality', row.id);
  const submit = moments.get('submit-for-appraisal') ?? setting.now;
  const record = moments.get('record-appraisal') ?? setting.now;
  const decision = moments.get('recognise') ?? setting.now;
  const [least, most] = standing.quality;
  return {
    rubric: illustrativeModel,
    subject: { kind: 'model', id: row.id, name: row.name },
    unit: { id: row.ownerUnitId!, name: row.unitName },
    period: begin.slice(0, 4),
    quality: least + dice.next() * (most - least),
    until: standing.until,
    times: [
      between(begin, submit, 0.1),
      between(begin, submit, 0.8),
      between(submit, record, 0.5),
      between(submit, record, 0.9),
      between(record, decision, 0.3),
    ],
  };
}

/** Kinds of unit that the published criteria are for. */
const assessedKinds: readonly UnitKind[] = ['department', 'commune-committee', 'public-service-unit', 'central-unit'];

/** Units found not eligible to be ranked, as two were in Ngân Sơn in 2020. */
const ineligible = 2;

/** The assessments of units by the two published rubrics: last year's all locked, this year's under way. */
export function outlinesOfUnits(setting: Setting, province: DemoProvince): AssessmentOutline[] {
  const year = Number(setting.now.slice(0, 4));
  const demoUnit = province.unit(demoUnitCode);
  const units = province.units.filter(({ kind, code }) => assessedKinds.includes(kind) && code !== 'UBND');
  const committees = units.filter(({ kind }) => kind === 'commune-committee');
  let excluded = 0;

  const outline = (
    unit: Unit,
    period: number,
    rest: Pick<AssessmentOutline, 'rubric' | 'until' | 'times'>,
  ): AssessmentOutline => ({
    ...rest,
    subject: { kind: 'unit', id: unit.id, name: unit.name },
    unit,
    period: String(period),
    quality: 0.74 + new Dice(setting.seed, 'quality', unit.id, period).next() * 0.24,
  });
  const moments = (dice: Dice, ...days: number[]) =>
    days.map((day) => daysBefore(setting.now, day + dice.next() * Math.min(4, day * 0.5)));

  const lastYear = units.map((unit) =>
    outline(unit, year - 1, {
      rubric: tayNinh2022,
      until: 'locked',
      times: moments(new Dice(setting.seed, 'last year', unit.id), 350, 335, 310, 290, 280),
    }),
  );
  const thisYear = units.map((unit) => {
    const dice = new Dice(setting.seed, 'this year', unit.id);
    // The unit that visitors can try is in the middle of scoring itself.
    const until = unit === demoUnit ? 'open' : dice.weighted({ open: 45, submitted: 40, appraised: 15 });
    return outline(unit, year, { rubric: tayNinh2022, until, times: moments(dice, 28, 14, 5) });
  });
  const others = new Set([demoUnit, ...committees.slice(0, 24)]);
  const byOtherRubric = [...others].map((unit) => {
    const dice = new Dice(setting.seed, 'other rubric', unit.id);
    const until = unit === demoUnit ? 'submitted' : dice.weighted({ submitted: 30, appraised: 30, concluded: 40 });
    const made = outline(unit, year, { rubric: bacKan2017, until, times: moments(dice, 40, 24, 12, 4) });
    if (until !== 'concluded' || excluded >= ineligible) return made;
    excluded += 1;
    const reason = 'Không đủ điều kiện xếp loại theo kết luận của hội đồng (mẫu).';
    return { ...made, condition: { conditionId: 'not-eligible', reason } };
  });
  return [...lastYear, ...thisYear, ...byOtherRubric];
}

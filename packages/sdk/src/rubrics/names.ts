import type { ChangeKind } from './change.ts';
import type { ConditionEffect, Quota, Rounding, Rubric, RubricNode, Step } from './schema.ts';
import type { RubricPart } from './tree.ts';

/** The parts of a criteria tree, in Vietnamese. */
export const rubricPartNames: Readonly<Record<RubricPart, string>> = {
  criteria: 'Tiêu chí',
  bonus: 'Điểm cộng',
  deduction: 'Điểm trừ',
};

/** The parts of a criteria tree, in English. */
export const rubricPartNamesEn: Readonly<Record<RubricPart, string>> = {
  criteria: 'Criteria',
  bonus: 'Bonus',
  deduction: 'Deduction',
};

/** The ways a line is scored, and the group, in Vietnamese. */
export const criterionKindNames: Readonly<Record<RubricNode['kind'], string>> = {
  group: 'Nhóm tiêu chí',
  levels: 'Theo mức',
  range: 'Trong khoảng điểm',
  'yes-no': 'Có hoặc không',
  count: 'Theo số lượng',
  ratio: 'Theo tỷ lệ',
  formula: 'Theo công thức',
  gate: 'Điều kiện bắt buộc',
};

/** The ways a line is scored, and the group, in English. */
export const criterionKindNamesEn: Readonly<Record<RubricNode['kind'], string>> = {
  group: 'Group of criteria',
  levels: 'By levels',
  range: 'Within a range',
  'yes-no': 'Yes or no',
  count: 'By count',
  ratio: 'By ratio',
  formula: 'By formula',
  gate: 'Required condition',
};

/** What a condition does to the class, in Vietnamese. */
export const conditionEffectNames: Readonly<Record<ConditionEffect['kind'], string>> = {
  ineligible: 'Không đủ điều kiện xếp loại',
  'at-most': 'Không xếp cao hơn một mức',
  lower: 'Hạ mức xếp loại',
};

/** What a condition does to the class, in English. */
export const conditionEffectNamesEn: Readonly<Record<ConditionEffect['kind'], string>> = {
  ineligible: 'Not eligible for a band',
  'at-most': 'No better than a band',
  lower: 'Lowered by bands',
};

/** The steps of a total, in Vietnamese. */
export const totalStepNames: Readonly<Record<Step, string>> = {
  rescale: 'Quy về thang điểm đầy đủ',
  bonus: 'Cộng điểm cộng',
  deduction: 'Trừ điểm trừ',
  clamp: 'Giới hạn trong thang điểm',
  round: 'Làm tròn',
};

/** The steps of a total, in English. */
export const totalStepNamesEn: Readonly<Record<Step, string>> = {
  rescale: 'Rescale to full marks',
  bonus: 'Add the bonus',
  deduction: 'Subtract the deduction',
  clamp: 'Keep within the scale',
  round: 'Round',
};

/** The ways to round, in Vietnamese. */
export const roundingModeNames: Readonly<Record<Rounding['mode'], string>> = {
  'half-up': 'Đến số gần nhất, nửa thì làm tròn lên',
  'half-even': 'Đến số gần nhất, nửa thì lấy số chẵn',
  up: 'Làm tròn lên',
  down: 'Làm tròn xuống',
};

/** The ways to round, in English. */
export const roundingModeNamesEn: Readonly<Record<Rounding['mode'], string>> = {
  'half-up': 'To the nearest, halves up',
  'half-even': 'To the nearest, halves to even',
  up: 'Up',
  down: 'Down',
};

/** What becomes of lines that do not apply, in Vietnamese. */
export const notApplicableNames: Readonly<Record<Rubric['notApplicable'], string>> = {
  rescale: 'Quy phần còn lại về thang điểm đầy đủ',
  'full-marks': 'Tính đủ điểm',
};

/** What becomes of lines that do not apply, in English. */
export const notApplicableNamesEn: Readonly<Record<Rubric['notApplicable'], string>> = {
  rescale: 'The rest is rescaled to full marks',
  'full-marks': 'Counted in full',
};

/** What becomes of equal results at the ceiling of a quota, in Vietnamese. */
export const tieNames: Readonly<Record<Quota['ties'], string>> = {
  'all-in': 'Lấy tất cả',
  'all-out': 'Không lấy trường hợp nào',
  council: 'Hội đồng quyết định',
};

/** What becomes of equal results at the ceiling of a quota, in English. */
export const tieNamesEn: Readonly<Record<Quota['ties'], string>> = {
  'all-in': 'All of them',
  'all-out': 'None of them',
  council: 'The council decides',
};

/** What the source of a rubric may not publish, in Vietnamese. */
export const unpublishedPartNames: Readonly<Record<NonNullable<Rubric['unpublished']>[number], string>> = {
  criteria: 'Tiêu chí',
  'sub-criteria': 'Tiêu chí thành phần',
  bands: 'Mức xếp loại',
  conditions: 'Trường hợp không xếp loại hoặc hạ mức',
  rounding: 'Cách làm tròn',
};

/** What the source of a rubric may not publish, in English. */
export const unpublishedPartNamesEn: Readonly<Record<NonNullable<Rubric['unpublished']>[number], string>> = {
  criteria: 'Criteria',
  'sub-criteria': 'Sub-criteria',
  bands: 'Bands',
  conditions: 'Conditions',
  rounding: 'Rounding',
};

/** What a new version asks of assessments made with the one before, in Vietnamese. */
export const changeKindNames: Readonly<Record<ChangeKind, string>> = {
  none: 'Không thay đổi',
  texts: 'Chỉ đổi câu chữ',
  'levels-added': 'Có thêm mức',
  recompute: 'Tính lại điểm',
  'some-by-hand': 'Chấm lại một số dòng',
  'all-by-hand': 'Chấm lại tất cả',
};

/** What a new version asks of assessments made with the one before, in English. */
export const changeKindNamesEn: Readonly<Record<ChangeKind, string>> = {
  none: 'No change',
  texts: 'Texts only',
  'levels-added': 'Levels added',
  recompute: 'Points are worked out again',
  'some-by-hand': 'Some lines are scored again',
  'all-by-hand': 'All lines are scored again',
};

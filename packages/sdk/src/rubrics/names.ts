import type { ChangeKind } from './change.ts';
import type { ConditionEffect, Quota, Rounding, Rubric, RubricNode, Step } from './schema.ts';
import type { RubricState } from './standing.ts';

export { rubricPartNames } from './part-names.ts';

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

/** What a condition does to the class, in Vietnamese. */
export const conditionEffectNames: Readonly<Record<ConditionEffect['kind'], string>> = {
  ineligible: 'Không đủ điều kiện xếp loại',
  'at-most': 'Không xếp cao hơn một mức',
  lower: 'Hạ mức xếp loại',
};

/** The steps of a total, in Vietnamese. */
export const totalStepNames: Readonly<Record<Step, string>> = {
  rescale: 'Quy về thang điểm đầy đủ',
  bonus: 'Cộng điểm cộng',
  deduction: 'Trừ điểm trừ',
  clamp: 'Giới hạn trong thang điểm',
  round: 'Làm tròn',
};

/** The ways to round, in Vietnamese. */
export const roundingModeNames: Readonly<Record<Rounding['mode'], string>> = {
  'half-up': 'Đến số gần nhất, nửa thì làm tròn lên',
  'half-even': 'Đến số gần nhất, nửa thì lấy số chẵn',
  up: 'Làm tròn lên',
  down: 'Làm tròn xuống',
};

/** What becomes of lines that do not apply, in Vietnamese. */
export const notApplicableNames: Readonly<Record<Rubric['notApplicable'], string>> = {
  rescale: 'Quy phần còn lại về thang điểm đầy đủ',
  'full-marks': 'Tính đủ điểm',
};

/** What becomes of equal results at the ceiling of a quota, in Vietnamese. */
export const tieNames: Readonly<Record<Quota['ties'], string>> = {
  'all-in': 'Lấy tất cả',
  'all-out': 'Không lấy trường hợp nào',
  council: 'Hội đồng quyết định',
};

/** What the source of a rubric may not publish, in Vietnamese. */
export const unpublishedPartNames: Readonly<Record<NonNullable<Rubric['unpublished']>[number], string>> = {
  criteria: 'Tiêu chí',
  'sub-criteria': 'Tiêu chí thành phần',
  bands: 'Mức xếp loại',
  conditions: 'Trường hợp không xếp loại hoặc hạ mức',
  rounding: 'Cách làm tròn',
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

/** Where a version of a rubric stands, in Vietnamese. */
export const rubricStateNames: Readonly<Record<RubricState, string>> = {
  upcoming: 'Sắp có hiệu lực',
  'in-force': 'Đang áp dụng',
  superseded: 'Đã được thay thế',
  ended: 'Hết hiệu lực',
  withdrawn: 'Đã rút',
};

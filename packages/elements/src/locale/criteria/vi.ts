import {
  conditionEffectNames,
  notApplicableNames,
  roundingModeNames,
  rubricPartNames,
  totalStepNames,
  unpublishedPartNames,
} from '@dvk/sdk/rubrics';

/** Words of a rubric as it is read: its table, and what stands below. */
export const criteria = {
  number: 'TT',
  criterion: 'Nội dung, tiêu chí',
  max: 'Tối đa',
  how: 'Cách chấm',
  evidence: 'Minh chứng',
  total: 'Tổng cộng',
  parts: rubricPartNames,
  upTo: (points: string) => `tối đa ${points} điểm`,
  level: (name: string, points: string) => `${name}: ${points} điểm`,
  range: (min: string, max: string, step: string | undefined) =>
    `Từ ${min} đến ${max} điểm${step ? `, từng ${step} điểm` : ''}`,
  allOrNothing: (points: string, isTaken: boolean) =>
    isTaken ? `Có: trừ ${points} điểm; không: không trừ` : `Đạt: ${points} điểm; không đạt: 0 điểm`,
  each: (unit: string, points: string, isTaken: boolean) => `Mỗi ${unit} ${isTaken ? 'trừ' : 'được'} ${points} điểm`,
  time: 'lần',
  atLeast: (percent: string, points: string) => `Từ ${percent}% trở lên: ${points} điểm`,
  formula: (expression: string) => `Tính tự động: ${expression}`,
  gate: 'Điều kiện bắt buộc, không tính điểm',
  capped: 'Cộng lại không quá điểm tối đa của nhóm',
  mayNotApply: 'Được để “không áp dụng”',
  superior: 'Do cấp trên chấm',
  evidenceOf: (count: number) => (count === 1 ? 'Có minh chứng' : `Ít nhất ${count} tệp`),
  bands: 'Xếp loại',
  noBands: 'Chưa có mức xếp loại.',
  band: (from: string, below: string | undefined) =>
    below === undefined
      ? `từ ${from} điểm trở lên`
      : from === '0'
        ? `dưới ${below} điểm`
        : `từ ${from} đến dưới ${below} điểm`,
  conditions: 'Trường hợp không xếp loại hoặc hạ mức',
  ineligible: conditionEffectNames.ineligible,
  atMost: (band: string) => `Không xếp cao hơn mức ${band}`,
  lower: (count: number) => `Hạ ${count} mức`,
  when: (line: string, points: string) => `khi “${line}” dưới ${points} điểm`,
  computing: 'Cách tính',
  order: 'Thứ tự tính',
  steps: totalStepNames,
  rounding: (unit: string, mode: string) =>
    `Làm tròn đến ${unit} điểm: ${mode.charAt(0).toLowerCase()}${mode.slice(1)}`,
  roundings: roundingModeNames,
  notApplicable: 'Mục “không áp dụng”',
  notApplicables: notApplicableNames,
  reasonAbove: (points: string) => `Phải nêu lý do khi điểm thẩm định lệch quá ${points} điểm`,
  unpublished: (parts: string) => `Nguồn công bố không có: ${parts}. Phần thiếu được để trống, không suy đoán.`,
  unpublishedParts: unpublishedPartNames,
};

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

import type { scopeAreas } from './schema.ts';

/** The areas that programs may be let into, in Vietnamese. */
export const scopeAreaNames: Readonly<Record<(typeof scopeAreas)[number], string>> = {
  assessments: 'Bảng chấm điểm',
  attachments: 'Tệp đính kèm',
  cases: 'Phản ánh, kiến nghị',
  models: 'Mô hình',
  plans: 'Kế hoạch',
  rubrics: 'Bộ tiêu chí',
  settings: 'Thiết lập',
  units: 'Cơ quan, đơn vị',
};

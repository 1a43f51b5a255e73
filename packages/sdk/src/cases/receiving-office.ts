import type { Bilingual } from '../errors/input-error.ts';

/** Who answers while no unit has the case. */
export const receivingOffice: Bilingual = { vi: 'Bộ phận tiếp nhận', en: 'Receiving office' };

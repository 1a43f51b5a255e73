import type { Bilingual } from '../errors/input-error.ts';

/** Who answers a case that is assigned to no unit. */
export const receivingOffice: Bilingual = { vi: 'Bộ phận tiếp nhận', en: 'Receiving office' };

import { refuseFields } from '../problems/problem.ts';
import type { Services } from '../services.ts';

/** Refuses what lies outside the one province that is served. */
export function refuseOtherProvince({ provinceCode }: { provinceCode: string }, { province }: Services): void {
  if (province !== undefined && provinceCode !== province)
    refuseFields([{ pointer: '/provinceCode', code: 'other-province' }]);
}

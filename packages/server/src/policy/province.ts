import { refuseFields } from '../problems/problem.ts';

/** Refuses what lies outside the one province that is served. */
export function refuseOtherProvince(
  { provinceCode }: { provinceCode: string },
  { province }: { province?: string | undefined },
): void {
  if (province !== undefined && provinceCode !== province)
    refuseFields([{ pointer: '/provinceCode', code: 'other-province' }]);
}

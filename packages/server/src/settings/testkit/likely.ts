import type { Known, LikelyRequests, Roll } from '../../testkit/fuzz/known.ts';

/** Another name of the office, in place of the newest version that was seen. */
function office({ recordsOf }: Known, roll: Roll): unknown {
  const versions = recordsOf('settings').flatMap(({ name, version }) => (name === 'office' ? [Number(version)] : []));
  return {
    name: 'office',
    value: { name: `Văn phòng ${Math.floor(roll() * 100)}`, hotline: null },
    validFrom: '2026-01-01',
    validTo: null,
    basis: null,
    reason: 'Đổi tên',
    provisional: false,
    replaces: Math.max(0, ...versions),
  };
}

export const likely: LikelyRequests = { bodies: { effect: office, change: office } };

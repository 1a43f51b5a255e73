import type { Unit, UnitRecord } from '@dvk/sdk/units';
import { pick, type Known, type LikelyRequests, type Roll } from '../../testkit/fuzz/known.ts';

const number = (roll: Roll) => String(Math.floor(roll() * 1e9));
const why = { reason: 'Sắp xếp tổ chức' };
const described = (roll: Roll) => ({
  code: `K${number(roll)}`,
  name: `Khu dân cư số ${number(roll)}`,
  kind: 'residential-area',
});

/** A unit that others may continue: none of those that people work for. */
function openUnit({ recordsOf }: Known, roll: Roll): string {
  const open = recordsOf('units').filter(({ code, validTo }) => String(code).startsWith('K') && validTo === null);
  return (pick(open, roll) as Unit | undefined)?.id ?? '';
}

const merge = (known: Known, roll: Roll) => ({
  unitIds: [openUnit(known, roll)],
  into: roll() < 0.5 ? { unit: described(roll) } : { unitId: openUnit(known, roll) },
  on: '2026-11-01',
  ...why,
});
const split = (known: Known, roll: Roll) => ({
  unitId: openUnit(known, roll),
  into: [{ unit: described(roll) }, { unit: described(roll) }],
  on: '2026-11-01',
  ...why,
});

export const likely: LikelyRequests = {
  bodies: {
    create: (_known, roll) => ({ ...described(roll), validFrom: '2025-07-01' }),
    merge,
    mergeEffect: merge,
    split,
    splitEffect: split,
  },
  async history(ask, _unitId, round) {
    for (let at = round * 12; at < round * 12 + 12; at += 1) {
      const body = { code: `K${at}`, name: `Khu dân cư ${at}`, kind: 'residential-area', validFrom: '2025-07-01' };
      await ask<UnitRecord>('administrator', 'units.create', '/v1/units', body);
    }
  },
};

import { formatPlace, loadPlaces, type Commune } from '@dvk/sdk/places';
import type { CaseTopic } from '@dvk/sdk/cases';
import type { Unit, UnitKind } from '@dvk/sdk/units';
import { stableId } from '../support/random.ts';

/** The province whose names and codes of communes are used; its units are made up. */
export const demoProvince = '80';

/** The unit whose officer and leader visitors can sign in as: its registrations, cases and assessments are plentiful. */
export const demoUnitCode = 'UBND-25459';

/** The units of the sample province, with the communes they stand in. */
export interface DemoProvince {
  communes: readonly Commune[];
  /** Parents before children. */
  units: readonly Unit[];
  /** A unit by its code. */
  unit(code: string): Unit;
  /** The commune committee of a commune. */
  committeeOf(commune: Commune): Unit;
}

type UnitEntry = [code: string, name: string, kind: UnitKind, parents?: { party?: string; administrative?: string }];

const committee = { party: 'DU-UBND' };
const office = { party: 'DU-UBND', administrative: 'UBND' };

/** Units as the plan names them, and the offices under them that any province has. */
const provincialUnits: readonly UnitEntry[] = [
  ['DU-UBND', 'Đảng ủy Ủy ban nhân dân tỉnh', 'party-committee'],
  ['UBND', 'Ủy ban nhân dân tỉnh', 'department', committee],
  ['BTGDV', 'Ban Tuyên giáo và Dân vận Đảng ủy UBND tỉnh', 'party-committee', committee],
  ['BTC', 'Ban Tổ chức Đảng ủy UBND tỉnh', 'party-committee', committee],
  ['UBKT', 'Ủy ban Kiểm tra Đảng ủy UBND tỉnh', 'party-committee', committee],
  ['DTN', 'Đoàn Thanh niên UBND tỉnh', 'mass-organisation', committee],
  ['HCCB', 'Hội Cựu chiến binh các cơ quan UBND tỉnh', 'mass-organisation', committee],
  ['VP', 'Văn phòng Ủy ban nhân dân tỉnh', 'department', office],
  ['SNV', 'Sở Nội vụ', 'department', office],
  ['STC', 'Sở Tài chính', 'department', office],
  ['SXD', 'Sở Xây dựng', 'department', office],
  ['SNNMT', 'Sở Nông nghiệp và Môi trường', 'department', office],
  ['SCT', 'Sở Công Thương', 'department', office],
  ['SKHCN', 'Sở Khoa học và Công nghệ', 'department', office],
  ['SYT', 'Sở Y tế', 'department', office],
  ['SGDDT', 'Sở Giáo dục và Đào tạo', 'department', office],
  ['SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', 'department', office],
  ['STP', 'Sở Tư pháp', 'department', office],
  ['SDTTG', 'Sở Dân tộc và Tôn giáo', 'department', office],
  ['TTT', 'Thanh tra tỉnh', 'department', office],
  [
    'TTPVHCC',
    'Trung tâm Phục vụ hành chính công tỉnh',
    'public-service-unit',
    { party: 'DU-UBND', administrative: 'VP' },
  ],
  ['BVDK', 'Bệnh viện Đa khoa tỉnh', 'public-service-unit', { party: 'DU-UBND', administrative: 'SYT' }],
  ['CTN', 'Công ty Cấp thoát nước tỉnh', 'enterprise', { administrative: 'UBND' }],
  ['DL', 'Công ty Điện lực tỉnh', 'central-unit'],
];

/** What offices of the province answer for; a committee of a commune answers for all of it. */
const topicsOf: Readonly<Record<string, CaseTopic[]>> = {
  SXD: ['infrastructure', 'urban-order'],
  SNNMT: ['environment'],
  SKHCN: ['telecom'],
  SVHTTDL: ['tourism'],
  TTPVHCC: ['administrative-procedure'],
  CTN: ['public-utilities'],
  DL: ['public-utilities'],
};

const since = '2025-07-01';

function unitOf([code, name, kind, parents = {}]: UnitEntry, placeCode: string): Unit {
  const idOf = (parent: string | undefined) => (parent === undefined ? null : stableId('unit', parent));
  return {
    id: stableId('unit', code),
    code,
    name,
    kind,
    partyParentId: idOf(parents.party),
    administrativeParentId: idOf(parents.administrative),
    placeCode,
    topics: topicsOf[code] ?? [],
    validFrom: since,
    validTo: null,
  };
}

const codeOf = (commune: Commune) => `UBND-${commune.code}`;

/** Makes the sample province: the units that its plan names, and a committee for each commune. */
export async function makeProvince(): Promise<DemoProvince> {
  const places = await loadPlaces({ former: false });
  const communes = places.communes.filter((commune) => commune.province === demoProvince);
  const units = [
    ...provincialUnits.map((entry) => unitOf(entry, demoProvince)),
    ...communes.map((commune) =>
      unitOf(
        [codeOf(commune), `Ủy ban nhân dân ${formatPlace(commune)}`, 'commune-committee', { administrative: 'UBND' }],
        commune.code,
      ),
    ),
  ];
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const unit = (code: string) => {
    const found = byCode.get(code);
    if (!found) throw new Error(`The sample province has no unit ${code}`);
    return found;
  };
  return { communes, units, unit, committeeOf: (commune) => unit(codeOf(commune)) };
}

import type { Role } from '@dvk/sdk/contract';
import { roleNames } from '@dvk/sdk/session';
import type { DemoPerson } from './issuer.ts';
import { stableId } from '../support/random.ts';
import { demoUnitCode } from '../units/province.ts';

/** Somebody whom a visitor of the sample portal can sign in as. All are made up. */
export interface DemoPersonOfRole extends DemoPerson {
  /** Short name for cookies and addresses. */
  key: Exclude<Role, 'anonymous'>;
  /** The role in Vietnamese. */
  label: string;
  unitName: string | null;
}

const demoUnit = unit(demoUnitCode, 'Ủy ban nhân dân phường Tân Ninh');
const noUnit = { unitId: null, unitName: null };

function unit(code: string, unitName: string): Pick<DemoPersonOfRole, 'unitId' | 'unitName'> {
  return { unitId: stableId('unit', code), unitName };
}

function person(
  key: DemoPersonOfRole['key'],
  name: string,
  belongsTo: Pick<DemoPersonOfRole, 'unitId' | 'unitName'>,
): DemoPersonOfRole {
  return { key, label: roleNames[key], name, subject: `demo-${key}`, roles: [key], ...belongsTo };
}

/** Everybody whom a visitor can sign in as, one for each role. */
export const demoPersons: readonly DemoPersonOfRole[] = [
  person('unit-officer', 'Nguyễn Văn A', demoUnit),
  person('unit-leader', 'Trần Thị B', demoUnit),
  person('appraiser', 'Lê Văn C', unit('SNV', 'Sở Nội vụ')),
  person('secretariat', 'Phạm Thị D', unit('BTGDV', 'Ban Tuyên giáo và Dân vận')),
  person('inspector', 'Hoàng Văn E', unit('UBKT', 'Ủy ban Kiểm tra')),
  person('administrator', 'Vũ Thị G', noUnit),
  person('citizen', 'Đặng Văn H', noUnit),
];

import type { Role } from '@dvk/sdk/contract';
import { roleNames } from '@dvk/sdk/session';
import type { DemoPerson } from '../auth/index.ts';
import { stableId } from './dice.ts';

/** Whom a visitor of the demonstration can sign in as. All are samples. */
export interface DemoPersonOfRole extends DemoPerson {
  /** Short name for cookies and addresses. */
  key: Exclude<Role, 'anonymous'>;
  /** The role in Vietnamese. */
  label: string;
  unitName: string | null;
}

/** The unit whose officer and leader can be tried: its registrations, cases and assessment are plentiful. */
export const demoUnitCode = 'UBND-25459';

const own = { unitId: stableId('unit', demoUnitCode), unitName: 'Ủy ban nhân dân phường Tân Ninh' };

function person(
  key: DemoPersonOfRole['key'],
  name: string,
  unit: { unitId: string | null; unitName: string | null },
): DemoPersonOfRole {
  return { key, label: roleNames[key], name, subject: `demo-${key}`, roles: [key], ...unit };
}

const at = (code: string, unitName: string) => ({ unitId: stableId('unit', code), unitName });
const none = { unitId: null, unitName: null };

export const demoPersons: readonly DemoPersonOfRole[] = [
  person('unit-officer', 'Nguyễn Văn A', own),
  person('unit-leader', 'Trần Thị B', own),
  person('appraiser', 'Lê Văn C', at('SNV', 'Sở Nội vụ')),
  person('secretariat', 'Phạm Thị D', at('BTGDV', 'Ban Tuyên giáo và Dân vận')),
  person('inspector', 'Hoàng Văn E', at('UBKT', 'Ủy ban Kiểm tra')),
  person('administrator', 'Vũ Thị G', none),
  person('citizen', 'Đặng Văn H', none),
];

import type { Role } from '@dvk/sdk/contract';
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
  label: string,
  name: string,
  unit: { unitId: string | null; unitName: string | null },
): DemoPersonOfRole {
  return { key, label, name, subject: `demo-${key}`, roles: [key], ...unit };
}

const at = (code: string, unitName: string) => ({ unitId: stableId('unit', code), unitName });
const none = { unitId: null, unitName: null };

export const demoPersons: readonly DemoPersonOfRole[] = [
  person('unit-officer', 'Cán bộ đơn vị', 'Nguyễn Văn A', own),
  person('unit-leader', 'Lãnh đạo đơn vị', 'Trần Thị B', own),
  person('appraiser', 'Người thẩm định', 'Lê Văn C', at('SNV', 'Sở Nội vụ')),
  person('secretariat', 'Bộ phận thường trực (tiếp nhận)', 'Phạm Thị D', at('BTGDV', 'Ban Tuyên giáo và Dân vận')),
  person('inspector', 'Kiểm tra, giám sát', 'Hoàng Văn E', at('UBKT', 'Ủy ban Kiểm tra')),
  person('administrator', 'Quản trị hệ thống', 'Vũ Thị G', none),
  person('citizen', 'Người dân', 'Đặng Văn H', none),
];

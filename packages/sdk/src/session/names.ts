import type { Role } from '../contract/roles.ts';

/** The roles, in Vietnamese. */
export const roleNames: Readonly<Record<Role, string>> = {
  anonymous: 'Người chưa đăng nhập',
  citizen: 'Người dân',
  'unit-officer': 'Cán bộ đơn vị',
  'unit-leader': 'Lãnh đạo đơn vị',
  appraiser: 'Người thẩm định',
  secretariat: 'Bộ phận thường trực',
  inspector: 'Kiểm tra, giám sát',
  administrator: 'Quản trị hệ thống',
};

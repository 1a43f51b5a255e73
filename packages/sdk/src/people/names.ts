import type { PersonState } from './schema.ts';
import type { PersonStanding } from './standing.ts';

/** Where somebody of the list stands, in Vietnamese. */
export const personStateNames: Readonly<Record<PersonState, string>> = {
  invited: 'Chưa đăng nhập lần nào',
  active: 'Đang công tác',
  left: 'Không còn công tác',
};

/** What can be done with somebody of the list, in Vietnamese. */
export const personActionNames = {
  grant: 'Giao vai trò',
  delegate: 'Ủy quyền',
  end: 'Chấm dứt vai trò',
  leave: 'Ghi nhận nghỉ công tác',
  rejoin: 'Nhận lại',
} as const;

/** What an administrator looks for in the list, in Vietnamese. */
export const personStandingNames: Readonly<Record<PersonStanding, string>> = {
  present: 'Tất cả',
  'in-force': 'Đang có vai trò',
  delegated: 'Đang được ủy quyền',
  'ends-soon': 'Sắp hết hạn',
  idle: 'Lâu không đăng nhập',
  'without-role': 'Không có vai trò',
  left: 'Không còn công tác',
};

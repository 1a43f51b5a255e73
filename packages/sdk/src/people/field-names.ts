import type { personFields } from './events.ts';

/** What is known of somebody of the list, in Vietnamese. */
export const personFieldNames: Readonly<Record<(typeof personFields)[number], string>> = {
  name: 'Họ và tên',
  title: 'Chức vụ',
  unitId: 'Đơn vị công tác',
  invitation: 'Địa chỉ đăng nhập',
};

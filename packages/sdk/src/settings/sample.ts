import { settingsOf } from './settings.ts';

/** A province that says who receives its cases. The number is made up. */
export const settings = settingsOf({
  province: '01',
  office: { name: 'Bộ phận tiếp nhận phường Mẫu', hotline: '1900 0000' },
});

import type { Plan } from './schema.ts';

/** A plan with one dated task and one of every year. */
export const plan: Plan = {
  id: '01890000-0000-7000-8000-0000000000d1',
  title: 'Kế hoạch mẫu thực hiện phong trào thi đua “Dân vận khéo”',
  motto: null,
  directive: 'Văn bản mẫu (mẫu minh họa – chưa phải văn bản ban hành)',
  from: '2026-01-01',
  to: '2030-12-31',
  tasks: [
    {
      id: '01890000-0000-7000-8000-0000000000d2',
      title: 'Tổ chức đăng ký mô hình',
      owner: 'Các đơn vị',
      dueOn: '2026-03-31',
      section: 'III.1',
    },
    {
      id: '01890000-0000-7000-8000-0000000000d3',
      title: 'Sơ kết hằng năm',
      owner: 'Bộ phận thường trực',
      dueOn: null,
      section: 'III.2',
    },
  ],
  updatedAt: '2026-01-05T02:00:00Z',
};

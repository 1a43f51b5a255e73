import type { Plan } from '@dvk/sdk/plans';
import { stableId } from '../support/random.ts';

const id = stableId('plan', '08-CT/TU');

const task = (section: string, title: string, owner: string, dueOn: string | null) => ({
  id: stableId('plan', '08-CT/TU', section, title),
  section,
  title,
  owner,
  dueOn,
});

/**
 * The plan that this product serves, as published by its issuer: the tasks that part III gives to somebody, with the
 * last day of the month or year where it names one.
 */
export const demoPlan: Omit<Plan, 'updatedAt'> = {
  id,
  title:
    'Kế hoạch triển khai thực hiện Chỉ thị số 08-CT/TU, ngày 18/3/2026 về nâng cao hiệu quả Phong trào thi đua “Dân vận khéo” giai đoạn 2026 - 2030',
  motto: 'Dự liệu từ sớm – Can thiệp từ đầu – Giải quyết từ gốc',
  directive: 'Chỉ thị số 08-CT/TU, ngày 18/3/2026 của Ban Thường vụ Tỉnh ủy',
  from: '2026-03-18',
  to: '2030-12-31',
  tasks: [
    task(
      'III.1',
      'Xây dựng và triển khai mô hình “Chính quyền chủ động” trong các cơ quan hành chính nhà nước, chính quyền các cấp',
      'UBND tỉnh và các cơ quan, đơn vị liên quan',
      '2026-12-31',
    ),
    task(
      'III.2',
      'Xây dựng kế hoạch triển khai thực hiện Chỉ thị số 08-CT/TU phù hợp với từng cơ quan, đơn vị',
      'Các đảng ủy, chi bộ cơ sở trực thuộc',
      '2026-05-31',
    ),
    task(
      'III.2',
      'Quán triệt Chỉ thị đến cán bộ, đảng viên, công chức, viên chức, người lao động; đưa phong trào vào chương trình công tác hằng năm',
      'Các đảng ủy, chi bộ cơ sở trực thuộc',
      null,
    ),
    task(
      'III.3',
      'Đưa việc thực hiện Chỉ thị thành nội dung kiểm tra, giám sát tổ chức đảng, đảng viên trong năm 2026 và những năm tiếp theo',
      'Ủy ban Kiểm tra Đảng ủy UBND tỉnh',
      null,
    ),
    task(
      'III.4',
      'Cụ thể hóa việc thực hiện Chỉ thị thành tiêu chí đánh giá, xếp loại tổ chức đảng, đảng viên hằng năm',
      'Ban Tổ chức Đảng ủy',
      null,
    ),
    task(
      'III.5',
      'Triển khai Kế hoạch đến các cơ sở; tổ chức phát động phong trào',
      'Đoàn Thanh niên UBND tỉnh, Hội Cựu chiến binh các cơ quan UBND tỉnh',
      '2026-05-31',
    ),
    task(
      'III.6',
      'Tham mưu chỉ đạo, hướng dẫn thực hiện; tuyên truyền; định kỳ tham mưu sơ kết, tổng kết trong toàn Đảng bộ',
      'Ban Tuyên giáo và Dân vận Đảng ủy',
      null,
    ),
  ],
};

import type { Block } from '../../papers/paper.ts';
import { defineTemplate } from '../define.ts';
import { dateTag, issuerTags, prose } from '../office.ts';
import { modelValues, sampleModel, type ModelPaperData } from './model-values.ts';

const box = (heading: string, name: string): Block[] => [{ kind: 'heading', text: heading }, ...prose(name)];

/** The form a unit registers a model with, in the nine boxes of 2026. */
export const modelRegistration = defineTemplate<ModelPaperData>({
  id: 'model-registration',
  title: { vi: 'Phiếu đăng ký mô hình, điển hình', en: 'Registration of a model or exemplar' },
  layout: (profile) => ({
    profile,
    issuers: issuerTags,
    place: '',
    date: dateTag,
    title: { name: 'Phiếu đăng ký', about: 'mô hình, điển hình “Dân vận khéo” năm {năm}' },
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['Đơn vị đăng ký', '{đơn vị đăng ký}'],
          ['Đối tượng', '{đối tượng}{#có cá nhân}: {cá nhân đăng ký}{/có cá nhân}'],
          ['Loại đăng ký', '{loại đăng ký}'],
          ['Lĩnh vực', '{lĩnh vực}'],
          ['Nơi thực hiện', '{địa điểm}'],
          ['Mã đăng ký', '{mã mô hình}'],
        ],
      },
      { kind: 'heading', text: '1. Tên mô hình' },
      { kind: 'paragraph', text: { text: '{tên mô hình}', bold: true } },
      ...box('2. Thực trạng, lý do', 'thực trạng, lý do'),
      ...box('3. Mục tiêu, tiêu chí', 'mục tiêu, tiêu chí'),
      ...box('4. Nội dung, cách thức', 'nội dung, cách thức'),
      ...box('5. Địa bàn, đối tượng', 'địa bàn, đối tượng thụ hưởng'),
      ...box('6. Lực lượng thực hiện', 'lực lượng thực hiện'),
      ...box('7. Nguồn lực và thời gian', 'nguồn lực'),
      ...prose('thời gian thực hiện'),
      {
        kind: 'facts',
        rows: [
          ['Kinh phí dự kiến', '{kinh phí dự kiến}'],
          ['Bắt đầu', '{ngày bắt đầu}'],
          ['Tự đánh giá', '{ngày tự đánh giá}'],
          ['Kết thúc', '{ngày kết thúc}'],
        ],
      },
      ...box('8. Sản phẩm, kết quả đầu ra', 'sản phẩm, kết quả'),
      ...box('9. Khả năng duy trì, nhân rộng', 'duy trì, nhân rộng'),
    ],
    signatures: [
      { position: 'Người phụ trách', hint: 'Ký, ghi rõ họ tên', name: '{người phụ trách}' },
      { position: 'Thủ trưởng đơn vị', hint: 'Ký, ghi rõ họ tên' },
    ],
  }),
  values: modelValues,
  sample: () => sampleModel,
});

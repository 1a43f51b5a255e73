import type { Block } from '../../papers/paper.ts';
import { defineTemplate } from '../define.ts';
import { dateTag, issuerTags, prose } from '../office.ts';
import { modelValues, sampleModel, type ModelPaperData } from './model-values.ts';

const part = (heading: string, name: string): Block[] => [{ kind: 'heading', text: heading }, ...prose(name)];

/** What others read to learn from a model: why, how, what came of it. */
export const modelSheet = defineTemplate<ModelPaperData>({
  id: 'model-sheet',
  title: { vi: 'Phiếu giới thiệu mô hình, điển hình', en: 'Sheet of a model or exemplar' },
  layout: (profile) => ({
    profile,
    issuers: issuerTags,
    place: '',
    date: dateTag,
    title: { name: '{tên mô hình in hoa}', about: 'mô hình, điển hình “Dân vận khéo”' },
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['Đơn vị', '{đơn vị đăng ký}'],
          ['Lĩnh vực', '{lĩnh vực}'],
          ['Nơi thực hiện', '{địa điểm}'],
          ['Thời gian', 'Từ {ngày bắt đầu} đến {ngày kết thúc}'],
          ['Người phụ trách', '{người phụ trách}'],
          ['Mã mô hình', '{mã mô hình}'],
        ],
      },
      ...part('Vì sao làm', 'thực trạng, lý do'),
      ...part('Mục tiêu', 'mục tiêu, tiêu chí'),
      ...part('Làm như thế nào', 'nội dung, cách thức'),
      ...part('Ai cùng làm', 'lực lượng thực hiện'),
      ...part('Kết quả', 'sản phẩm, kết quả'),
      ...part('Duy trì, nhân rộng', 'duy trì, nhân rộng'),
    ],
    signatures: [],
  }),
  values: (data) => ({ ...modelValues(data), 'tên mô hình in hoa': data.model.name.toLocaleUpperCase('vi') }),
  sample: () => sampleModel,
});

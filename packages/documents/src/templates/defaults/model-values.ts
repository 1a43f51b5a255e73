import type { Model } from '@dvk/sdk/models';
import { intakeKindNames, modelFieldNames, registrantKindNames } from '@dvk/sdk/models';
import { formatDate, formatMoney } from '@dvk/sdk/text';
import type { PaperData } from '../define.ts';
import { proseValues, sampleOffice } from '../office.ts';
import type { Values } from '../template.ts';

/** What the papers of a model are made from. */
export interface ModelPaperData extends PaperData {
  model: Omit<Model, 'attachments' | 'etag' | 'remarks' | 'statusReason' | 'statusSince' | 'correctBy'>;
  /** Where it is, in words. */
  place: string;
}

/** What the tags of both papers of a model stand for. */
export function modelValues({ model, place }: ModelPaperData): Values {
  const { content } = model;
  return {
    'tên mô hình': model.name,
    'mã mô hình': model.code,
    'đơn vị đăng ký': model.unitName,
    'đối tượng': registrantKindNames[model.registrantKind],
    'có cá nhân': Boolean(model.registrantName),
    'cá nhân đăng ký': model.registrantName ?? '',
    'loại đăng ký': intakeKindNames[model.intakeKind],
    'lĩnh vực': modelFieldNames[model.field],
    'địa điểm': place,
    'người phụ trách': model.responsiblePerson,
    'kinh phí dự kiến': model.budget === null ? 'Không nêu' : formatMoney(model.budget),
    'ngày bắt đầu': formatDate(model.startDate),
    'ngày tự đánh giá': formatDate(model.assessmentDate),
    'ngày kết thúc': formatDate(model.endDate),
    năm: model.startDate.slice(0, 4),
    'thực trạng, lý do': proseValues(content.situation),
    'mục tiêu, tiêu chí': proseValues(content.goals),
    'nội dung, cách thức': proseValues(content.activities),
    'địa bàn, đối tượng thụ hưởng': proseValues(content.beneficiaries),
    'lực lượng thực hiện': proseValues(content.forces),
    'nguồn lực': proseValues(content.resources),
    'thời gian thực hiện': proseValues(content.schedule),
    'sản phẩm, kết quả': proseValues(content.outputs),
    'duy trì, nhân rộng': proseValues(content.sustainability),
  };
}

export const sampleModel: ModelPaperData = {
  office: { ...sampleOffice, name: 'Khu dân cư số 1', above: 'Ủy ban nhân dân phường Mẫu' },
  date: '2026-03-05',
  place: 'Ngõ 12, tổ dân phố số 1, phường Mẫu, tỉnh Mẫu',
  model: {
    id: '01890000-0000-7000-8000-0000000000a1',
    code: 'MH-260305-0042-H',
    status: 'registered',
    registrantKind: 'collective',
    registrantName: null,
    intakeKind: 'new',
    unitId: null,
    unitName: 'Khu dân cư số 1',
    name: 'Tuyến đường hoa tự quản',
    field: 'culture-society',
    tags: [],
    provinceCode: '01',
    communeCode: '00004',
    address: null,
    content: {
      situation: 'Đường ngõ nhiều rác, cỏ mọc lấn lối đi; nhiều hộ muốn làm nhưng chưa có người tổ chức.',
      goals: 'Ba tuyến đường sạch, có hoa.\n90% số hộ tham gia, duy trì dọn vệ sinh mỗi tuần một lần.',
      activities:
        'Vận động từng hộ trồng hoa và quét dọn sáng thứ Bảy.\nMỗi đoạn đường có một hộ nhận tự quản, có biển ghi tên.',
      beneficiaries: '120 hộ dân của tổ dân phố.',
      forces: 'Chi bộ chủ trì; Mặt trận và các chi hội phối hợp.',
      resources: 'Ngày công của các hộ, cây giống do hội viên góp.',
      schedule: 'Tháng 4 phát động, tháng 11 tự đánh giá.',
      outputs: 'Ba tuyến đường có hoa, biển tự quản từng đoạn.',
      sustainability: 'Đưa vào quy ước của khu dân cư; giới thiệu cho bốn khu dân cư bên cạnh.',
    },
    budget: 15_000_000,
    responsiblePerson: 'Nguyễn Văn A',
    startDate: '2026-04-01',
    assessmentDate: '2026-11-15',
    endDate: '2026-12-31',
    createdAt: '2026-03-05T02:00:00Z',
    updatedAt: '2026-03-05T02:00:00Z',
  },
};

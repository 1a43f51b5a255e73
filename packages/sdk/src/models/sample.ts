import type { BodiesOf } from '../contract/endpoint.ts';
import { unit } from '../units/sample.ts';
import type { endpoints } from './contract.ts';
import type { Model, ModelRegistration } from './schema.ts';

/** What a unit sends. */
export const registration: ModelRegistration = {
  registrantKind: 'collective',
  intakeKind: 'new',
  unitId: unit.id,
  name: 'Tuyến đường hoa tự quản',
  field: 'culture-society',
  tags: ['Bảo vệ môi trường', 'Đường hoa'],
  provinceCode: '01',
  communeCode: '00004',
  address: 'Ngõ 12, tổ dân phố số 1',
  content: {
    situation: 'Đường ngõ nhiều rác, cỏ mọc lấn lối đi.',
    goals: 'Ba tuyến đường sạch, 90% số hộ tham gia.',
    activities: 'Vận động từng hộ trồng hoa và quét dọn sáng thứ Bảy.',
    beneficiaries: '120 hộ dân của tổ dân phố.',
    forces: 'Chi bộ chủ trì; Mặt trận và các chi hội phối hợp.',
    resources: 'Ngày công của các hộ, cây giống do hội viên góp.',
    schedule: 'Tháng 4 phát động, tháng 11 đánh giá.',
    outputs: 'Ba tuyến đường có hoa, biển tự quản từng đoạn.',
    sustainability: 'Đưa vào quy ước của khu dân cư.',
  },
  budget: 15_000_000,
  responsiblePerson: 'Nguyễn Văn A',
  startDate: '2026-04-01',
  assessmentDate: '2026-11-15',
  endDate: '2026-12-31',
};

/** What the server makes of a registration. */
export function registered(body: ModelRegistration = registration, changes: Partial<Model> = {}): Model {
  const { draftId: _, ...entered } = body;
  const { unitId = null, unitName = unit.name, registrantName = null, address = null, budget = null, tags = [] } = body;
  return {
    ...entered,
    id: '01890000-0000-7000-8000-0000000000a1',
    code: 'MH-260305-0042-H',
    status: 'registered',
    statusReason: null,
    statusSince: null,
    remarks: null,
    correctBy: null,
    unitId,
    unitName,
    registrantName,
    address,
    budget,
    tags,
    attachments: [],
    createdAt: '2026-03-05T02:00:00Z',
    updatedAt: '2026-03-05T02:00:00Z',
    etag: '"v1"',
    ...changes,
  };
}

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = {
  create: registration,
  update: registration,
  transition: {
    action: 'return',
    reason: 'Cần nêu rõ mục tiêu.',
    remarks: [{ field: 'content/goals', text: 'Nêu số hộ tham gia.' }],
    correctBy: '2199-12-31',
  },
};

import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import { personalDataDecree } from './law.ts';
import type { DataRequest, PublicDataRequest } from './schema.ts';

/** A request for the erasure of a closed case, received on paper. Everything in it is made up. */
export const dataRequest: DataRequest = {
  id: '01890000-0000-7000-8000-0000000000b1',
  code: 'YC-261127-0001-H',
  kind: 'erasure',
  channel: 'letter',
  status: 'received',
  receivedAt: '2026-11-27T02:00:00Z',
  respondDueAt: '2026-12-01T16:59:59.999Z',
  respondedAt: null,
  dueAt: '2026-12-17T16:59:59.999Z',
  due: { class: 'in-time', workingDays: 13 },
  respondDue: { class: 'soon', workingDays: 1 },
  endedAt: null,
  cases: [
    {
      id: '01993000-0000-7000-8000-000000000042',
      code: 'PA-261123-0042-E',
      kind: 'report',
      status: 'closed',
      hold: null,
    },
  ],
  subject: {
    name: 'Nguyễn Văn A',
    phone: '0912345678',
    email: null,
    address: null,
    words: 'Đề nghị xóa thông tin của tôi trong phản ánh đã giải quyết xong.',
  },
  identityMethod: null,
  dueExplanation: [
    { vi: 'Thời hạn thực hiện yêu cầu: 20 ngày, kể từ ngày tiếp nhận 27/11/2026.', en: '20 days from 27/11/2026.' },
  ],
  dueProvisional: false,
  termBasis: personalDataDecree,
  extension: null,
  statusReason: null,
  basis: null,
  updatedAt: '2026-11-27T02:00:00Z',
  etag: '"v1"',
};

/** The same as whoever asked sees it. */
export const publicDataRequest: PublicDataRequest = {
  code: dataRequest.code,
  kind: dataRequest.kind,
  status: dataRequest.status,
  receivedAt: dataRequest.receivedAt,
  dueAt: dataRequest.dueAt,
  due: dataRequest.due,
  dueExplanation: dataRequest.dueExplanation,
  statusReason: null,
  basis: null,
  endedAt: null,
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = {
  create: {
    kind: 'erasure',
    channel: 'letter',
    caseCodes: ['PA-261123-0042-E'],
    name: 'Nguyễn Văn A',
    phone: '0912345678',
    words: dataRequest.subject!.words,
  },
  createOwn: { kind: 'access', words: 'Tôi muốn biết cơ quan đang giữ những gì về tôi.' },
  transition: { action: 'check-identity', identityMethod: 'identity-card-shown' },
};

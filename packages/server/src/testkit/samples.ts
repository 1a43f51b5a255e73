import type { CaseSubmission } from '@dvk/sdk/cases';
import type { ModelRegistration } from '@dvk/sdk/models';
import type { Unit } from '@dvk/sdk/units';
import { newId } from '../database/index.ts';

export function sampleUnit(changes: Partial<Unit> = {}): Unit {
  const id = newId();
  return {
    id,
    code: `U-${id.slice(-8)}`,
    name: 'Sở Nội vụ',
    kind: 'department',
    partyParentId: null,
    administrativeParentId: null,
    placeCode: null,
    topics: [],
    validFrom: '2025-07-01',
    validTo: null,
    ...changes,
  };
}

export function sampleRegistration(changes: Partial<ModelRegistration> = {}): ModelRegistration {
  return {
    registrantKind: 'collective',
    intakeKind: 'new',
    unitName: 'Tổ dân phố số 1',
    name: 'Tuyến đường hoa tự quản',
    field: 'culture-society',
    tags: ['môi trường'],
    provinceCode: '01',
    communeCode: '00004',
    content: {
      situation: 'Đường làng nhiều rác.',
      goals: 'Ba tuyến đường sạch.',
      activities: 'Vận động từng hộ.',
      beneficiaries: '120 hộ dân.',
      forces: 'Chi bộ, Mặt trận.',
      resources: 'Ngày công và cây giống.',
      schedule: 'Quý II đến quý IV.',
      outputs: 'Ba tuyến đường có hoa.',
      sustainability: 'Quy ước của khu dân cư.',
    },
    responsiblePerson: 'Nguyễn Văn A',
    startDate: '2026-04-01',
    assessmentDate: '2026-11-15',
    endDate: '2026-12-31',
    ...changes,
  };
}

export function sampleSubmission(changes: Partial<CaseSubmission> = {}): CaseSubmission {
  return {
    kind: 'report',
    topic: 'environment',
    title: 'Rác tồn đọng ở chợ',
    content: 'Rác ở cổng chợ không được thu gom ba ngày nay.',
    provinceCode: '01',
    communeCode: '00004',
    consent: true,
    ...changes,
  };
}

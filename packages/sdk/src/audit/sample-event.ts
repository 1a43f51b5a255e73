import type { AuditEvent, LedgerCheck } from './schema.ts';

/** A case that was given to a unit. */
export const auditEvent: AuditEvent = {
  position: 1204,
  at: '2026-11-27T08:14:00Z',
  kind: 'case.assigned',
  subject: 'case/01890000-0000-7000-8000-0000000000a1',
  subjectName: 'PA-261126-0042-K',
  by: {
    subject: 'nguyen-van-a',
    name: 'Nguyễn Văn A',
    roles: ['secretariat'],
    unitId: '01890000-0000-7000-8000-0000000000b1',
    unitName: 'Văn phòng (mẫu)',
  },
  data: {
    from: 'accepted',
    to: 'in-progress',
    unitId: '01890000-0000-7000-8000-0000000000b2',
    dueAt: '2026-12-04T10:00:00Z',
    hasReason: false,
  },
  names: { '01890000-0000-7000-8000-0000000000b2': 'UBND phường Mẫu' },
};

/** The check of a night, without a fault. */
export const ledgerCheck: LedgerCheck = {
  id: '01890000-0000-7000-8000-0000000000f7',
  state: 'done',
  askedBy: null,
  askedAt: '2026-11-26T18:30:00Z',
  startedAt: '2026-11-26T18:30:02Z',
  finishedAt: '2026-11-26T18:30:21Z',
  events: 1204,
  records: 611,
  faults: 0,
  found: [],
  anchorAt: '2026-11-25T17:30:00Z',
};

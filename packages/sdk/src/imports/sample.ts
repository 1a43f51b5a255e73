import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import type { UnitImportRecord } from './schema.ts';

/** An import that was looked through: two rows are in order, one is not. */
export const unitImport: UnitImportRecord = {
  id: '01890000-0000-7000-8000-0000000000d1',
  status: 'checked',
  mode: null,
  fileName: 'don-vi.xlsx',
  rowCount: 3,
  since: null,
  counts: { added: 1, changed: 1, unchanged: 0, refused: 1, untouched: 12 },
  sentBy: 'Nguyễn Văn A',
  createdAt: '2026-11-30T02:00:00Z',
  finishedAt: null,
  undoUntil: null,
  etag: '"v1"',
  progress: null,
  unread: ['Ghi chú'],
  rows: [
    {
      row: 4,
      outcome: 'refused',
      unitId: null,
      code: 'KDC9',
      name: 'Khu dân cư số 9',
      changes: [],
      issues: [
        {
          column: 'administrativeParent',
          cell: 'UBNDX',
          code: 'unknown',
          text: { vi: 'Không có trong hệ thống', en: 'Does not exist' },
        },
      ],
    },
    {
      row: 2,
      outcome: 'added',
      unitId: '01890000-0000-7000-8000-000000000002',
      code: 'KDC2',
      name: 'Khu dân cư số 2',
      changes: [],
      issues: [],
    },
    {
      row: 3,
      outcome: 'changed',
      unitId: '01890000-0000-7000-8000-000000000001',
      code: 'KDC1',
      name: 'Khu dân cư số 1',
      changes: [{ column: 'address', from: '', to: '1 đường Mẫu' }],
      issues: [],
    },
  ],
  kept: [],
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = {
  carryOut: { mode: 'good-rows', reason: 'Cập nhật danh sách khu dân cư (mẫu minh họa)' },
  undo: { reason: 'Nhập nhầm tệp (mẫu minh họa)' },
};

import { retentionKindNames, retentionKinds, type RetentionItem, type RetentionRun } from '@dvk/sdk/personal-data';
import { formatMoment } from '@dvk/sdk/text';
import { defineTemplate, type PaperData } from '../define.ts';
import { dateTag, issuerTags, sampleOffice } from '../office.ts';

/** What was erased in one night. */
export interface RetentionListData extends PaperData {
  run: RetentionRun;
  items: readonly RetentionItem[];
}

/** The list of what was erased because it was kept long enough. */
export const retentionList = defineTemplate<RetentionListData>({
  id: 'retention-list',
  title: { vi: 'Danh mục dữ liệu cá nhân đã xóa', en: 'What was erased because it was kept long enough' },
  layout: (profile) => ({
    profile,
    issuers: issuerTags,
    place: '',
    date: dateTag,
    title: { name: 'Danh mục', about: 'dữ liệu cá nhân đã xóa do hết thời hạn lưu, lúc {thời điểm xóa}' },
    blocks: [
      { kind: 'tag', text: '{#tổng hợp}' },
      { kind: 'paragraph', text: '- {loại dữ liệu}: {số lượng}', indent: false },
      { kind: 'tag', text: '{/tổng hợp}' },
      {
        kind: 'table',
        columns: [
          { title: 'TT', share: 10, align: 'center' },
          { title: 'Loại dữ liệu', share: 55 },
          { title: 'Mã', share: 35 },
        ],
        rows: [{ cells: ['{#mục}{tt}', '{loại dữ liệu}', '{mã}{/mục}'] }],
      },
    ],
    signatures: [
      { position: 'Người lập', hint: 'Ký, ghi rõ họ tên' },
      { position: 'Thủ trưởng', hint: 'Ký, ghi rõ họ tên' },
    ],
    trace: 'Danh mục do hệ thống lập; chỉ nêu mã, không nêu nội dung đã xóa.',
  }),
  values: ({ run: { startedAt, erased }, items }) => ({
    'thời điểm xóa': formatMoment(startedAt),
    'tổng hợp': retentionKinds.flatMap((kind) => {
      const found = erased.find((each) => each.kind === kind);
      return found ? [{ 'loại dữ liệu': retentionKindNames[kind], 'số lượng': String(found.count) }] : [];
    }),
    mục: items.map(({ kind, subject, code }, index) => ({
      tt: String(index + 1),
      'loại dữ liệu': retentionKindNames[kind],
      mã: code ?? subject,
    })),
  }),
  sample: () => ({
    office: sampleOffice,
    date: '2026-11-30',
    run: {
      id: '01993000-0000-7000-8000-0000000000c1',
      startedAt: '2026-11-29T19:30:00Z',
      finishedAt: '2026-11-29T19:30:01Z',
      erased: [{ kind: 'case-sender', count: 1 }],
    },
    items: [{ kind: 'case-sender', subject: 'case/01993000-0000-7000-8000-000000000042', code: 'PA-241123-0042-E' }],
  }),
});

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { api } from '@dvk/sdk/api';
import { dueClasses } from '@dvk/sdk/calendar';
import { caseStatuses, type CaseSummary } from '@dvk/sdk/cases';
import { later, problem, sampleCases, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import '@dvk/elements/case-desk/define';
import { anatomyOf } from '../support/anatomy.ts';
import { signedIn } from '../support/persons.ts';
import { expectText, findPart, openWidget, press } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

const { record, summary } = sampleCases;
const matters = [
  ['environment', 'Nước thải chăn nuôi chảy ra kênh, đường số 25'],
  ['infrastructure', 'Cầu nhỏ xuống cấp, hẻm số 30'],
  ['urban-order', 'Hát loa kẹo kéo quá giờ, khu phố 3'],
  ['telecom', 'Dây cáp viễn thông sà xuống đường số 26'],
  ['public-utilities', 'Đèn đường hỏng 200 m, khu phố 3'],
  ['administrative-procedure', 'Hẹn trả giấy khai sinh ba lần chưa có'],
] as const;
const statuses = ['accepted', 'reopened', 'received', 'in-progress'] as const;

/** So many cases: three overdue, seven nearly due, the others in time. */
const rowsOf = (count: number): CaseSummary[] =>
  Array.from({ length: count }, (_, at) => ({
    ...summary,
    id: `01993000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    code: `PA-261118-${String(at).padStart(4, '0')}-Z`,
    topic: matters[at % matters.length]![0],
    title: matters[at % matters.length]![1],
    status: statuses[at % statuses.length]!,
    due:
      at < 3
        ? { class: 'overdue' as const, workingDays: at - 3 }
        : at < 10
          ? { class: 'soon' as const, workingDays: at % 3 }
          : { class: 'in-time' as const, workingDays: 4 },
  }));

type Cases = MockHandlers<typeof api>['cases'];

/** A desk whose server has these rows. */
const serving = (rows: readonly CaseSummary[], cases: Cases = {}) => {
  const count = (values: readonly string[], valueOf: (row: CaseSummary) => string | undefined) =>
    Object.fromEntries(values.map((value) => [value, rows.filter((row) => valueOf(row) === value).length]));
  return {
    msw: toMsw(api, apiUrl, {
      session: { get: () => signedIn('secretariat') },
      cases: {
        list: ({ query: { cursor, limit = 20 } }) => {
          const end = Number(cursor ?? 0) + limit;
          return { items: rows.slice(end - limit, end), nextCursor: end < rows.length ? String(end) : null };
        },
        counts: () =>
          ({
            asOf: '2026-11-30T01:15:00Z',
            total: rows.length,
            by: {
              status: count(caseStatuses, ({ status }) => status),
              due: count(dueClasses, ({ due }) => due?.class),
            },
          }) as never,
        get: ({ params }) => ({ ...record, ...rows.find(({ id }) => id === params.id)! }),
        ...cases,
      },
    }),
  };
};

const meta: Meta = {
  title: 'Mảnh ghép/Danh sách',
  parameters: { modules: ['list'] },
  render: () => html`<dvk-case-desk base-url=${apiUrl}></dvk-case-desk>`,
};
export default meta;
type Story = StoryObj;
const desk = (canvas: HTMLElement, selector: string) => openWidget(canvas, 'dvk-case-desk', selector);

export const DueFirst: Story = {
  name: 'Đến hạn trước, theo nhóm',
  parameters: serving(rowsOf(41)),
  play: async ({ canvasElement }) => void (await desk(canvasElement, '.row')),
};

export const BesideTheRecord: Story = {
  name: 'Hai khung: danh sách và hồ sơ',
  parameters: serving(rowsOf(41)),
  play: async ({ canvasElement }) => {
    const root = await desk(canvasElement, '.row');
    (await findPart(root, '.row')).click();
    await desk(canvasElement, '.detail .facts');
  },
};

export const Narrow: Story = {
  name: 'Hẹp: thẻ, chọn bằng nút “Chọn”',
  parameters: serving(rowsOf(41)),
  render: () => {
    const box = document.createElement('div');
    box.style.maxInlineSize = '360px';
    box.append(Object.assign(document.createElement('dvk-case-desk'), { baseUrl: apiUrl }));
    return box;
  },
  play: async ({ canvasElement }) => {
    const root = await desk(canvasElement, '.row');
    await press(root, 'Chọn');
    (await findPart(root, '.row input')).click();
    await desk(canvasElement, '.bar');
  },
};

export const Compact: Story = {
  name: 'Mật độ gọn',
  parameters: serving(rowsOf(41)),
  render: () => html`<dvk-case-desk base-url=${apiUrl} density="compact"></dvk-case-desk>`,
  play: async ({ canvasElement }) => void (await desk(canvasElement, '.row')),
};

export const Thousand: Story = {
  name: '1.000 dòng đã tải, đã chọn',
  parameters: serving(rowsOf(1000)),
  play: async ({ canvasElement }) => {
    const root = await desk(canvasElement, '.row');
    (await findPart(root, '.row input')).click();
    await press(root, 'Chọn cả 1.000');
    await expectText(root, 'Đã chọn 1000 hồ sơ');
  },
};

export const BulkWithFailures: Story = {
  name: 'Làm một bước cho nhiều hồ sơ, có hồ sơ không được',
  parameters: serving(
    rowsOf(4).map((row) => ({ ...row, status: 'received' as const })),
    {
      transition: ({ params }) =>
        params.id.endsWith('2') ? problem('precondition-failed') : { ...record, id: params.id, status: 'accepted' },
    },
  ),
  play: async ({ canvasElement }) => {
    const root = await desk(canvasElement, '.heads input');
    (await findPart(root, '.heads input')).click();
    const steps = await desk(canvasElement, '.bar .outlined');
    steps.querySelector<HTMLElement>('.bar .outlined')!.click();
    const dialog = await desk(canvasElement, '.dialog[open] .primary');
    dialog.querySelector<HTMLElement>('.dialog .primary')!.click();
    await desk(canvasElement, '.results');
    await expectText(root, 'cần xem lại');
  },
};

export const Empty: Story = {
  name: 'Không có gì phù hợp',
  parameters: serving([]),
  play: async ({ canvasElement }) => void (await desk(canvasElement, '[part=empty]')),
};

export const Loading: Story = {
  name: 'Đang tải',
  parameters: serving([], { list: later('infinite', () => ({ items: [], nextCursor: null })) }),
  play: async ({ canvasElement }) => void (await desk(canvasElement, '[part=loading]')),
};

export const Failed: Story = {
  name: 'Chưa tải được',
  parameters: serving([], { list: problem('internal-error') }),
  play: async ({ canvasElement }) => void (await desk(canvasElement, '[role=alert] button')),
};

export const Anatomy: Story = {
  ...anatomyOf(
    DueFirst,
    ['.tablist', 'Trạng thái, có số đếm; phần dư vào “Khác”'],
    ['.list-actions', 'Cột hiển thị, xuất, in'],
    ['.filter-row', 'Tìm và bộ lọc; bộ lọc đang dùng hiện thành nút gỡ được'],
    ['.heads', 'Tiêu đề cột: bấm để sắp xếp, dính ở trên khi cuộn'],
    ['tr.group', 'Nhóm theo mức gấp: quá hạn, còn không quá 2 ngày làm việc, trong hạn'],
    ['.row .check', 'Ô chọn, với người có bước làm cho nhiều dòng'],
    ['.row .opener', 'Tên là liên kết hoặc nút mở dòng'],
    ['.row .meta', 'Nơi xảy ra, mã'],
    ['.row .chip', 'Trạng thái'],
    ['.shown', 'Đang thấy bao nhiêu trong bao nhiêu'],
  ),
  name: 'Cấu tạo',
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { api } from '@dvk/sdk/api';
import { later, offline, problem, sampleImports, sampleSession, sampleUnits, toMsw } from '@dvk/sdk/testing';
import '@dvk/elements/units/define';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { longTexts } from '../support/field-page.ts';
import { expectText, findPart, openWidget, waitFor } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';
import { unitAnswers } from '../support/units.ts';

const { treeUnitId: id, treeUnits } = sampleUnits;

const open = (canvas: HTMLElement, selector: string) => openWidget(canvas, 'dvk-units', selector);

/** Unfolds a unit. */
async function unfold(root: ShadowRoot, at: number, then: number): Promise<void> {
  (await findPart(root, `#row-${id(at)} .twist`)).click();
  await findPart(root, `#row-${id(then)}`);
}

/** Sets fields of the form that is open. */
function fill(root: ShadowRoot, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = root.querySelector<HTMLElementTagNameMap['dvk-text-field']>(`#unit-form [name="${name}"]`)!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
}

const button = async (root: ShadowRoot, label: string): Promise<HTMLElement> =>
  waitFor(
    () => [...root.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent?.trim() === label),
    label,
  );

const meta: Meta = {
  title: 'Tiện ích/Đơn vị',
  component: 'dvk-units',
  render: widget('dvk-units'),
  args: { baseUrl: apiUrl },
};
export default meta;
type Story = StoryObj;

export const Tree: Story = {
  name: 'Hệ thống tổ chức',
  parameters: unitAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await unfold(root, 2, 6);
    await unfold(root, 3, 9);
  },
};

export const Record: Story = {
  name: 'Mở một đơn vị',
  args: { recordId: id(13) },
  parameters: unitAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await expectText(root, 'H56.12', 'Sở Nội vụ và Lao động', 'Chưa có thay đổi nào được ghi lại.');
    await findPart(root, `#row-${id(13)}.current`);
  },
};

export const Found: Story = {
  name: 'Tìm theo tên cũ',
  parameters: unitAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    root.querySelector<HTMLInputElement>('.find input')!.value = 'lao dong';
    root.querySelector<HTMLFormElement>('.find')!.requestSubmit();
    await expectText(root, 'Đảng ủy UBND tỉnh › Khối sở, ngành › Đảng ủy Sở Nội vụ');
  },
};

export const NoneFound: Story = {
  name: 'Không tìm thấy',
  parameters: unitAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    root.querySelector<HTMLInputElement>('.find input')!.value = 'trạm y tế';
    root.querySelector<HTMLFormElement>('.find')!.requestSubmit();
    await expectText(root, 'Không có đơn vị nào phù hợp');
  },
};

/** The day before the department got its present name. */
export const OtherDay: Story = {
  name: 'Xem ngày khác',
  args: { on: '2026-02-28', recordId: id(13) },
  parameters: unitAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await expectText(root, 'có hiệu lực ngày 28/02/2026', 'Về hôm nay');
    await findPart(root, `#row-${id(13)}`);
  },
};

export const Ticked: Story = {
  name: 'Chọn nhiều đơn vị',
  parameters: unitAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await unfold(root, 3, 10);
    for (const at of [9, 10]) (await findPart(root, `#row-${id(at)} .tick`)).click();
    await expectText(root, 'Đã chọn 2 đơn vị');
  },
};

export const Anatomy: Story = {
  ...anatomyOf(
    Ticked,
    ['.desk-head .link', 'Ngày đang xem; xem ngày khác'],
    ['.which', 'Chọn hệ thống: tổ chức đảng hoặc hành chính'],
    ['.find', 'Tìm theo tên, tên cũ, mã'],
    ['.branch .twist', 'Mở, gập các đơn vị trực thuộc'],
    ['.selected .tick', 'Ô chọn để hợp nhất, chỉ quản trị viên thấy'],
    ['.selected .kind', 'Loại đơn vị'],
    ['.bar', 'Việc làm với các đơn vị đã chọn'],
  ),
  name: 'Cấu tạo',
};

export const AnatomyOfRecord: Story = {
  ...anatomyOf(
    Record,
    ['.record-head', 'Mã, sao chép, đóng'],
    ['#record-title', 'Tên hiện nay, loại đơn vị'],
    ['.detail .facts', 'Cấp trên là liên kết; mã định danh theo cả hai cách ghi'],
    ['.former', 'Tên và vị trí trước đây'],
    ['.step', 'Việc với đơn vị, một nút chính'],
  ),
  name: 'Cấu tạo: một đơn vị',
};

export const Merge: Story = {
  name: 'Hợp nhất: điều gì sẽ xảy ra',
  parameters: unitAnswers(['administrator']),
  play: async (context) => {
    await Ticked.play!(context);
    const root = await open(context.canvasElement, '.bar');
    (await button(root, 'Hợp nhất 2 đơn vị')).click();
    await findPart(root, '#unit-form [name="into/unit/code"]');
    await waitFor(
      () => root.querySelector<HTMLElementTagNameMap['dvk-choice-field']>('[name="into/unit/kind"]')?.value,
      'what the form begins with',
    );
    fill(root, {
      'into/unit/name': 'Chi bộ Trung tâm Dịch vụ nông nghiệp',
      'into/unit/code': 'CBTTDV',
      on: '2027-01-01',
      'basis/title': 'Quyết định 714-QĐ/ĐU ngày 20/11/2026',
      reason: 'Sắp xếp tổ chức bộ máy.',
    });
    await expectText(root, '3 hồ sơ đang mở', '7 bảng chấm điểm');
  },
};

/** Opens a form of the open unit. */
const step =
  (label: string, name: string): Story['play'] =>
  async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    (await button(root, label)).click();
    await findPart(root, `#unit-form [name="${name}"]`);
  };

export const Rename: Story = {
  name: 'Đổi tên, chuyển cấp trên',
  args: { recordId: id(13) },
  parameters: unitAnswers(['administrator']),
  play: step('Đổi tên, chuyển cấp trên', 'since'),
};

export const Correct: Story = {
  name: 'Sửa thông tin',
  args: { recordId: id(13) },
  parameters: unitAnswers(['administrator']),
  play: step('Sửa thông tin', 'code'),
};

export const Close: Story = {
  name: 'Kết thúc hiệu lực',
  args: { recordId: id(16) },
  parameters: unitAnswers(['administrator']),
  play: step('Kết thúc hiệu lực', 'validTo'),
};

export const Split: Story = {
  name: 'Chia tách',
  args: { recordId: id(3) },
  parameters: unitAnswers(['administrator']),
  play: step('Chia tách', `child/${id(9)}`),
};

export const Add: Story = {
  name: 'Thêm đơn vị',
  parameters: unitAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    (await button(root, 'Thêm đơn vị')).click();
    await findPart(root, '#unit-form [name=validFrom]');
  },
};

const { unitImport } = sampleImports;

/** A table of 130 rows, of which three are not right. */
const looked = {
  ...unitImport,
  fileName: 'khu-dan-cu.xlsx',
  rowCount: 130,
  counts: { added: 122, changed: 1, unchanged: 4, refused: 3, untouched: 12 },
  rows: [
    ...[41, 78, 131].map((row, at) => ({
      ...unitImport.rows[0]!,
      row,
      code: `KDC${row - 1}`,
      name: `Khu dân cư mẫu ${row - 1}`,
      issues: [
        [
          {
            column: 'phone' as const,
            cell: '12',
            code: 'not-a-phone',
            text: { vi: 'Số điện thoại gồm 10 chữ số, ví dụ 0912 345 678', en: 'Ten digits, such as 0912 345 678' },
          },
        ],
        unitImport.rows[0]!.issues,
        [
          {
            column: 'kind' as const,
            cell: 'Khu phố mẫu',
            code: 'not-an-option',
            text: { vi: 'Chọn một giá trị trong danh sách', en: 'Choose one of the list' },
          },
        ],
      ][at]!,
    })),
    ...unitImport.rows.slice(1),
  ],
};

const importAnswers = (more: object = {}) =>
  unitAnswers(['administrator'], undefined, {
    list: () => ({ items: [{ ...unitImport, status: 'undone' as const }], nextCursor: null }),
    check: () => looked,
    get: () => looked,
    ...more,
  });

export const Import: Story = {
  name: 'Nhập Excel: chọn tệp',
  parameters: importAnswers(),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    (await button(root, 'Nhập Excel')).click();
    await expectText(root, 'don-vi.xlsx · Đã hoàn tác');
  },
};

export const ImportChecked: Story = {
  ...Import,
  name: 'Nhập Excel: 3 dòng lỗi trong 130 dòng',
  play: async (context) => {
    await Import.play!(context);
    const root = await open(context.canvasElement, '#import-form');
    const input = (await findPart(root, 'input[type=file]')) as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(new File(['mẫu'], 'khu-dan-cu.xlsx'));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await expectText(root, 'khu-dan-cu.xlsx: 130 dòng', '3 dòng cần kiểm tra lại');
  },
};

/** The good rows get in without the others. */
const carryOut: Story['play'] = async (context) => {
  await ImportChecked.play!(context);
  const root = await open(context.canvasElement, '.import-rows');
  const mode = (await findPart(root, '[name=mode]')) as HTMLElementTagNameMap['dvk-choice-field'];
  mode.value = 'good-rows';
  mode.dispatchEvent(new Event('change', { bubbles: true }));
  (await button(root, 'Nhập 123 dòng')).click();
};

const running = { ...looked, status: 'running' as const, mode: 'good-rows' as const };

export const ImportRunning: Story = {
  ...Import,
  name: 'Nhập Excel: đang nhập',
  parameters: importAnswers({
    carryOut: () => ({ ...running, progress: { done: 40, total: 123 } }),
    get: () => ({ ...running, progress: { done: 40, total: 123 } }),
  }),
  play: async (context) => {
    await carryOut(context);
    const root = await open(context.canvasElement, '#import-form progress');
    await expectText(root, 'Có thể đóng cửa sổ này');
  },
};

export const ImportDone: Story = {
  ...Import,
  name: 'Nhập Excel: đã nhập, hoàn tác được',
  parameters: importAnswers({
    carryOut: () => ({
      ...looked,
      status: 'done',
      mode: 'good-rows',
      finishedAt: '2026-11-30T02:05:00Z',
      undoUntil: '2026-12-07T02:05:00Z',
    }),
  }),
  play: async (context) => {
    await carryOut(context);
    const root = await open(context.canvasElement, '#import-form');
    await expectText(root, 'Đã nhập: thêm 122, sửa 1 đơn vị.', 'Hoàn tác lần nhập này');
  },
};

export const ImportRefused: Story = {
  ...Import,
  name: 'Nhập Excel: không phải bảng đơn vị (415)',
  parameters: importAnswers({
    check: problem('unsupported-media-type', {
      detail: 'Không thấy dòng tiêu đề có cột “Mã” hoặc “Mã trong hệ thống khác”: hãy dùng tệp mẫu',
    }),
  }),
  play: async (context) => {
    await Import.play!(context);
    const root = await open(context.canvasElement, '#import-form');
    const input = (await findPart(root, 'input[type=file]')) as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(new File(['mẫu'], 'anh.xlsx'));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await findPart(root, '#import-form [part=failure]');
  },
};

export const Incomplete: Story = {
  ...Rename,
  name: 'Thiếu nội dung bắt buộc',
  play: async (context) => {
    await Rename.play!(context);
    const root = await open(context.canvasElement, '#unit-form');
    fill(root, { name: '' });
    root.querySelector<HTMLFormElement>('#unit-form')!.requestSubmit();
    await expectText(root, 'Có 2 mục cần kiểm tra lại');
  },
};

export const ChangedMeanwhile: Story = {
  ...Correct,
  name: 'Người khác đã sửa (412)',
  parameters: unitAnswers(['administrator'], (units) => ({
    change: (asked) => {
      units.change(id(13), { address: '2 đường Mẫu' });
      return units.handlers.change(asked);
    },
  })),
  play: async (context) => {
    await Correct.play!(context);
    const root = await open(context.canvasElement, '#unit-form');
    await waitFor(
      () => root.querySelector<HTMLElementTagNameMap['dvk-text-field']>('#unit-form [name=name]')!.value,
      'its name',
    );
    fill(root, { name: 'Sở Nội vụ và Lao động' });
    root.querySelector<HTMLFormElement>('#unit-form')!.requestSubmit();
    await expectText(root, 'Trụ sở: từ “1 đường Mẫu” thành “2 đường Mẫu”');
  },
};

export const LongTexts: Story = {
  name: 'Tên dài',
  args: { recordId: id(13) },
  parameters: unitAnswers(['administrator'], () => ({
    list: () => ({
      items: treeUnits
        .slice(0, 6)
        .map(({ id, code, kind, partyParentId, administrativeParentId, placeCode, topics, validFrom }) => ({
          id,
          code,
          name: longTexts.label,
          kind,
          partyParentId,
          administrativeParentId,
          placeCode,
          topics,
          validFrom,
          validTo: '2026-12-31',
          childCount: 0,
        })),
      nextCursor: null,
    }),
  })),
  play: async ({ canvasElement }) => void (await open(canvasElement, '#record-title')),
};

export const ReadOnly: Story = {
  name: 'Cán bộ khác chỉ xem',
  args: { recordId: id(13) },
  parameters: unitAnswers(['unit-officer']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await expectText(root, 'Chỉ xem. Quản trị hệ thống mới sửa được đơn vị.');
    await findPart(root, `#row-${id(13)}.current`);
  },
};

export const Nothing: Story = {
  name: 'Chưa có đơn vị',
  parameters: unitAnswers(['administrator'], () => ({ list: () => ({ items: [], nextCursor: null }) })),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=empty]')),
};

export const NotThere: Story = {
  name: 'Không có đơn vị này (404)',
  args: { recordId: id(99) },
  parameters: unitAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '[role=alert]');
    await findPart(root, '.row');
  },
};

export const NoPermission: Story = {
  name: 'Không có quyền',
  parameters: unitAnswers(['citizen']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal]')),
};

export const Visitor: Story = {
  name: 'Chưa đăng nhập',
  parameters: { msw: toMsw(api, apiUrl, { session: { get: () => sampleSession.visitor } }) },
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal] button')),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  args: { baseUrl: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice')),
};

export const SignedOut: Story = {
  name: 'Hết phiên (401)',
  parameters: unitAnswers(['administrator'], () => ({ list: problem('unauthenticated') })),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert]')),
};

export const Offline: Story = {
  name: 'Mất mạng',
  parameters: unitAnswers(['administrator'], () => ({ list: offline() })),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert]')),
};

export const Loading: Story = {
  name: 'Đang tải',
  parameters: unitAnswers(['administrator'], () => ({
    list: later('infinite', () => ({ items: [], nextCursor: null })),
  })),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=loading]')),
};

export const ServerError: Story = {
  name: 'Hệ thống gặp lỗi (500)',
  parameters: unitAnswers(['administrator'], () => ({ list: problem('internal-error') })),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert] button')),
};

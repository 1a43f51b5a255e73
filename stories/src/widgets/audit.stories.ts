import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { api } from '@dvk/sdk/api';
import { later, offline, problem, sampleAudit, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import '@dvk/elements/audit/define';
import type { Session } from '@dvk/sdk/session';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { personOf, signedIn } from '../support/persons.ts';
import { expectText, openWidget, press, waitFor } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

type Handlers = MockHandlers<typeof api>;

const newest = sampleAudit.auditEvent.position;

/** The sample ledger for somebody with these roles, on a server in memory; new for each story. */
function answers(
  roles: Session['roles'] = ['administrator'],
  { faulty = false, more = {} }: { faulty?: boolean; more?: Handlers['audit'] } = {},
) {
  const { handlers } = sampleAudit.ledgerInMemory(problem, { now: new Date().toISOString(), faulty });
  return {
    msw: toMsw(api, apiUrl, {
      session: { get: ({ request }) => personOf(request, () => ({ ...signedIn(...roles), unitId: null })) },
      audit: { ...handlers, ...more } as Handlers['audit'],
    }),
  };
}

const open = (canvas: HTMLElement, selector: string) => openWidget(canvas, 'dvk-audit', selector);

const meta: Meta = {
  title: 'Tiện ích/Nhật ký hệ thống',
  component: 'dvk-audit',
  render: widget('dvk-audit'),
  args: { baseUrl: apiUrl },
};
export default meta;
type Story = StoryObj;

export const List: Story = {
  name: 'Danh sách',
  parameters: answers(),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await expectText(root, 'Nguyên vẹn', 'Kiểm tra ngay', 'Xem thông tin người gửi');
  },
};

export const Entry: Story = {
  name: 'Mở một việc',
  args: { recordId: String(newest) },
  parameters: answers(),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await expectText(root, 'Nội dung ghi lại', 'UBND phường Mẫu', 'Mở hồ sơ');
  },
};

export const SealedReading: Story = {
  name: 'Mở một lần xem thông tin người gửi',
  args: { recordId: String(newest - 1) },
  parameters: answers(['inspector']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await expectText(root, 'Nội dung đã xem không nằm trong nhật ký');
  },
};

export const ChangedFields: Story = {
  name: 'Mở một lần sửa thông tin',
  args: { recordId: String(newest - 2) },
  parameters: answers(),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await expectText(root, 'Chức vụ, Đơn vị công tác');
  },
};

export const Anatomy: Story = {
  ...anatomyOf(
    List,
    ['.desk-actions', 'Kiểm tra ngay; xuất tệp, in'],
    ['.ledger', 'Nhật ký còn nguyên vẹn không, kiểm tra lúc nào, bằng chứng ở ngoài'],
    ['.states', 'Lối tắt: xem thông tin người gửi, quyền, thiết lập, vận hành'],
    ['.filter-row', 'Tìm người, hồ sơ; lọc theo loại, việc, ngày'],
    ['.row', 'Lúc nào, việc gì, hồ sơ nào, ai làm với vai trò gì'],
  ),
  name: 'Cấu tạo',
};

export const Reads: Story = {
  name: 'Ai đã xem thông tin người gửi',
  parameters: answers(['inspector']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    const isIt = ({ textContent }: HTMLElement) => textContent!.includes('Xem thông tin người gửi');
    (await waitFor(() => [...root.querySelectorAll<HTMLElement>('.tab')].find(isIt), 'the tab')).click();
    await waitFor(() => root.querySelectorAll('.row').length === 2, 'only reading');
  },
};

export const Narrowed: Story = {
  name: 'Các việc của một người',
  args: { recordId: String(newest) },
  parameters: answers(),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await press(root, 'Các việc của người này');
    await expectText(root, 'Người làm: Trần Thị B');
    await waitFor(() => root.querySelectorAll('.row').length === 2, 'what she did');
  },
};

export const Checking: Story = {
  name: 'Đang kiểm tra',
  parameters: answers(['administrator'], {
    more: {
      checks: () => ({
        items: [
          {
            ...sampleAudit.ledgerCheck,
            state: 'running',
            askedBy: 'Bùi Văn M',
            askedAt: new Date().toISOString(),
            startedAt: new Date().toISOString(),
            finishedAt: null,
            events: 600,
            records: 0,
          },
        ],
        nextCursor: null,
      }),
      getCheck: later('infinite', () => problem('not-found')),
    },
  }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await expectText(root, 'Đang kiểm tra: đã xem 600 việc');
  },
};

export const Faulty: Story = {
  name: 'Có chỗ không khớp',
  parameters: answers(['administrator'], { faulty: true }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await expectText(root, '2 chỗ không khớp', 'Giữ nguyên hiện trạng');
  },
};

export const AnchorTaken: Story = {
  name: 'Đã tải bằng chứng',
  parameters: answers(),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.ledger.holds');
    await press(root, 'Tải bằng chứng');
    await expectText(root, 'Giữ tệp này ở nơi người vận hành máy chủ không sửa được');
  },
};

export const NeverChecked: Story = {
  name: 'Chưa kiểm tra lần nào',
  parameters: answers(['administrator'], { more: { checks: () => ({ items: [], nextCursor: null }) } }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await expectText(root, 'Nhật ký chưa được kiểm tra lần nào');
  },
};

export const StateNotLoaded: Story = {
  name: 'Chưa xem được tình trạng',
  parameters: answers(['administrator'], { more: { checks: () => problem('unavailable') } }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await expectText(root, 'Chưa xem được tình trạng nhật ký');
  },
};

export const NoneFound: Story = {
  name: 'Không có việc nào',
  parameters: answers(['administrator'], { more: { list: () => ({ items: [], nextCursor: null }) } }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=empty]')),
};

export const NotThere: Story = {
  name: 'Đường liên kết sai',
  args: { recordId: '999999' },
  parameters: answers(),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await expectText(root, 'Không tìm thấy việc này trong nhật ký');
  },
};

export const NotAllowed: Story = {
  name: 'Không được xem',
  parameters: answers(['secretariat']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal]')),
};

export const Loading: Story = {
  name: 'Đang tải',
  parameters: answers(['administrator'], {
    more: { list: later('infinite', () => ({ items: [], nextCursor: null })) },
  }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=loading]')),
};

export const Offline: Story = {
  name: 'Mất mạng',
  parameters: answers(['administrator'], { more: { list: offline, checks: offline } }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=failure]')),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { api } from '@dvk/sdk/api';
import type { Notice } from '@dvk/sdk/notices';
import { later, offline, problem, sampleNotices, sampleSession, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import '@dvk/elements/notices/define';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { personOf, signedIn } from '../support/persons.ts';
import { expectText, findPart, openWidget, press } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

type Handlers = MockHandlers<typeof api>['notices'];
const { notice, noticePreferences } = sampleNotices;

const both = (vi: string, en: string) => ({ vi, en });

/** What an officer finds on a morning. */
const morning = (): Notice[] => [
  {
    ...notice,
    id: '01890000-0000-7000-8000-0000000001a1',
    on: 'day.cases-due',
    subject: null,
    title: both('Hồ sơ sắp đến hạn và quá hạn', 'Cases due soon and overdue'),
    text: both('3 hồ sơ sắp đến hạn, 1 hồ sơ quá hạn.', '3 due soon, 1 overdue.'),
    at: '2026-11-30T00:00:00Z',
  },
  { ...notice, at: '2026-11-27T09:12:00Z' },
  {
    ...notice,
    id: '01890000-0000-7000-8000-0000000001a3',
    on: 'model.returned',
    topic: 'models',
    subject: 'model/01890000-0000-7000-8000-000000000021',
    title: both('Mô hình MH-260915-0007-T cần bổ sung', 'Model MH-260915-0007-T needs to be completed'),
    text: both(
      'Mô hình “Tuyến đường hoa” (MH-260915-0007-T) được trả lại để bổ sung. Nội dung cần bổ sung có trong hồ sơ.',
      'The model “Tuyến đường hoa” (MH-260915-0007-T) was returned. What is missing stands in its record.',
    ),
    at: '2026-11-26T02:30:00Z',
    readAt: '2026-11-26T03:00:00Z',
  },
  {
    ...notice,
    id: '01890000-0000-7000-8000-0000000001a4',
    on: 'grant.given',
    topic: 'roles',
    subject: 'grant/01890000-0000-7000-8000-0000000000f2',
    title: both('Được giao vai trò Cán bộ đơn vị', 'You were given the role Unit officer'),
    text: both(
      'Vai trò Cán bộ đơn vị – UBND phường Mẫu. Thời hạn: 31/12/2026.',
      'Role Unit officer – UBND phường Mẫu. Until: 31/12/2026.',
    ),
    at: '2026-11-02T02:05:00Z',
    readAt: '2026-11-02T02:10:00Z',
  },
];

const answers = (list: readonly Notice[] = morning(), more: Handlers = {}) => ({
  msw: toMsw(api, apiUrl, {
    session: { get: ({ request }) => personOf(request, () => signedIn('unit-officer')) },
    notices: {
      unread: () => ({ unread: list.filter(({ readAt }) => readAt === null).length, newestAt: list[0]?.at ?? null }),
      list: () => ({ items: [...list], nextCursor: null }),
      read: ({ params }) => ({ ...list.find(({ id }) => id === params.id)!, readAt: '2026-11-30T01:00:00Z' }),
      readAll: () => ({ unread: 0, newestAt: null }),
      preferences: () => noticePreferences,
      setPreferences: ({ body }) => ({ ...body, hasMail: true, etag: '"v2"' }),
      ...more,
    },
  }),
});

const open = (canvas: HTMLElement, selector = '.item') => openWidget(canvas, 'dvk-notices', selector);
const openWishes = async (canvas: HTMLElement): Promise<ShadowRoot> => {
  const root = await open(canvas);
  await press(root, 'Tùy chọn');
  await findPart(root, 'form');
  return root;
};

const meta: Meta = {
  title: 'Tiện ích/Thông báo',
  component: 'dvk-notices',
  render: widget('dvk-notices'),
  args: { baseUrl: apiUrl, inline: true, interval: 0 },
};
export default meta;
type Story = StoryObj;

export const List: Story = {
  name: 'Danh sách',
  parameters: answers(),
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const Bell: Story = {
  name: 'Chuông',
  args: { inline: false },
  parameters: answers(),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.count')),
};

export const Anatomy: Story = {
  ...anatomyOf(
    List,
    ['.head', 'Tên và đường tới tùy chọn'],
    ['.actions', 'Đánh dấu đã đọc tất cả, đến thông báo mới nhất đang hiện'],
    ['.item.unread', 'Thông báo chưa đọc: chấm, chữ đậm, và lời cho trình đọc màn hình'],
    ['.item:not(.unread)', 'Thông báo đã đọc'],
  ),
  name: 'Cấu tạo',
};

export const Wishes: Story = {
  name: 'Tùy chọn',
  parameters: answers(),
  play: async ({ canvasElement }) => void (await openWishes(canvasElement)),
};

export const WithoutMail: Story = {
  name: 'Tùy chọn khi chưa gửi thư được',
  parameters: answers(undefined, { preferences: () => ({ ...noticePreferences, hasMail: false }) }),
  play: async ({ canvasElement }) => void (await openWishes(canvasElement)),
};

export const Saved: Story = {
  name: 'Đã lưu tùy chọn',
  parameters: answers(),
  play: async ({ canvasElement }) => {
    const root = await openWishes(canvasElement);
    await press(root, 'Lưu tùy chọn');
    await expectText(root, 'Đã lưu tùy chọn thông báo.');
  },
};

export const ChangedMeanwhile: Story = {
  name: 'Tùy chọn vừa đổi ở nơi khác (412)',
  parameters: answers(undefined, { setPreferences: problem('precondition-failed') }),
  play: async ({ canvasElement }) => {
    const root = await openWishes(canvasElement);
    await press(root, 'Lưu tùy chọn');
    await expectText(root, 'vừa được đổi ở nơi khác');
  },
};

export const Empty: Story = {
  name: 'Chưa có thông báo',
  parameters: answers([]),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=empty]')),
};

export const Loading: Story = {
  name: 'Đang tải',
  parameters: answers(undefined, { unread: later('infinite', () => ({ unread: 0, newestAt: null })) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=loading]')),
};

export const ServerError: Story = {
  name: 'Không tải được (500)',
  parameters: answers(undefined, { list: problem('internal-error') }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert] button')),
};

export const Offline: Story = {
  name: 'Mất mạng',
  parameters: answers(undefined, { list: offline() }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert] button')),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  args: { baseUrl: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice')),
};

export const Visitor: Story = {
  name: 'Chưa đăng nhập',
  parameters: {
    msw: toMsw(api, apiUrl, { session: { get: ({ request }) => personOf(request, () => sampleSession.visitor) } }),
  },
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal]')),
};

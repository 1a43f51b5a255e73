import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { api } from '@dvk/sdk/api';
import type { Session } from '@dvk/sdk/session';
import {
  later,
  offline,
  problem,
  sampleSession,
  sampleSettings,
  settingsInMemory,
  toMsw,
  type MockHandlers,
  type SettingsInMemory,
} from '@dvk/sdk/testing';
import '@dvk/elements/settings/define';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { personOf, signedIn } from '../support/persons.ts';
import { expectText, findPart, openWidget, press, waitFor } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

type Handlers = MockHandlers<typeof api>['settings'];
const { settingVersion } = sampleSettings;

/** When open cases were received: their terms run over the end of the year. */
const received = ['2026-12-14T02:00:00Z', '2026-12-15T02:00:00Z', '2026-12-18T02:00:00Z', '2026-12-21T02:00:00Z'];

const answers = (
  roles: Session['roles'],
  memory: () => SettingsInMemory = () => settingsInMemory([], received),
  more: Handlers = {},
) => ({
  msw: toMsw(api, apiUrl, {
    session: { get: ({ request }) => personOf(request, () => signedIn(...roles)) },
    settings: { ...memory().handlers, ...more },
  }),
});

const open = (canvas: HTMLElement, selector = '.year') => openWidget(canvas, 'dvk-settings', selector);

/** Chooses a day of the calendar. */
async function chooseDay(root: ShadowRoot, date: string): Promise<void> {
  (await findPart(root, `[data-date="${date}"]`)).click();
  await waitFor(() => root.querySelector(`[data-date="${date}"][aria-pressed=true]`), date);
}

/** Makes the chosen day one that is made up on another. */
async function swap(root: ShadowRoot, date: string, makeUp: string): Promise<void> {
  await chooseDay(root, date);
  const kind = (await findPart(root, '[name=kind]')) as HTMLElementTagNameMap['dvk-choice-field'];
  kind.value = 'swapped';
  kind.dispatchEvent(new Event('change', { bubbles: true }));
  const other = (await findPart(root, '[name=other]')) as HTMLElementTagNameMap['dvk-date-field'];
  other.value = makeUp;
  other.dispatchEvent(new Event('change', { bubbles: true }));
  await findPart(root, '.change-form');
}

const meta: Meta = {
  title: 'Tiện ích/Thiết lập',
  component: 'dvk-settings',
  render: widget('dvk-settings'),
  args: { baseUrl: apiUrl },
};
export default meta;
type Story = StoryObj;

export const Calendar: Story = {
  name: 'Lịch làm việc',
  args: { syncUrl: 'hash' },
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const Swap: Story = {
  name: 'Hoán đổi ngày nghỉ: thấy trước ảnh hưởng',
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await swap(root, '2026-12-31', '2026-12-26');
    await findPart(root, '.effect .notice');
  },
};

export const Anatomy: Story = {
  ...anatomyOf(
    Swap,
    ['.nav', 'Danh sách thiết lập và ô tìm; hẹp thì thành một ô chọn'],
    ['.page-head', 'Năm, phạm vi, phiên bản; chọn năm khác'],
    ['.legend', 'Chú giải: mỗi loại ngày khác nhau cả hình, không chỉ màu'],
    ['.count-of-days', 'Số ngày làm việc của năm'],
    ['.month', 'Mỗi tháng một bảng; phím mũi tên đi từng ngày'],
    ['.day-fields', 'Ngày đang chọn và loại ngày'],
    ['.unsaved', 'Các thay đổi chưa lưu, bằng lời'],
    ['.effect', 'Ảnh hưởng đến hồ sơ đang mở, trước khi lưu'],
    ['.special', 'Các ngày đặc biệt, mỗi ngày có căn cứ'],
    ['.history', 'Lịch sử: ai đổi, khi nào, vì sao; khôi phục bản cũ'],
  ),
  name: 'Cấu tạo',
};

const second = {
  ...settingVersion,
  id: '01890000-0000-7000-8000-0000000000e2',
  version: 2,
  value: { holidays: [], makeUpDays: [], ordinaryDays: [] },
  validFrom: '2026-11-28',
  reason: 'Chờ thông báo chính thức',
  changedAt: '2026-11-28T02:00:00Z',
  basis: null,
} as typeof settingVersion;

export const History: Story = {
  name: 'Lịch sử thay đổi',
  parameters: answers(['administrator'], () => settingsInMemory([second, settingVersion], received)),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    (await findPart(root, '.history > summary')).click();
    await findPart(root, '.versions');
    (await findPart(root, '.versions summary')).click();
  },
};

export const TakenUp: Story = {
  ...History,
  name: 'Khôi phục một bản cũ',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    (await findPart(root, '.history > summary')).click();
    (await findPart(root, '.versions .link')).click();
    await findPart(root, '.effect .notice');
  },
};

export const Provisional: Story = {
  name: 'Năm tạm tính',
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    const year = (await findPart(root, '.page-actions select')) as HTMLSelectElement;
    year.value = '2027';
    year.dispatchEvent(new Event('change', { bubbles: true }));
    await findPart(root, '.provisional');
  },
};

export const Fault: Story = {
  name: 'Ngày làm bù không hợp lệ',
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await swap(root, '2026-12-31', '2026-12-25');
    await press(root, 'Lưu thay đổi');
    await findPart(root, '.faults');
  },
};

export const ReadOnly: Story = {
  name: 'Chỉ xem',
  parameters: answers(['inspector'], () => settingsInMemory([settingVersion])),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await chooseDay(root, '2026-12-31');
    await expectText(root, 'Chỉ xem');
  },
};

export const Office: Story = {
  name: 'Nơi tiếp nhận',
  args: { setting: 'office' },
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.facts')),
};

export const OfficeChange: Story = {
  ...Office,
  name: 'Đổi nơi tiếp nhận',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.facts');
    await press(root, 'Đổi');
    await findPart(root, '.value-fields');
  },
};

export const PrivacyNotice: Story = {
  ...OfficeChange,
  name: 'Đổi thông báo về dữ liệu cá nhân',
  args: { setting: 'privacy-notice' },
};

export const Topics: Story = { ...Office, name: 'Lĩnh vực', args: { setting: 'topics' } };

export const TopicsChange: Story = { ...OfficeChange, name: 'Đổi lĩnh vực', args: { setting: 'topics' } };

export const CodePrefixes: Story = { ...OfficeChange, name: 'Chữ đầu của mã', args: { setting: 'code-prefixes' } };

export const RoleSource: Story = { ...OfficeChange, name: 'Nguồn vai trò', args: { setting: 'role-source' } };

export const Terms: Story = { ...Office, name: 'Thời hạn', args: { setting: 'terms' } };

export const TermsChange: Story = {
  ...Office,
  name: 'Thêm thời hạn riêng',
  args: { setting: 'terms' },
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.facts');
    await press(root, 'Đổi');
    await press(root, 'Thêm thời hạn');
    const basis = (await findPart(root, '[name="value/0/basis/title"]')) as HTMLElementTagNameMap['dvk-text-field'];
    basis.value = 'Quyết định số 00/QĐ-UBND (mẫu minh họa)';
    basis.dispatchEvent(new Event('change', { bubbles: true }));
    await findPart(root, '.effect .notice');
  },
};

export const Thresholds: Story = { ...Office, name: 'Ngưỡng và mốc nhắc', args: { setting: 'thresholds' } };

export const ThresholdsChange: Story = {
  ...Office,
  name: 'Đổi ngưỡng: thấy trước ảnh hưởng',
  args: { setting: 'thresholds' },
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.facts');
    await press(root, 'Đổi');
    const days = (await findPart(root, '[name="value/dueSoonDays/amount"]')) as HTMLElementTagNameMap['dvk-text-field'];
    days.value = '3';
    days.dispatchEvent(new Event('change', { bubbles: true }));
    await findPart(root, '.effect .notice');
  },
};

export const Notices: Story = {
  ...Office,
  name: 'Thông báo gửi đi',
  args: { setting: 'notices' },
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.rules-of');
    root.querySelector<HTMLDetailsElement>('.rules-of:nth-of-type(2)')!.open = true;
  },
};

/** Unfolds the notice of a case that was passed to a unit. */
async function unfoldRule(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = await open(canvas, '.rules-of');
  await press(root, 'Đổi');
  ((await findPart(root, '[data-rule="case.assigned.unit"]')) as HTMLDetailsElement).open = true;
  await findPart(root, '.rule-fields');
  return root;
}

export const NoticesChange: Story = {
  ...Notices,
  name: 'Đổi một thông báo',
  play: async ({ canvasElement }) => void (await unfoldRule(canvasElement)),
};

export const NoticesFault: Story = {
  ...Notices,
  name: 'Thông báo có chỗ điền không dùng được',
  play: async ({ canvasElement }) => {
    const root = await unfoldRule(canvasElement);
    const title = root.querySelector<HTMLElementTagNameMap['dvk-text-field']>('.rule-fields dvk-text-field')!;
    title.value = 'Hồ sơ {ma} được chuyển đến đơn vị';
    for (const type of ['input', 'change']) title.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    await press(root, 'Lưu thay đổi');
    await findPart(root, '[part=summary]');
  },
};

export const HouseStyle: Story = { ...OfficeChange, name: 'Cách viết', args: { setting: 'house-style' } };

const saving = (change: NonNullable<Handlers>['change'], shown = '.change-form .notice.danger'): Partial<Story> => ({
  parameters: answers(['administrator'], undefined, { change: change! }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await swap(root, '2026-12-31', '2026-12-26');
    await findPart(root, '.effect .notice');
    await press(root, 'Lưu thay đổi');
    await findPart(root, shown);
  },
});

export const ChangedMeanwhile: Story = { ...saving(problem('precondition-failed')), name: 'Người khác vừa lưu (412)' };
export const SignedOut: Story = { ...saving(problem('unauthenticated')), name: 'Hết phiên (401)' };
export const Offline: Story = { ...saving(offline()), name: 'Mất mạng khi lưu' };
export const Slow: Story = {
  ...saving(
    later('infinite', () => settingVersion),
    '[aria-busy=true] .primary[disabled]',
  ),
  name: 'Đang lưu, mạng chậm',
};

export const Saved: Story = {
  name: 'Đã lưu',
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await swap(root, '2026-12-31', '2026-12-26');
    await findPart(root, '.effect .notice');
    await press(root, 'Lưu thay đổi');
    await expectText(root, 'Đã lưu phiên bản 1.');
  },
};

export const Loading: Story = {
  name: 'Đang tải',
  parameters: answers(['administrator'], undefined, { list: later('infinite', () => ({ items: [] })) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=loading]')),
};

export const ServerError: Story = {
  name: 'Không tải được (500)',
  parameters: answers(['administrator'], undefined, { list: problem('internal-error') }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert] button')),
};

export const NotThere: Story = {
  name: 'Không có thiết lập này',
  args: { setting: 'mau' },
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert]')),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  args: { baseUrl: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice')),
};

export const Visitor: Story = {
  name: 'Chưa đăng nhập',
  parameters: { msw: toMsw(api, apiUrl, { session: { get: () => sampleSession.visitor } }) },
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal] button')),
};

export const NoPermission: Story = {
  name: 'Không có quyền',
  parameters: answers(['unit-officer']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal]')),
};

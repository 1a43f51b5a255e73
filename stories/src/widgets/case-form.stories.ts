import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Session } from '@dvk/sdk/session';
import { later, offline, problem, sampleCases, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import { api } from '@dvk/sdk/api';
import '@dvk/elements/case-form/define';
import '@dvk/elements/place-field/define';
import '@dvk/elements/text-field/define';
import { widget } from '../support/element.ts';
import { longTexts } from '../support/field-page.ts';
import { anatomyOf } from '../support/anatomy.ts';
import { withoutNetwork } from '../support/network.ts';
import { signedIn } from '../support/persons.ts';
import { openWidget, reload, findPart, waitFor } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

const { receipt, submission } = sampleCases;
type Create = NonNullable<MockHandlers<typeof api>['cases']>['create'];
type Field = HTMLElementTagNameMap['dvk-text-field'];

const session = (): Session => ({ ...signedIn('citizen'), unitId: null });
const answers = (create: Create = () => receipt, get: () => Session = session) => ({
  msw: toMsw(api, apiUrl, { session: { get }, cases: { create: create! } }),
});

const open = (canvas: HTMLElement) => openWidget(canvas, 'dvk-case-form', 'form');

/** Fills in the form as a citizen would. */
async function fill(root: ShadowRoot, more: Record<string, string> = {}): Promise<void> {
  const { kind, topic, content, communeCode, address, senderName } = submission;
  const values = { kind, topic, content, communeCode, address, senderName, consent: 'yes', ...more };
  for (const [name, value] of Object.entries(values)) root.querySelector<Field>(`[name="${name}"]`)!.value = value;
  const place = root.querySelector<HTMLElementTagNameMap['dvk-place-field']>('dvk-place-field')!;
  await waitFor(() => place.place, 'the commune');
  place.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Goes on to the page where everything is checked. */
async function check(root: ShadowRoot): Promise<void> {
  await fill(root);
  root.querySelector('form')!.requestSubmit();
  await findPart(root, '.answers');
}

const sending = (create: Create, selector: string): Partial<Story> => ({
  parameters: answers(create),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await check(root);
    root.querySelector('form')!.requestSubmit();
    await findPart(root, selector);
  },
});

const meta: Meta = {
  title: 'Tiện ích/Gửi phản ánh, kiến nghị',
  component: 'dvk-case-form',
  parameters: answers(),
  render: widget('dvk-case-form'),
  // The QR code has the whole address in it, and must not change with the port of a server.
  args: { baseUrl: apiUrl, province: '01', trackerUrl: 'https://tinh.example/tra-cuu' },
};
export default meta;
type Story = StoryObj;

export const Empty: Story = {
  name: 'Chưa nhập',
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const Filled: Story = {
  name: 'Đã nhập, có số điện thoại trong nội dung',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await fill(root, { content: `${submission.content} Gọi cho tôi: 0912 345 678.` });
    await findPart(root, '.advice');
  },
};

export const Anatomy: Story = {
  ...anatomyOf(
    Filled,
    ['.saved', 'Bản nháp: nội dung đang nhập tự lưu trên máy đến khi gửi xong'],
    ['dvk-file-field', 'Ảnh trước tiên, vì phần lớn người dân đã chụp trước khi viết'],
    ['[name=kind]', 'Phản ánh hay kiến nghị; ngay dưới là chỗ nói khiếu nại, tố cáo gửi ở đâu'],
    ['[name=topic]', 'Lĩnh vực: mỗi ô một hình, một tên, một ví dụ hằng ngày'],
    ['[name=content]', 'Một ô chữ duy nhất; câu đầu thành tiêu đề, sửa được ở trang kiểm tra'],
    ['.advice', 'Nhắc khi nội dung có số điện thoại, email, số căn cước; một nút để chuyển đi, không chặn việc gửi'],
    ['dvk-place-field', 'Nơi xảy ra: chỉ trong tỉnh này; việc ở tỉnh khác thì chỉ chỗ gửi'],
    ['.landmarks', 'Gợi ý bấm để bắt đầu câu tả chỗ cụ thể'],
    ['[name=senderPhone]', 'Liên hệ, không bắt buộc; chỉ bộ phận tiếp nhận xem được'],
    ['.button.primary', 'Một nút chính: sang trang kiểm tra, chưa gửi'],
  ),
  name: 'Cấu tạo',
};

export const Long: Story = {
  name: 'Nội dung dài, đủ mọi mục',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await fill(root, {
      content: `${longTexts.text}. `.repeat(12),
      address: longTexts.hint,
      senderName: longTexts.text,
      senderPhone: '0912345678',
    });
  },
};

export const Missing: Story = {
  name: 'Bỏ trống',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    root.querySelector('form')!.requestSubmit();
    await findPart(root, '#summary');
  },
};

export const Check: Story = {
  name: 'Kiểm tra lại trước khi gửi',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await check(root);
  },
};

export const Elsewhere: Story = {
  name: 'Nơi ở tỉnh khác',
  args: { province: '80', trackerUrl: '' },
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    const place = root.querySelector<HTMLElementTagNameMap['dvk-place-field']>('dvk-place-field')!;
    place.restoreState('xã Tân Ninh');
    place.dispatchEvent(new Event('change', { bubbles: true }));
    await findPart(root, '.likely');
    root.querySelector('form')!.requestSubmit();
    await findPart(root, '#summary');
  },
};

export const Received: Story = { ...sending(() => receipt, '.receipt-qr svg'), name: 'Đã gửi' };

export const ReceivedWithoutTracker: Story = {
  ...sending(() => receipt, '.receipt'),
  name: 'Đã gửi, cổng chưa có trang tra cứu',
  args: { trackerUrl: '' },
};

export const Leaving: Story = {
  name: 'Chưa ghi lại mã đã muốn gửi tiếp',
  parameters: answers(),
  play: async (context) => {
    await Received.play!(context);
    const root = context.canvasElement.querySelector('dvk-case-form')!.shadowRoot!;
    root.querySelector<HTMLButtonElement>('.receipt-page > div > .plain')!.click();
    await findPart(root, 'dialog');
  },
};

export const Restored: Story = {
  name: 'Mở lại bản nháp',
  parameters: answers(
    undefined,
    (
      (same) => () =>
        same
    )(session()),
  ),
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('dvk-case-form')!;
    const root = await open(canvasElement);
    await fill(root);
    await reload(widget);
    await findPart(root, '.draft');
  },
};

export const Loading: Story = {
  name: 'Đang mở',
  parameters: answers(undefined, later('infinite', session) as never),
  play: async ({ canvasElement }) => void (await openWidget(canvasElement, 'dvk-case-form', '[part=loading]')),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  args: { baseUrl: '', province: '', trackerUrl: '' },
  play: async ({ canvasElement }) => void (await openWidget(canvasElement, 'dvk-case-form', '.notice')),
};

export const SharedDevice: Story = {
  ...Empty,
  name: 'Máy dùng chung ở nơi tiếp dân',
  args: { sharedDevice: true, province: '', trackerUrl: '' },
};

export const Refused: Story = {
  ...sending(
    problem('validation-failed', {
      errors: [
        { pointer: '/title', code: 'too-long', params: { max: 300 } },
        { pointer: '/communeCode', code: 'unknown' },
      ],
    }),
    '#summary',
  ),
  name: 'Máy chủ không nhận hai ô (422)',
};
export const TooMany: Story = {
  ...sending(problem('rate-limited', { retryAfter: 600 }), '[role=alert]'),
  name: 'Gửi quá nhiều lần (429)',
};
export const SignedOut: Story = { ...sending(problem('unauthenticated'), '[role=alert]'), name: 'Hết phiên (401)' };
export const ServerError: Story = {
  ...sending(problem('internal-error'), '[role=alert]'),
  name: 'Hệ thống gặp lỗi (500)',
};
export const Unreachable: Story = { ...sending(offline(), '[role=alert]'), name: 'Không kết nối được khi gửi' };
export const Offline: Story = {
  ...sending(() => receipt, '.end [role=alert] button'),
  name: 'Mất mạng: chờ tự gửi',
  beforeEach: withoutNetwork,
};
export const Slow: Story = {
  ...sending(
    later('infinite', () => receipt),
    '[aria-busy=true]',
  ),
  name: 'Mạng chậm',
};

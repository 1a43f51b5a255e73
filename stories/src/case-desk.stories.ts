import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { later, offline, problem, sampleCases, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import { api } from '@dvk/sdk/api';
import type { Session } from '@dvk/sdk/session';
import '@dvk/elements/case-desk/define';
import '@dvk/elements/text-field/define';

const { record, summary } = sampleCases;

const signedIn = (...roles: Session['roles']): Session => ({
  subject: 'sample',
  name: 'Nguyễn Văn A',
  roles,
  unitId: record.unitId,
  tenant: 'demo',
});
const three = [
  summary,
  {
    ...summary,
    id: '01993000-0000-7000-8000-000000000043',
    code: 'KN-261120-0007-C',
    title: 'Đề nghị lắp thêm đèn chiếu sáng ở đoạn đường vào trường học',
    status: 'received' as const,
    unitName: null,
  },
  {
    ...summary,
    id: '01993000-0000-7000-8000-000000000044',
    code: 'PA-261118-0003-Z',
    title: 'Nắp cống vỡ trước nhà văn hóa',
    status: 'answered' as const,
  },
];
const answers = (roles: Session['roles'], cases: MockHandlers<typeof api>['cases']) => ({
  msw: toMsw(api, '/api', {
    session: { get: () => signedIn(...roles) },
    cases: { list: () => ({ items: three, nextCursor: 'next' }), get: () => record, ...cases },
  }),
});

async function open(canvas: HTMLElement, selector: string): Promise<ShadowRoot> {
  const root = canvas.querySelector('dvk-case-desk')!.shadowRoot!;
  await waitFor(() => expect(root.querySelector(selector)).toBeTruthy(), { timeout: 20_000 });
  return root;
}

const meta: Meta = {
  title: 'Tiện ích/Bàn xử lý',
  component: 'dvk-case-desk',
  render: () => html`<dvk-case-desk base-url="/api"></dvk-case-desk>`,
};
export default meta;
type Story = StoryObj;

export const List: Story = {
  name: 'Danh sách',
  parameters: answers(['secretariat'], {}),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.row')),
};

export const Detail: Story = {
  name: 'Mở một vụ việc',
  parameters: answers(['unit-leader'], {}),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    root.querySelector<HTMLElement>('.row')!.click();
    await open(canvasElement, '.detail .facts');
  },
};

export const Answering: Story = {
  ...Detail,
  name: 'Soạn trả lời',
  play: async (context) => {
    await Detail.play!(context);
    const root = await open(context.canvasElement, '.step .primary');
    root.querySelector<HTMLElement>('.step .primary')!.click();
    await open(context.canvasElement, '.step form');
  },
};

export const ChangedMeanwhile: Story = {
  name: 'Người khác vừa sửa (412)',
  parameters: answers(['unit-officer'], { transition: problem('precondition-failed') }),
  play: async (context) => {
    await Answering.play!(context);
    const root = await open(context.canvasElement, '.step [name=answer]');
    root.querySelector<HTMLElementTagNameMap['dvk-text-field']>('.step [name=answer]')!.value = 'Đã thu gom.';
    root.querySelector<HTMLFormElement>('.step form')!.requestSubmit();
    await open(context.canvasElement, '.step [role=alert]');
  },
};

export const Nothing: Story = {
  name: 'Không có vụ việc',
  parameters: answers(['secretariat'], { list: () => ({ items: [], nextCursor: null }) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=empty]')),
};

export const NoPermission: Story = { name: 'Không có quyền', parameters: answers(['citizen'], {}) };

export const SignedOut: Story = {
  name: 'Hết phiên (401)',
  parameters: answers(['unit-officer'], { list: problem('unauthenticated') }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert]')),
};

export const Offline: Story = {
  name: 'Mất mạng',
  parameters: answers(['unit-officer'], { list: offline() }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert]')),
};

export const Loading: Story = {
  name: 'Đang tải',
  parameters: answers(['unit-officer'], { list: later('infinite', () => ({ items: [], nextCursor: null })) }),
};

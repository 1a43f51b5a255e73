import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { later, offline, problem, sampleCases, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import { api } from '@dvk/sdk/api';
import type { Case } from '@dvk/sdk/cases';
import type { Session } from '@dvk/sdk/session';
import '@dvk/elements/case-desk/define';
import '@dvk/elements/text-field/define';
import { signedIn } from '../support/persons.ts';
import { openWidget, press, expectText } from '../support/play.ts';

const { answer, record, summary } = sampleCases;
type Cases = MockHandlers<typeof api>['cases'];

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
const counts = {
  asOf: '2026-11-30T01:15:00Z',
  total: 41,
  by: {
    status: { received: 23, ineligible: 4, accepted: 12, 'in-progress': 342, answered: 19, reopened: 6, closed: 9 },
    due: { overdue: 3, soon: 7, 'in-time': 31 },
  },
};
const answers = (roles: Session['roles'], cases: Cases) => ({
  msw: toMsw(api, '/api', {
    session: { get: () => ({ ...signedIn(...roles), unitId: record.unitId }) },
    cases: { list: () => ({ items: three, nextCursor: 'next' }), counts: () => counts, get: () => record, ...cases },
  }),
});

const open = (canvas: HTMLElement, selector: string) => openWidget(canvas, 'dvk-case-desk', selector);

const meta: Meta = {
  title: 'Tiện ích/Tiếp nhận, xử lý',
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
  name: 'Mở một hồ sơ',
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

export const Nothing: Story = {
  name: 'Không có hồ sơ',
  parameters: answers(['secretariat'], { list: () => ({ items: [], nextCursor: null }) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=empty]')),
};

export const NoPermission: Story = {
  name: 'Không có quyền',
  parameters: answers(['citizen'], {}),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice:not(.loading)')),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  render: () => html`<dvk-case-desk></dvk-case-desk>`,
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice')),
};

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
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=loading]')),
};

export const ServerError: Story = {
  name: 'Hệ thống gặp lỗi (500)',
  parameters: answers(['unit-officer'], { list: problem('internal-error') }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert] button')),
};

/** A step whose form is open on the case. */
const stepForm = (roles: Session['roles'], step: string, selector: string, get: () => Case = () => record): Story => ({
  parameters: answers(roles, { get }),
  play: async (context) => {
    await Detail.play!(context);
    await press(await open(context.canvasElement, '.step button'), step);
    await open(context.canvasElement, selector);
  },
});
const received = (): Case => ({ ...record, status: 'received', unitId: null, unitName: null });

export const Refusing: Story = {
  ...stepForm(['secretariat'], 'Từ chối', '.step [name=reason]', received),
  name: 'Từ chối, phải nêu lý do',
};
export const Assigning: Story = {
  ...stepForm(['secretariat'], 'Chuyển đơn vị', '.step [name=unitId]', received),
  name: 'Chuyển đơn vị',
};
export const Extending: Story = {
  ...stepForm(['unit-leader'], 'Xin gia hạn', '.step [name=until]'),
  name: 'Xin gia hạn, phải nêu lý do',
};

export const ReadOnly: Story = {
  name: 'Chỉ xem: đã trả lời, đã đánh giá, có tệp',
  parameters: answers(['inspector'], {
    get: () => ({
      ...record,
      status: 'closed',
      answer,
      answeredAt: answer.at,
      rating: { solved: 4, attitude: 5 },
      // Only the secretariat sees who sent it.
      sender: null,
      attachments: [
        {
          id: '01890000-0000-7000-8000-0000000000f1',
          name: 'ảnh đầu ngõ.jpg',
          mediaType: 'image/jpeg',
          size: 245_760,
          sha256: '0'.repeat(64),
          uploadedAt: record.receivedAt,
        },
      ],
    }),
  }),
  play: async (context) => {
    await Detail.play!(context);
    await expectText(await open(context.canvasElement, '.detail'), answer.text, 'ảnh đầu ngõ.jpg');
  },
};

/** The answer is written and confirmed, and something is in the way. */
const confirming = (transition: NonNullable<Cases>['transition'], selector: string): Story => ({
  parameters: answers(['unit-officer'], { transition: transition! }),
  play: async (context) => {
    await Answering.play!(context);
    const root = await open(context.canvasElement, '.step [name=answer]');
    root.querySelector<HTMLElementTagNameMap['dvk-text-field']>('.step [name=answer]')!.value = 'Đã thu gom.';
    root.querySelector<HTMLFormElement>('.step form')!.requestSubmit();
    await open(context.canvasElement, selector);
  },
});

export const ChangedMeanwhile: Story = {
  ...confirming(problem('precondition-failed'), '.step [role=alert]'),
  name: 'Người khác vừa sửa (412)',
};
export const Refused: Story = {
  ...confirming(
    problem('validation-failed', { errors: [{ pointer: '/answer', code: 'control-characters' }] }),
    '#summary',
  ),
  name: 'Hệ thống báo ô chưa đúng (422)',
};
export const TooMany: Story = {
  ...confirming(problem('rate-limited', { retryAfter: 600 }), '.step [role=alert]'),
  name: 'Gửi quá nhiều lần (429)',
};
export const Slow: Story = {
  ...confirming(
    later('infinite', () => record),
    '[aria-busy=true]',
  ),
  name: 'Đang ghi, mạng chậm',
};

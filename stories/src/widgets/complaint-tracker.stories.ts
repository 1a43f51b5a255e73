import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { later, offline, problem, sampleCases, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import { api } from '@dvk/sdk/api';
import '@dvk/elements/complaint-tracker/define';
import '@dvk/elements/text-field/define';
import { openWidget, expectText, findPart } from '../support/play.ts';

const { answered, overdue } = sampleCases;
type Cases = MockHandlers<typeof api>['cases'];
const answers = (cases: Cases) => ({ msw: toMsw(api, '/api', { cases }) });

const open = (canvas: HTMLElement, selector = 'form') => openWidget(canvas, 'dvk-complaint-tracker', selector);

/** Fills in the two boxes as a citizen would and sends them. */
async function lookUp(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = await open(canvas);
  const fields = root.querySelectorAll<HTMLElementTagNameMap['dvk-text-field']>('[name]');
  fields[0]!.value = 'PA-261123-0042-E';
  fields[1]!.value = 'abcd-efgh';
  root.querySelector('form')!.requestSubmit();
  return root;
}

const meta: Meta = {
  title: 'Tiện ích/Tra cứu phản ánh, kiến nghị',
  component: 'dvk-complaint-tracker',
  render: () => html`<dvk-complaint-tracker base-url="/api"></dvk-complaint-tracker>`,
};
export default meta;
type Story = StoryObj;

export const Empty: Story = {
  name: 'Chưa tra cứu',
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  render: () => html`<dvk-complaint-tracker></dvk-complaint-tracker>`,
  play: async ({ canvasElement }) => void (await open(canvasElement, 'button:disabled')),
};

export const Answered: Story = {
  name: 'Đã trả lời đúng hạn',
  parameters: answers({ track: () => answered, rate: ({ body }) => ({ ...answered, rating: body }) }),
  play: async ({ canvasElement }) => void (await findPart(await lookUp(canvasElement), '.facts')),
};

export const Rating: Story = {
  ...Answered,
  name: 'Gửi đánh giá',
  play: async ({ canvasElement }) => {
    const root = await lookUp(canvasElement);
    await findPart(root, '.facts');
    root.querySelector<HTMLButtonElement>('.actions .primary')!.click();
    await findPart(root, '[name=solved]');
  },
};

export const Overdue: Story = {
  name: 'Quá hạn, đã gia hạn',
  parameters: answers({ track: () => overdue }),
  play: Answered.play!,
};

export const Reopening: Story = {
  ...Answered,
  name: 'Nói rõ điều chưa được giải quyết',
  play: async ({ canvasElement }) => {
    const root = await lookUp(canvasElement);
    (await findPart(root, '.actions .button:not(.primary)')).click();
    await findPart(root, '[name=reason]');
  },
};

export const Rated: Story = {
  name: 'Đã đánh giá, đã kết thúc',
  parameters: answers({
    track: () => ({ ...answered, status: 'closed', rating: { solved: 4, attitude: 5 }, actions: ['rate', 'reopen'] }),
  }),
  play: async ({ canvasElement }) => expectText(await lookUp(canvasElement), '4 trên 5', '5 trên 5'),
};

export const Received: Story = {
  name: 'Mới gửi, hạn tạm tính',
  parameters: answers({
    track: () => ({
      ...overdue,
      status: 'received',
      timeliness: 'running',
      extended: false,
      dueProvisional: true,
      unitName: null,
      steps: answered.steps.slice(0, 1),
    }),
  }),
  play: Answered.play!,
};

export const Ineligible: Story = {
  name: 'Không đủ điều kiện xử lý',
  parameters: answers({
    track: () => ({
      ...overdue,
      status: 'ineligible',
      timeliness: null,
      extended: false,
      steps: [
        ...answered.steps.slice(0, 1),
        {
          action: 'refuse',
          status: 'ineligible',
          at: answered.steps[1]!.at,
          by: 'office',
          unitName: null,
          note: 'Nội dung thuộc thẩm quyền của tòa án.',
        },
      ],
    }),
  }),
  play: async ({ canvasElement }) => expectText(await lookUp(canvasElement), 'Nội dung thuộc thẩm quyền của tòa án.'),
};

export const ServerError: Story = {
  name: 'Hệ thống gặp lỗi (500)',
  parameters: answers({ track: problem('internal-error') }),
  play: async ({ canvasElement }) => void (await findPart(await lookUp(canvasElement), '[role=alert] button')),
};

export const NotFound: Story = {
  name: 'Mã không khớp',
  parameters: answers({ track: problem('not-found') }),
  play: async ({ canvasElement }) => void (await findPart(await lookUp(canvasElement), '[role=alert]')),
};

export const MissingBoxes: Story = {
  name: 'Bỏ trống',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    root.querySelector('form')!.requestSubmit();
    await findPart(root, '#summary');
  },
};

export const RateLimited: Story = {
  name: 'Tra quá nhiều lần (429)',
  parameters: answers({ track: problem('rate-limited', { retryAfter: 3600 }) }),
  play: NotFound.play!,
};

export const Offline: Story = {
  name: 'Mất mạng',
  parameters: answers({ track: offline() }),
  play: NotFound.play!,
};

export const Slow: Story = {
  name: 'Mạng chậm',
  parameters: answers({ track: later('infinite', () => answered) }),
  play: async ({ canvasElement }) => void (await findPart(await lookUp(canvasElement), '[aria-busy=true]')),
};

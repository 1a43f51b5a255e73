import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { later, offline, problem, sampleCases, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import { api } from '@dvk/sdk/api';
import '@dvk/elements/complaint-tracker/define';
import '@dvk/elements/text-field/define';

const { answered, overdue } = sampleCases;
type Cases = MockHandlers<typeof api>['cases'];
const answers = (cases: Cases) => ({ msw: toMsw(api, '/api', { cases }) });

/** Fills in the two boxes as a citizen would and sends them. */
async function lookUp(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = canvas.querySelector('dvk-complaint-tracker')!.shadowRoot!;
  await waitFor(() => expect(root.querySelector('form')).toBeTruthy());
  const fields = root.querySelectorAll<HTMLElementTagNameMap['dvk-text-field']>('[name]');
  fields[0]!.value = 'PA-261123-0042-E';
  fields[1]!.value = 'abcd-efgh';
  root.querySelector('form')!.requestSubmit();
  return root;
}

async function untilSeen(root: ShadowRoot, selector: string): Promise<void> {
  await waitFor(() => expect(root.querySelector(selector)).toBeTruthy(), { timeout: 5000 });
}

const meta: Meta = {
  title: 'Tiện ích/Tra cứu vụ việc',
  component: 'dvk-complaint-tracker',
  render: () => html`<dvk-complaint-tracker base-url="/api"></dvk-complaint-tracker>`,
};
export default meta;
type Story = StoryObj;

export const Empty: Story = { name: 'Chưa tra cứu' };

export const Answered: Story = {
  name: 'Đã trả lời đúng hạn',
  parameters: answers({ track: () => answered, rate: ({ body }) => ({ ...answered, rating: body }) }),
  play: async ({ canvasElement }) => untilSeen(await lookUp(canvasElement), '.facts'),
};

export const Rating: Story = {
  ...Answered,
  name: 'Gửi đánh giá',
  play: async ({ canvasElement }) => {
    const root = await lookUp(canvasElement);
    await untilSeen(root, '.facts');
    root.querySelector<HTMLButtonElement>('.actions .primary')!.click();
    await untilSeen(root, '[name=solved]');
  },
};

export const Overdue: Story = {
  name: 'Quá hạn, đã gia hạn',
  parameters: answers({ track: () => overdue }),
  play: Answered.play!,
};

export const NotFound: Story = {
  name: 'Mã không khớp',
  parameters: answers({ track: problem('not-found') }),
  play: async ({ canvasElement }) => untilSeen(await lookUp(canvasElement), '[role=alert]'),
};

export const MissingBoxes: Story = {
  name: 'Bỏ trống',
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('dvk-complaint-tracker')!.shadowRoot!;
    await untilSeen(root, 'form');
    root.querySelector('form')!.requestSubmit();
    await untilSeen(root, '#summary');
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
  play: async ({ canvasElement }) => {
    const root = await lookUp(canvasElement);
    await waitFor(() => expect(root.querySelector('[role=alert]')).toBeTruthy(), { timeout: 20_000 });
  },
};

export const Slow: Story = {
  name: 'Mạng chậm',
  parameters: answers({ track: later('infinite', () => answered) }),
  play: async ({ canvasElement }) => untilSeen(await lookUp(canvasElement), '[aria-busy=true]'),
};

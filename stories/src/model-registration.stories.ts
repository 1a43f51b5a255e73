import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { api } from '@dvk/sdk/api';
import type { Session } from '@dvk/sdk/session';
import { later, offline, problem, sampleModels, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import '@dvk/elements/file-field/define';
import '@dvk/elements/model-registration/define';
import '@dvk/elements/text-field/define';

const { officer, registered, registration, unit } = sampleModels;
type Models = MockHandlers<typeof api>['models'];
type Field = HTMLElementTagNameMap['dvk-text-field'];

/** An officer of a unit at work, and what the system says to the models. */
const answers = (models: Models = {}, session: Partial<Session> = {}) => ({
  msw: toMsw(api, '/api', {
    session: { get: () => officer('sample', session) },
    units: { get: () => unit, list: () => ({ items: [unit], nextCursor: null }) },
    attachments: {
      upload: ({ body }) => ({
        id: '01890000-0000-7000-8000-0000000000f1',
        name: 'to-trinh.pdf',
        mediaType: 'application/pdf' as const,
        size: body.size,
        sha256: '0'.repeat(64),
        uploadedAt: '2026-03-05T02:00:00Z',
      }),
    },
    models: { create: ({ body }) => registered(body), ...models },
  }),
});

async function open(canvas: HTMLElement, selector = 'form'): Promise<ShadowRoot> {
  const root = canvas.querySelector('dvk-model-registration')!.shadowRoot!;
  await waitFor(() => expect(root.querySelector(selector)).toBeTruthy(), { timeout: 20_000 });
  return root;
}

const fieldOf = (root: ShadowRoot, name: string) => root.querySelector<Field>(`[name="${name}"]`)!;
const boxOf = (root: ShadowRoot, name: string) =>
  fieldOf(root, name).shadowRoot!.querySelector<HTMLInputElement>('input, textarea')!;

async function untilSeen(root: ShadowRoot, selector: string): Promise<void> {
  await waitFor(() => expect(root.querySelector(selector)).toBeTruthy(), { timeout: 20_000 });
}

/** Fills in the form at once; the journey below types it. */
async function fill(root: ShadowRoot): Promise<void> {
  const { content, tags: _, unitId: _unit, provinceCode: _province, ...rest } = registration;
  const values = {
    ...rest,
    ...Object.fromEntries(Object.entries(content).map(([name, text]) => [`content/${name}`, text])),
  };
  for (const [name, value] of Object.entries(values)) fieldOf(root, name).value = String(value);
  await waitFor(() => expect(boxOf(root, 'communeCode').value).toContain('Ba Đình'), { timeout: 20_000 });
  fieldOf(root, 'name').dispatchEvent(new Event('input', { bubbles: true }));
}

async function send(root: ShadowRoot, selector: string): Promise<void> {
  root.querySelector('form')!.requestSubmit();
  await untilSeen(root, selector);
  root.querySelector(selector)!.scrollIntoView({ block: 'center' });
}

const fillAndSend =
  (selector: string): Story['play'] =>
  async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await fill(root);
    await send(root, selector);
  };

/** Makes the browser say that it has no network. */
function withoutNetwork(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  return () => Reflect.deleteProperty(navigator, 'onLine');
}

const meta: Meta = {
  title: 'Tiện ích/Đăng ký mô hình',
  component: 'dvk-model-registration',
  parameters: answers(),
  render: () => html`<dvk-model-registration base-url="/api"></dvk-model-registration>`,
  // No draft of the story before.
  beforeEach: () =>
    new Promise<void>((done) => {
      const forgetting = indexedDB.deleteDatabase('dvk-drafts');
      forgetting.onsuccess = forgetting.onerror = () => done();
    }),
};
export default meta;
type Story = StoryObj;

export const Empty: Story = {
  name: 'Phiếu trống',
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const Journey: Story = {
  name: 'Cả hành trình: nhập, gửi, nhận mã',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    const user = userEvent.setup({ delay: null });
    const type = async (name: string, text: string) => {
      await user.click(boxOf(root, name));
      await user.keyboard(text);
    };
    const choose = (name: string, value: string) =>
      user.click(fieldOf(root, name).shadowRoot!.querySelector(`input[value="${value}"]`)!);

    await choose('registrantKind', 'individual');
    await type('registrantName', 'Nguyễn Văn A');
    await type('responsiblePerson', registration.responsiblePerson);
    await choose('intakeKind', 'new');
    await choose('field', registration.field);
    await choose('tags', 'Bảo vệ môi trường');
    await type('communeCode', 'ba dinh ha noi');
    await waitFor(() => expect(boxOf(root, 'communeCode').getAttribute('aria-expanded')).toBe('true'));
    await untilSeen(fieldOf(root, 'communeCode').shadowRoot!, '[role=option]');
    await user.keyboard('{Enter}');
    await type('name', registration.name);
    for (const [name, text] of Object.entries(registration.content)) await type(`content/${name}`, text);
    await type('budget', '15.000.000');
    await type('startDate', '1/4/2026');
    await type('assessmentDate', '15/11/2026');
    await type('endDate', '31/12/2026');
    root
      .querySelector('dvk-file-field')!
      .addFiles([new File(['%PDF-1.7'], 'to-trinh.pdf', { type: 'application/pdf' })]);
    await waitFor(() => expect(root.querySelector('dvk-file-field')!.value).toHaveLength(1), { timeout: 10_000 });
    await waitFor(() => expect(root.querySelectorAll('.contents .full')).toHaveLength(6));
    await user.click(root.querySelector('.end .primary')!);
    await untilSeen(root, '.sheet');
    await expect(root.querySelector('.code')!.textContent).toBe('MH-260305-0042-H');
  },
};

export const Filled: Story = {
  name: 'Đã nhập đủ',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await fill(root);
    await untilSeen(root, '.full');
  },
};

export const Missing: Story = {
  name: 'Thiếu ô bắt buộc',
  play: async ({ canvasElement }) => send(await open(canvasElement), '#summary'),
};

export const DraftRestored: Story = {
  name: 'Bản nháp được mở lại',
  play: async ({ canvasElement }) => {
    await fill(await open(canvasElement));
    const widget = canvasElement.querySelector('dvk-model-registration')!;
    const place = widget.parentElement!;
    widget.remove();
    place.append(widget);
    await open(canvasElement, '.draft');
  },
};

export const Discarded: Story = {
  name: 'Bỏ bản nháp, còn lấy lại được',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await fill(root);
    root.querySelector<HTMLButtonElement>('.end .plain')!.click();
    await untilSeen(root, '.draft');
  },
};

export const Slow: Story = {
  name: 'Mạng chậm, đang gửi',
  parameters: answers({ create: later('infinite', () => registered()) }),
  play: fillAndSend('[aria-busy=true]'),
};

export const SignedOut: Story = {
  name: 'Hết phiên khi gửi (401)',
  parameters: answers({ create: problem('unauthenticated') }),
  play: fillAndSend('.failure'),
};

export const Conflict: Story = {
  name: 'Trùng (409)',
  parameters: answers({
    create: problem('conflict', { detail: 'Đơn vị đã đăng ký một mô hình cùng tên trong năm nay.' }),
  }),
  play: fillAndSend('.failure'),
};

export const Refused: Story = {
  name: 'Hệ thống báo ô chưa đúng (422)',
  parameters: answers({
    create: problem('validation-failed', {
      errors: [
        { pointer: '/unitId', code: 'unknown' },
        { pointer: '/content/goals', code: 'control-characters' },
      ],
    }),
  }),
  play: fillAndSend('#summary'),
};

export const TooMany: Story = {
  name: 'Gửi quá nhiều lần (429)',
  parameters: answers({ create: problem('rate-limited', { retryAfter: 60 }) }),
  play: fillAndSend('.failure'),
};

export const Failed: Story = {
  name: 'Hệ thống lỗi (500)',
  parameters: answers({ create: problem('internal-error') }),
  play: fillAndSend('.failure'),
};

export const Unreachable: Story = {
  name: 'Không kết nối được',
  parameters: answers({ create: offline() }),
  play: fillAndSend('.failure'),
};

export const Offline: Story = {
  name: 'Mất mạng: chờ tự gửi',
  beforeEach: withoutNetwork,
  play: fillAndSend('.end .notice button'),
};

export const OfflineAtFirst: Story = {
  name: 'Không mở được',
  parameters: { msw: toMsw(api, '/api', { session: { get: offline() } }) },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.failure')),
};

export const Visitor: Story = {
  name: 'Chưa đăng nhập',
  parameters: answers({}, { subject: null, name: null, roles: ['anonymous'], unitId: null }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice button')),
};

export const NotAllowed: Story = {
  name: 'Không có quyền',
  parameters: answers({}, { roles: ['citizen'], unitId: null }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice:not(.loading)')),
};

export const Done: Story = {
  name: 'Đã nhận đăng ký',
  play: fillAndSend('.sheet'),
};

const returned = registered(registration, {
  status: 'returned',
  statusReason: 'Mục 3 cần nêu con số cụ thể.\nMục 8 cần nói rõ cách kiểm tra.',
});
const correction = () =>
  html`<dvk-model-registration base-url="/api" model-id=${returned.id}></dvk-model-registration>`;

export const Correction: Story = {
  name: 'Sửa đăng ký bị trả lại',
  render: correction,
  parameters: answers({ get: () => returned }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await waitFor(() => expect(fieldOf(root, 'name').value).toBe(registration.name));
  },
};

export const ChangedMeanwhile: Story = {
  name: 'Người khác vừa sửa (412)',
  render: correction,
  parameters: (() => {
    const theirs = registered(
      { ...registration, content: { ...registration.content, goals: 'Năm tuyến đường sạch, mọi hộ tham gia.' } },
      { etag: '"v2"' },
    );
    let reads = 0;
    return answers({
      get: () => (reads++ === 0 ? registered() : theirs),
      update: problem('precondition-failed'),
    });
  })(),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await waitFor(() => expect(fieldOf(root, 'name').value).toBe(registration.name));
    const goals = fieldOf(root, 'content/goals');
    goals.restoreState('Bốn tuyến đường sạch, 95 % số hộ tham gia.');
    goals.dispatchEvent(new Event('input', { bubbles: true }));
    await send(root, '.failure');
    root.querySelector<HTMLButtonElement>('.failure button')!.click();
    await untilSeen(root, '.theirs');
  },
};

export const Locked: Story = {
  name: 'Không còn sửa được',
  render: correction,
  parameters: answers({ get: () => ({ ...returned, status: 'recognised', statusReason: null }) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.sheet')),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { api } from '@dvk/sdk/api';
import type { DraftSummary } from '@dvk/sdk/drafts';
import { modelStatuses, type Model, type ModelStatus } from '@dvk/sdk/models';
import type { Session } from '@dvk/sdk/session';
import {
  later,
  offline,
  problem,
  sampleDrafts,
  sampleModels,
  sampleSession,
  sampleUnits,
  toMsw,
  type MockHandlers,
} from '@dvk/sdk/testing';
import '@dvk/elements/file-field/define';
import '@dvk/elements/model-registration/define';
import '@dvk/elements/text-field/define';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { longTexts } from '../support/field-page.ts';
import { isChosen } from '../support/listing.ts';
import { withoutNetwork } from '../support/network.ts';
import { personOf } from '../support/persons.ts';
import { expectText, forgetDrafts, openWidget, reload, findPart, waitFor } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

const { registered, registration } = sampleModels;
const { officer } = sampleSession;
const { unit } = sampleUnits;
type Models = MockHandlers<typeof api>['models'];
type Field = HTMLElementTagNameMap['dvk-text-field'];

/** An officer of a unit at work, and what the system says to the models. */
const answers = (models: Models = {}, session: Partial<Session> = {}, more: MockHandlers<typeof api> = {}) => ({
  msw: toMsw(api, apiUrl, {
    session: { get: ({ request }) => personOf(request, () => officer('sample', session)) },
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
    drafts: { create: () => sampleDrafts.draft, update: () => sampleDrafts.draft },
    ...more,
  }),
});

const open = (canvas: HTMLElement, selector = 'form') => openWidget(canvas, 'dvk-model-registration', selector);
const fieldOf = (root: ShadowRoot, name: string) => root.querySelector<Field>(`[name="${name}"]`)!;
const controlOf = (root: ShadowRoot, name: string) =>
  fieldOf(root, name).shadowRoot!.querySelector<HTMLInputElement>('input, textarea')!;

/** Fills in the form at once; in the journey it is entered field by field. */
async function fill(root: ShadowRoot): Promise<void> {
  const { content, tags: _, unitId: _unit, provinceCode: _province, ...rest } = registration;
  const values = {
    ...rest,
    ...Object.fromEntries(Object.entries(content).map(([name, text]) => [`content/${name}`, text])),
  };
  for (const [name, value] of Object.entries(values)) fieldOf(root, name).value = String(value);
  await waitFor(() => controlOf(root, 'communeCode').value.includes('Ba Đình'), 'the name of the commune');
  fieldOf(root, 'name').dispatchEvent(new Event('input', { bubbles: true }));
}

async function send(root: ShadowRoot, selector: string): Promise<void> {
  root.querySelector('form')!.requestSubmit();
  (await findPart(root, selector)).scrollIntoView({ block: 'center' });
}

const fillAndSend =
  (selector: string): Story['play'] =>
  async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await fill(root);
    await send(root, selector);
  };

const meta: Meta = {
  title: 'Tiện ích/Đăng ký mô hình',
  component: 'dvk-model-registration',
  parameters: answers(),
  render: widget('dvk-model-registration'),
  args: { baseUrl: apiUrl, modelId: 'new' },
  // No draft of the story before.
  beforeEach: forgetDrafts,
};
export default meta;
type Story = StoryObj;

const unitModels = [
  registered(registration, {
    id: '01890000-0000-7000-8000-0000000000a2',
    name: 'Tổ tự quản đường sông',
    status: 'returned',
    remarks: [
      { field: 'content/resources', text: 'Thiếu biên bản họp dân.' },
      { field: 'content/sustainability', text: 'Nêu người kế tục khi tổ trưởng nghỉ.' },
    ],
    correctBy: '2199-12-07',
  }),
  registered(registration, {
    id: '01890000-0000-7000-8000-0000000000a3',
    name: 'Camera an ninh do dân góp',
    status: 'building',
    assessmentDate: '2199-12-15',
  }),
  registered(registration, {
    id: '01890000-0000-7000-8000-0000000000a4',
    name: 'Nhà sạch, vườn xanh',
    status: 'self-assessing',
    assessmentDate: '2199-12-20',
  }),
  registered(registration, {
    id: '01890000-0000-7000-8000-0000000000a5',
    name: 'Tiếng loa nghĩa tình',
    status: 'recognised',
  }),
];

/** What a unit has registered, and what the person has begun. */
const listing = (models: readonly Model[], drafts: readonly DraftSummary[] = []) => {
  const count = (status: ModelStatus) => models.filter((each) => each.status === status).length;
  const status = Object.fromEntries(modelStatuses.map((each) => [each, count(each)])) as Record<ModelStatus, number>;
  return answers(
    {
      list: ({ query }) => ({
        items: models.filter((each) => isChosen(each.status, query.status)),
        nextCursor: null,
      }),
      counts: () => ({
        asOf: '2026-03-05T02:00:00Z',
        total: models.length,
        by: { status, registrantKind: { collective: models.length, individual: 0 } },
      }),
    },
    { name: 'Nguyễn Văn A' },
    { drafts: { list: () => ({ items: [...drafts] }) } },
  );
};
export const MyModels: Story = {
  name: 'Mô hình của đơn vị tôi',
  parameters: listing(unitModels, [sampleDrafts.draft]),
  args: { modelId: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.row')),
};

export const Anatomy: Story = {
  ...anatomyOf(
    MyModels,
    ['h2', 'Danh sách là của đơn vị người đang đăng nhập'],
    ['.tablist', 'Theo tình trạng, có số đếm; bản nháp ở một thẻ riêng'],
    ['.row .due', 'Việc đến hạn, ngày có thứ; đỏ khi quá hạn, vàng khi sắp đến'],
    ['.row .chip', 'Trạng thái của mô hình'],
    ['.stages', 'Mô hình đang ở bước nào trong bảy bước'],
    ['.row .button', 'Mỗi dòng một việc; chỉ dòng gấp nhất có nút chính'],
    ['.remarks', 'Vì sao bị trả lại; mỗi ý dẫn đến đúng mục của phiếu'],
  ),
  name: 'Cấu tạo',
};

export const LongNames: Story = {
  name: 'Tên mô hình, lý do trả lại dài',
  parameters: listing(
    unitModels.map((model) => ({ ...model, name: longTexts.label, statusReason: longTexts.hint })),
    [{ ...sampleDrafts.draft, title: longTexts.text }],
  ),
  args: { modelId: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.row')),
};

export const NoModels: Story = {
  name: 'Đơn vị chưa có mô hình',
  parameters: listing([]),
  args: { modelId: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=empty]')),
};

export const Empty: Story = {
  name: 'Phiếu trống',
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const Filled: Story = {
  name: 'Đã nhập đủ',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await fill(root);
    await findPart(root, '.full');
    await expectText(root, 'Đã lưu bản nháp lên máy chủ');
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
    await reload(canvasElement.querySelector('dvk-model-registration')!);
    await open(canvasElement, '.draft');
  },
};

export const Discarded: Story = {
  name: 'Xóa bản nháp, còn khôi phục được',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await fill(root);
    root.querySelector<HTMLButtonElement>('.end .plain')!.click();
    await findPart(root, '.draft');
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
  play: fillAndSend('.danger'),
};

export const Conflict: Story = {
  name: 'Trùng (409)',
  parameters: answers({
    create: problem('conflict', { detail: 'Đơn vị đã đăng ký một mô hình cùng tên trong năm nay.' }),
  }),
  play: fillAndSend('.danger'),
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
  play: fillAndSend('.danger'),
};

export const Failed: Story = {
  name: 'Hệ thống lỗi (500)',
  parameters: answers({ create: problem('internal-error') }),
  play: fillAndSend('.danger'),
};

export const Unreachable: Story = {
  name: 'Không kết nối được',
  parameters: answers({ create: offline() }),
  play: fillAndSend('.danger'),
};

export const Offline: Story = {
  name: 'Mất mạng: chờ tự gửi',
  beforeEach: withoutNetwork,
  play: fillAndSend('.end .notice button'),
};

export const OfflineAtFirst: Story = {
  name: 'Không mở được',
  parameters: { msw: toMsw(api, apiUrl, { session: { get: offline() } }) },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.danger')),
};

export const Loading: Story = {
  name: 'Đang mở',
  parameters: { msw: toMsw(api, apiUrl, { session: { get: later('infinite', () => officer('sample')) } }) },
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=loading]')),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  args: { baseUrl: '', modelId: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice')),
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

export const Correction: Story = {
  name: 'Sửa đăng ký bị trả lại',
  args: { modelId: returned.id },
  parameters: answers({ get: () => returned }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await waitFor(() => fieldOf(root, 'name').value === registration.name, 'the registration');
  },
};

export const ChangedMeanwhile: Story = {
  name: 'Người khác vừa sửa (412)',
  args: { modelId: returned.id },
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
    await waitFor(() => fieldOf(root, 'name').value === registration.name, 'the registration');
    const goals = fieldOf(root, 'content/goals');
    goals.restoreState('Bốn tuyến đường sạch, 95% số hộ tham gia.');
    goals.dispatchEvent(new Event('input', { bubbles: true }));
    await send(root, '.danger');
    root.querySelector<HTMLButtonElement>('.danger button')!.click();
    await findPart(root, '.theirs');
  },
};

export const Locked: Story = {
  name: 'Không còn sửa được',
  args: { modelId: returned.id },
  parameters: answers({ get: () => ({ ...returned, status: 'recognised', statusReason: null }) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.sheet')),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { OwnCase, PublicCase } from '@dvk/sdk/cases';
import type { Session } from '@dvk/sdk/session';
import { later, offline, problem, sampleCases, sampleSession, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import { api } from '@dvk/sdk/api';
import '@dvk/elements/complaint-tracker/define';
import '@dvk/elements/text-field/define';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { longTexts } from '../support/field-page.ts';
import { controlOf, expectText, findPart, forgetDrafts, openWidget } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

const { answered, overdue } = sampleCases;
type Cases = MockHandlers<typeof api>['cases'];
const answers = (cases: Cases, session: Session = sampleSession.visitor) => ({
  msw: toMsw(api, apiUrl, { session: { get: () => session }, cases }),
});

const open = (canvas: HTMLElement, selector = 'form') => openWidget(canvas, 'dvk-complaint-tracker', selector);

/** Fills in the two boxes as a citizen would and sends them. */
async function lookUp(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = await open(canvas);
  const fields = root.querySelectorAll<HTMLElementTagNameMap['dvk-text-field']>('[name]');
  fields[0]!.value = 'PA-261123-0042-E';
  fields[1]!.value = sampleCases.receipt.secret;
  root.querySelector('form')!.requestSubmit();
  return root;
}

const photo = (id: string, name: string, uploadedAt: string) =>
  ({ id: `01890000-0000-7000-8000-00000000000${id}`, name, mediaType: 'image/png', size: 52_000, uploadedAt }) as const;

/** A drawn street, with a heap of rubbish or a tree. */
function drawStreet(isClean: boolean): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const paint = canvas.getContext('2d')!;
  const box = (color: string, ...[x, y, width, height]: [number, number, number, number]) => {
    paint.fillStyle = color;
    paint.fillRect(x, y, width, height);
  };
  box('#dce8f2', 0, 0, 640, 330);
  box('#b8bfcc', 0, 330, 640, 150);
  box('#ead9b0', 60, 180, 160, 150);
  box('#a9523c', 45, 130, 190, 55);
  box('#d8dee6', 380, 160, 190, 170);
  paint.fillStyle = isClean ? '#4f9462' : '#58616c';
  paint.beginPath();
  paint.arc(310, isClean ? 230 : 380, isClean ? 60 : 80, isClean ? 0 : Math.PI, Math.PI * 2);
  paint.fill();
  if (isClean) box('#6b4a34', 302, 280, 16, 60);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!)));
}

const before = photo('1', 'đầu ngõ.png', answered.receivedAt);
const after = photo('2', 'đã dọn.png', answered.answer!.at);
const withPhotos = { ...answered, attachments: [before], answer: { ...answered.answer!, attachments: [after] } };
const pictures: Cases = { thumbnail: ({ params }) => drawStreet(params.id === after.id) };
const running = {
  ...overdue,
  attachments: [before],
  timeliness: 'running',
  extended: false,
  dueAt: '2026-11-25T16:59:59.999Z',
  due: { class: 'in-time', workingDays: 4 },
  steps: answered.steps.slice(0, 3),
} satisfies PublicCase;
const reopenedAt = '2026-11-20T02:15:00Z';
const reopened = {
  ...withPhotos,
  status: 'reopened',
  timeliness: 'running',
  dueAt: '2026-11-30T16:59:59.999Z',
  due: { class: 'in-time', workingDays: 5 },
  termStartedAt: reopenedAt,
  daysOff: ['2026-11-21', '2026-11-22', '2026-11-24', '2026-11-28', '2026-11-29'],
  steps: [
    ...answered.steps,
    {
      action: 'reopen',
      status: 'reopened',
      at: reopenedAt,
      by: 'sender',
      unitName: null,
      note: 'Rác lại đầy, xe không đến.',
    },
  ],
  earlierTerms: [
    {
      startedAt: answered.receivedAt,
      dueAt: answered.dueAt,
      extended: false,
      answer: withPhotos.answer,
      timeliness: 'on-time',
    },
  ],
  actions: [],
} satisfies PublicCase;

/** Answers once; then the network is gone. */
function firstThenOffline(): NonNullable<NonNullable<Cases>['track']> {
  let isFirst = true;
  return () => {
    if (!isFirst) return offline();
    isFirst = false;
    return answered;
  };
}

const meta: Meta = {
  title: 'Tiện ích/Tra cứu phản ánh, kiến nghị',
  component: 'dvk-complaint-tracker',
  // What the tracker of this tab has open, and what this machine remembers.
  beforeEach: async () => {
    sessionStorage.clear();
    localStorage.clear();
    await forgetDrafts();
  },
  render: widget('dvk-complaint-tracker'),
  args: { baseUrl: apiUrl },
};
export default meta;
type Story = StoryObj;

export const Empty: Story = {
  name: 'Chưa tra cứu',
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  args: { baseUrl: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, 'button:disabled')),
};

export const Answered: Story = {
  name: 'Đã trả lời đúng hạn',
  parameters: answers({ track: () => withPhotos, rate: ({ body }) => ({ ...withPhotos, rating: body }), ...pictures }),
  play: async ({ canvasElement }) => void (await findPart(await lookUp(canvasElement), '.found')),
};

export const Anatomy: Story = {
  ...anatomyOf(
    Answered,
    ['.case-code', 'Loại và mã tra cứu'],
    ['#title', 'Tiêu đề của phản ánh: việc gì, ở đâu'],
    ['.head .chip', 'Trạng thái và tình trạng hạn, bằng chữ'],
    ['[part=steps]', 'Các bước: đã xong, đang ở đâu, còn gì'],
    ['[part=answer]', 'Nội dung trả lời khi đã có; chưa có thì là hạn xử lý và cách tính'],
    ['.rating', 'Đánh giá: nút mở biểu mẫu năm mức'],
    ['.not-done', 'Báo chưa được giải quyết: tách riêng, không phải nút chính'],
    ['.remember', 'Nhớ trên máy này: tắt cho đến khi người gửi bật'],
    ['.links', 'Cập nhật, in, tra cứu phản ánh khác'],
  ),
  name: 'Cấu tạo',
};

export const Long: Story = {
  name: 'Tiêu đề, tên đơn vị, trả lời dài',
  parameters: answers({
    track: () => ({
      ...withPhotos,
      title: longTexts.label,
      unitName: longTexts.text,
      answer: { ...withPhotos.answer, text: `${longTexts.text}. `.repeat(8) },
    }),
    ...pictures,
  }),
  play: Answered.play!,
};

export const Rating: Story = {
  ...Answered,
  name: 'Gửi đánh giá',
  play: async ({ canvasElement }) => {
    const root = await lookUp(canvasElement);
    await findPart(root, '.found');
    root.querySelector<HTMLButtonElement>('.rating .primary')!.click();
    await findPart(root, '[name=solved]');
  },
};

export const Running: Story = {
  name: 'Đang xử lý, hạn còn xa',
  parameters: answers({ track: () => running, ...pictures }),
  play: async ({ canvasElement }) => {
    const root = await lookUp(canvasElement);
    await findPart(root, '.found');
    (await findPart(root, '.due summary')).click();
    await findPart(root, '.thumbnail img');
  },
};

export const Reopened: Story = {
  name: 'Đang xử lý lại',
  parameters: answers({ track: () => reopened, ...pictures }),
  play: Answered.play!,
};

export const Remembered: Story = {
  name: 'Đã nhớ trên máy này, mã bí mật còn thiếu',
  beforeEach: () => {
    const titles = [
      ['PA-261123-0042-E', answered.title, 'in-progress'],
      ['PA-261120-0017-3', 'Đề nghị thêm đèn đường trước trường tiểu học', 'answered'],
    ] as const;
    const cases = titles.map(([code, title, status]) => ({ ...sampleCases.receipt, code, title, status }));
    localStorage.setItem('dvk-remembered-cases', JSON.stringify(cases));
  },
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await findPart(root, '.known');
    const [code, secret] = root.querySelectorAll<HTMLElementTagNameMap['dvk-text-field']>('[name]');
    code!.value = 'PA-261129-0005-Q';
    secret!.value = 'TNXE-4MC7-VQX2';
    root.querySelector('form')!.requestSubmit();
    await expectText(secret!.shadowRoot!, 'Quý vị mới nhập 12');
    controlOf(secret!).blur();
  },
};

const citizen: Session = { ...sampleSession.visitor, subject: 'citizen', roles: ['citizen'] };
const own: readonly OwnCase[] = [
  { ...overdue, code: 'PA-261128-0031-P', title: 'Nắp cống trước cổng chợ bị vỡ', answeredAt: null },
  {
    ...answered,
    code: 'KN-261120-0017-3',
    kind: 'proposal',
    title: 'Đề nghị thêm đèn đường trước trường tiểu học',
    receivedAt: '2026-11-20T01:20:00Z',
    answeredAt: '2026-11-25T02:00:00Z',
  },
];

export const Own: Story = {
  name: 'Đã đăng nhập: “Phản ánh của tôi”',
  args: { ownCases: true },
  parameters: answers({ mine: () => ({ items: [...own], nextCursor: 'more' }) }, citizen),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.own .known')),
};

export const Linked: Story = {
  name: 'Mở từ “Phản ánh của tôi”',
  args: { ownCases: true },
  parameters: answers(
    { mine: () => ({ items: [...own], nextCursor: null }), track: () => ({ ...answered, linked: true }) },
    citizen,
  ),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.own .known');
    root.querySelector<HTMLElement>('.own .known')!.click();
    await findPart(root, '.found');
  },
};

export const OfflineCopy: Story = {
  name: 'Mất mạng sau khi đã tải',
  parameters: answers({ track: firstThenOffline() }),
  play: async ({ canvasElement }) => {
    const root = await lookUp(canvasElement);
    (await findPart(root, '.links .button')).click();
    await findPart(root, '.offline');
  },
};

export const Opening: Story = {
  name: 'Tự mở từ phiếu, mạng chậm',
  beforeEach: () => {
    const { code, secret } = sampleCases.receipt;
    sessionStorage.setItem('dvk-open-case', JSON.stringify({ code, secret }));
  },
  parameters: answers({ track: later('infinite', () => answered) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.skeleton')),
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
    (await findPart(root, '.not-done .button')).click();
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
      due: null,
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

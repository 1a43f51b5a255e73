import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { later, offline, problem, sampleCases, sampleSession, toMsw, type MockHandlers } from '@dvk/sdk/testing';
import { api } from '@dvk/sdk/api';
import type { Case } from '@dvk/sdk/cases';
import type { Session } from '@dvk/sdk/session';
import '@dvk/elements/case-desk/define';
import '@dvk/elements/text-field/define';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { longTexts } from '../support/field-page.ts';
import {
  deskCounts,
  deskHistory,
  deskNotes,
  deskRecord,
  deskRows,
  deskSuggestion,
  drawnFile,
  unitCounts,
  unitRows,
} from '../support/desk-cases.ts';
import { personOf, signedIn } from '../support/persons.ts';
import { expectText, findPart, openWidget, press } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

const { answer, record } = sampleCases;
type Cases = MockHandlers<typeof api>['cases'];

const answers = (roles: Session['roles'], cases: Cases) => ({
  msw: toMsw(api, apiUrl, {
    session: {
      get: ({ request }) => personOf(request, () => ({ ...signedIn(...roles), unitId: record.unitId })),
    },
    cases: {
      list: () => ({ items: [...deskRows], nextCursor: 'next' }),
      counts: () => deskCounts,
      get: () => record,
      history: () => ({ items: deskHistory, nextCursor: null }),
      notes: () => ({ items: deskNotes, nextCursor: null }),
      suggestUnit: () => ({ suggestion: deskSuggestion }),
      ...cases,
    },
    units: { list: () => ({ items: [], nextCursor: null }) },
    attachments: {
      download: ({ params }) => drawnFile(params.id),
      thumbnail: ({ params }) => drawnFile(params.id),
    },
  }),
});

const open = (canvas: HTMLElement, selector: string) => openWidget(canvas, 'dvk-case-desk', selector);

/** Opens the first case. */
async function openRow(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = await open(canvas, '.row');
  root.querySelector<HTMLElement>('.row')!.click();
  await open(canvas, '.detail .facts');
  return root;
}

const meta: Meta = {
  title: 'Tiện ích/Tiếp nhận, xử lý',
  component: 'dvk-case-desk',
  render: widget('dvk-case-desk'),
  args: { baseUrl: apiUrl },
};
export default meta;
type Story = StoryObj;

export const List: Story = {
  name: 'Danh sách',
  parameters: answers(['secretariat'], {}),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.row')),
};

export const Detail: Story = {
  name: 'Mở một hồ sơ: đơn vị được đề xuất',
  args: { syncUrl: 'hash' },
  parameters: answers(['secretariat'], { get: () => deskRecord }),
  play: async ({ canvasElement }) => {
    const root = await openRow(canvasElement);
    await expectText(root, deskSuggestion.name, deskHistory[0]!.reason!);
  },
};

export const Anatomy: Story = {
  ...anatomyOf(
    { ...Detail, args: {} },
    ['.record-head', 'Đầu hồ sơ: loại, mã, sao chép, đi đến hồ sơ trước, sau, đóng'],
    ['#record-title', 'Tiêu đề là việc xảy ra, không phải mã'],
    ['.states-line .chip', 'Trạng thái và mức gấp'],
    ['.stepper', 'Năm bước, bản gọn'],
    ['[aria-label="Đề xuất đơn vị xử lý"]', 'Việc cần làm tiếp: đơn vị được đề xuất, vì sao, một nút để chuyển'],
    ['.facts', 'Hạn và cách tính, nơi xảy ra, người gửi (ẩn với đơn vị)'],
    ['.content', 'Nội dung người gửi viết'],
    ['[part=files]', 'Ảnh nhỏ, bấm để xem'],
    ['.parts .tablist', 'Lịch sử, trao đổi nội bộ, trả lời người dân'],
    ['.step', 'Chân hồ sơ: bước và ghi chú, luôn trong tầm nhìn'],
  ),
  name: 'Cấu tạo',
};

const longUnit =
  'Ban Quản lý các khu công nghiệp, khu kinh tế, Trung tâm Phát triển quỹ đất và hạ tầng kỹ thuật đô thị';

export const LongTexts: Story = {
  ...Detail,
  args: {},
  name: 'Tiêu đề, tên đơn vị, nội dung dài',
  parameters: answers(['secretariat'], {
    list: () => ({
      items: deskRows.map((row) => ({ ...row, title: longTexts.label, unitName: longUnit })),
      nextCursor: null,
    }),
    get: () => ({
      ...deskRecord,
      title: longTexts.label,
      unitName: longUnit,
      content: `${longTexts.text}. `.repeat(12),
    }),
  }),
  play: async ({ canvasElement }) => void (await openRow(canvasElement)),
};

export const NoSuggestion: Story = {
  ...Detail,
  name: 'Chưa có đơn vị nào để đề xuất',
  parameters: answers(['secretariat'], { get: () => deskRecord, suggestUnit: () => ({ suggestion: null }) }),
  play: async ({ canvasElement }) => {
    const root = await openRow(canvasElement);
    await expectText(root, 'Chưa có đơn vị nào để đề xuất');
  },
};

/** A unit at its own queue, with a case of it. */
const ofUnit = (get: () => Case = () => ({ ...deskRecord, ...unitRows[0]!, sender: null })): NonNullable<Cases> => ({
  list: () => ({ items: [...unitRows], nextCursor: null }),
  counts: () => unitCounts,
  get,
});

export const OfUnit: Story = {
  ...Detail,
  name: 'Đơn vị xem hồ sơ của mình',
  parameters: answers(['unit-officer'], ofUnit()),
  play: async ({ canvasElement }) => {
    const root = await openRow(canvasElement);
    await expectText(root, 'Đã ẩn với đơn vị xử lý', 'Không thuộc thẩm quyền');
  },
};

export const Answering: Story = {
  ...OfUnit,
  name: 'Soạn trả lời',
  play: async (context) => {
    await OfUnit.play!(context);
    const root = await open(context.canvasElement, '.step .primary');
    root.querySelector<HTMLElement>('.step .primary')!.click();
    await open(context.canvasElement, '.confirm');
  },
};

export const ExtensionAsked: Story = {
  ...Detail,
  name: 'Đơn vị xin gia hạn, chờ quyết định',
  parameters: answers(['secretariat'], {
    get: () => ({
      ...deskRecord,
      ...unitRows[0]!,
      extensionRequest: { until: '2026-12-14', reason: 'Chờ kết quả đo mẫu nước.', at: '2026-11-27T02:00:00Z' },
    }),
  }),
  play: async ({ canvasElement }) => {
    const root = await openRow(canvasElement);
    await expectText(root, 'Chờ kết quả đo mẫu nước.', 'Gia hạn đến 14/12/2026');
  },
};

export const SeveralPassed: Story = {
  name: 'Chuyển nhiều hồ sơ: kết quả từng hồ sơ',
  parameters: answers(['secretariat'], {
    get: ({ params }) => ({ ...deskRecord, ...deskRows.find(({ id }) => id === params.id)! }),
    suggestUnit: ({ params }) => ({ suggestion: params.id === deskRows[5]!.id ? null : deskSuggestion }),
    transition: ({ params }) => ({
      ...deskRecord,
      ...deskRows.find(({ id }) => id === params.id)!,
      status: 'in-progress',
      unitId: deskSuggestion.unitId,
      unitName: deskSuggestion.name,
    }),
  }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    for (const row of [...root.querySelectorAll('.row input')].slice(3, 7)) (row as HTMLElement).click();
    (await findPart(root, '.bar .white')).click();
    (await findPart(root, '.dialog .primary')).click();
    await expectText(root, 'Chưa có đơn vị nào để đề xuất. Chọn đơn vị.', `Đã chuyển ${deskSuggestion.name}`);
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

export const Visitor: Story = {
  name: 'Chưa đăng nhập',
  parameters: {
    msw: toMsw(api, apiUrl, { session: { get: () => sampleSession.visitor } }),
  },
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal] button')),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  args: { baseUrl: '' },
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
  play: async ({ canvasElement }) => {
    await openRow(canvasElement);
    await press(await open(canvasElement, '.detail button'), step);
    await open(canvasElement, selector);
  },
});
const received = (): Case => ({ ...record, status: 'received', unitId: null, unitName: null });

export const Refusing: Story = {
  ...stepForm(['secretariat'], 'Từ chối', '.confirm [name=reason]', received),
  name: 'Từ chối, phải nêu lý do',
};
export const Assigning: Story = {
  ...stepForm(['secretariat'], 'Đơn vị khác', '.confirm [name=unitId]', received),
  name: 'Chuyển đơn vị',
};
export const Extending: Story = {
  ...stepForm(['unit-leader'], 'Xin gia hạn', '.confirm [name=until]'),
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
  play: async ({ canvasElement }) => {
    const root = await openRow(canvasElement);
    await press(root, 'Câu trả lời');
    await expectText(root, answer.text);
    await findPart(root, '[aria-label="Xem ảnh đầu ngõ.jpg"]');
  },
};

/** The answer is written and confirmed, and something is in the way. */
const confirming = (transition: NonNullable<Cases>['transition'], selector: string): Story => ({
  parameters: answers(['unit-officer'], { transition: transition! }),
  play: async (context) => {
    await Answering.play!(context);
    const root = await open(context.canvasElement, '.confirm [name=answer]');
    root.querySelector<HTMLElementTagNameMap['dvk-text-field']>('.confirm [name=answer]')!.value = 'Đã thu gom.';
    root.querySelector<HTMLFormElement>('.confirm')!.requestSubmit();
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

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { api } from '@dvk/sdk/api';
import { later, offline, problem, samplePeople, sampleSession, toMsw } from '@dvk/sdk/testing';
import '@dvk/elements/people/define';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { longTexts } from '../support/field-page.ts';
import { peopleAnswers } from '../support/people.ts';
import { expectText, findPart, openWidget, press, waitFor } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

const id = samplePeople.samplePersonId;

/** Names that need more than their line. */
const long = { name: longTexts.label, unitName: longTexts.label };

const open = (canvas: HTMLElement, selector: string) => openWidget(canvas, 'dvk-people', selector);

/** Sets fields of the form that is open, in their order: some are there once another is filled in. */
async function fill(root: ShadowRoot, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = (await findPart(root, `#people-form [name="${name}"]`)) as HTMLElementTagNameMap['dvk-text-field'];
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Shows another part of the list; where there is no room for its tab, that is there all the same. */
async function show(root: ShadowRoot, tab: string): Promise<void> {
  const isIt = ({ textContent }: HTMLElement) => textContent!.includes(tab);
  (await waitFor(() => [...root.querySelectorAll<HTMLElement>('.tab')].find(isIt), tab)).click();
}

const meta: Meta = {
  title: 'Tiện ích/Người dùng và vai trò',
  component: 'dvk-people',
  render: widget('dvk-people'),
  args: { baseUrl: apiUrl },
};
export default meta;
type Story = StoryObj;

export const List: Story = {
  name: 'Danh sách',
  parameters: peopleAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await expectText(root, 'từ Hoàng Văn G, Đi công tác', 'Vai trò lấy từ hệ thống đăng nhập');
    await waitFor(() => root.querySelector('.choice [name=inUnit]'), 'the units');
  },
};

export const NoEffectYet: Story = {
  name: 'Danh sách chưa có tác dụng',
  parameters: peopleAnswers(['administrator'], { source: 'tokens' }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await expectText(root, 'danh sách này chưa có tác dụng');
  },
};

export const Record: Story = {
  name: 'Mở một người',
  args: { recordId: id(6) },
  parameters: peopleAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await expectText(root, 'Ủy quyền từ Hoàng Văn G', 'Ủy quyền vai trò Lãnh đạo đơn vị, Sở Nội vụ');
  },
};

export const Anatomy: Story = {
  ...anatomyOf(
    List,
    ['.desk-actions', 'Mời người dùng; xuất tệp, in'],
    ['.source', 'Vai trò lấy từ đâu, danh sách có tác dụng hay chưa'],
    ['.states', 'Nhóm người cần chú ý, với số lượng; nhóm cuối là tài khoản dịch vụ'],
    ['.filter-row', 'Tìm, lọc theo vai trò và đơn vị'],
    ['.row', 'Vai trò, phạm vi, thời hạn, đăng nhập gần nhất'],
  ),
  name: 'Cấu tạo',
};

export const AnatomyOfRecord: Story = {
  ...anatomyOf(
    Record,
    ['.record-head', 'Địa chỉ đăng nhập, người trước và sau, đóng'],
    ['.title', 'Tên, đang công tác hay chưa đăng nhập'],
    ['.grants', 'Mỗi vai trò có phạm vi, thời hạn, căn cứ, nút chấm dứt'],
    ['.timeline', 'Lịch sử: mọi vai trò đã giao và chấm dứt vẫn đọc được'],
    ['.step', 'Việc có thể làm, một nút chính'],
  ),
  name: 'Cấu tạo: một người',
};

export const Invite: Story = {
  name: 'Mời người dùng',
  parameters: peopleAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await press(root, 'Mời người dùng');
    await findPart(root, '#people-form [name=invitation]');
  },
};

export const GiveRole: Story = {
  name: 'Giao vai trò',
  args: { recordId: id(8) },
  parameters: peopleAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await press(root, 'Giao vai trò');
    await fill(root, { role: 'unit-officer', to: '2026-12-31', reason: 'Phân công (mẫu minh họa)' });
    await findPart(root, '#people-form [name=withSubtree]');
  },
};

export const Given: Story = {
  ...GiveRole,
  name: 'Đã giao, hoàn tác được',
  play: async (context) => {
    await GiveRole.play!(context);
    const root = await open(context.canvasElement, '#people-form');
    await fill(root, { unitId: '0199a000-0000-7000-8000-000000000012' });
    root.querySelector<HTMLFormElement>('#people-form')!.requestSubmit();
    await expectText(root, 'Đã giao vai trò Cán bộ đơn vị cho Ngô Thị L.', 'Hoàn tác');
    await waitFor(() => root.querySelectorAll('.grants > li').length === 1, 'the role');
  },
};

export const Incomplete: Story = {
  ...GiveRole,
  name: 'Thiếu nội dung bắt buộc',
  play: async (context) => {
    await GiveRole.play!(context);
    const root = await open(context.canvasElement, '#people-form');
    await fill(root, { unitId: '', reason: '' });
    root.querySelector<HTMLFormElement>('#people-form')!.requestSubmit();
    await expectText(root, 'Có 2 mục cần kiểm tra lại');
  },
};

/** The only officer of a unit. */
export const End: Story = {
  name: 'Chấm dứt vai trò: điều gì sẽ xảy ra',
  args: { recordId: id(4) },
  parameters: peopleAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    (await findPart(root, '.grants .button')).click();
    await expectText(root, 'không còn ai giữ vai trò Cán bộ đơn vị ở Chi bộ Trung tâm Khuyến nông');
  },
};

/** The head of an office: the deputy's delegation ends too. */
export const EndWithDelegation: Story = {
  ...End,
  name: 'Chấm dứt vai trò đã ủy quyền',
  args: { recordId: id(5) },
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    (await findPart(root, '.grants .button')).click();
    await expectText(root, 'Không nơi nào bị thiếu người.', 'Trần Văn E: Lãnh đạo đơn vị, Sở Nội vụ');
  },
};

export const Leave: Story = {
  name: 'Nghỉ công tác: điều gì sẽ xảy ra',
  args: { recordId: id(3) },
  parameters: peopleAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await press(root, 'Ghi nhận nghỉ công tác');
    await expectText(root, 'không còn ai giữ vai trò Người thẩm định');
  },
};

export const Left: Story = {
  ...Leave,
  name: 'Không còn công tác',
  play: async (context) => {
    await Leave.play!(context);
    const root = await open(context.canvasElement, '#people-form');
    await fill(root, { reason: 'Chuyển công tác (mẫu minh họa)' });
    root.querySelector<HTMLFormElement>('#people-form')!.requestSubmit();
    await expectText(root, 'Mọi vai trò đã chấm dứt.', 'Vai trò trước đây (1)');
  },
};

export const ChangedMeanwhile: Story = {
  name: 'Người khác đã sửa (412)',
  args: { recordId: id(6) },
  parameters: peopleAnswers(['administrator'], {
    more: ({ people: { handlers } }) => ({
      change: (asked) => {
        const latest = { ...handlers.get(asked), title: 'Giám đốc', etag: '"v9"' };
        Object.assign(handlers, { get: () => latest });
        return problem('precondition-failed');
      },
      get: (asked) => handlers.get(asked),
    }),
  }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await press(root, 'Sửa thông tin');
    await waitFor(
      () => root.querySelector<HTMLElementTagNameMap['dvk-text-field']>('#people-form [name=name]')?.value,
      'the name',
    );
    await fill(root, { name: 'Trần Văn Em' });
    root.querySelector<HTMLFormElement>('#people-form')!.requestSubmit();
    await expectText(root, 'Chức vụ: từ “Phó Giám đốc” thành “Giám đốc”');
  },
};

/** The head of an office gives a deputy some of the own role, for a time. */
export const Delegate: Story = {
  name: 'Lãnh đạo ủy quyền',
  args: { recordId: id(6) },
  parameters: peopleAnswers(['unit-leader'], { personId: id(5) }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await press(root, 'Ủy quyền');
    await findPart(root, '#people-form [name=withSubtree]');
    await expectText(root, 'Chỉ ủy quyền được vai trò của quý vị');
  },
};

export const Accounts: Story = {
  name: 'Tài khoản dịch vụ',
  parameters: peopleAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.row');
    await show(root, 'Tài khoản dịch vụ');
    await expectText(root, 'Cổng dữ liệu tỉnh (mẫu)', 'Thêm tài khoản dịch vụ');
  },
};

export const Account: Story = {
  name: 'Mở một tài khoản dịch vụ',
  args: { recordId: '0199d000-0000-7000-8000-000000000001' },
  parameters: peopleAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await expectText(root, 'Đổi khóa: tạo khóa mới', 'Thu hồi');
  },
};

export const NewKey: Story = {
  ...Account,
  name: 'Khóa mới, hiển thị một lần',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '#record-title');
    await press(root, 'Tạo khóa mới');
    await findPart(root, '#people-form [name=expiresOn]');
    root.querySelector<HTMLFormElement>('#people-form')!.requestSubmit();
    await findPart(root, '.new-key code');
    await waitFor(() => root.querySelectorAll('.grants > li').length === 2, 'both keys');
  },
};

export const AddAccount: Story = {
  ...Accounts,
  name: 'Thêm tài khoản dịch vụ',
  play: async (context) => {
    await Accounts.play!(context);
    const root = await open(context.canvasElement, '.row');
    await press(root, 'Thêm tài khoản dịch vụ');
    await findPart(root, '#people-form [name=scopes]');
  },
};

export const LongTexts: Story = {
  name: 'Tên dài',
  args: { recordId: id(6) },
  parameters: peopleAnswers(['administrator'], {
    more: ({ people: { handlers } }) => ({
      get: (asked) => Object.assign(handlers.get(asked), { title: longTexts.label, ...long }),
      list: (asked) => {
        const { items, nextCursor } = handlers.list(asked);
        return {
          items: items.map((item) => ({ ...item, ...long })),
          nextCursor,
        };
      },
    }),
  }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '#record-title')),
};

export const NoneFound: Story = {
  name: 'Không tìm thấy',
  parameters: peopleAnswers(['administrator'], {
    more: () => ({ list: () => ({ items: [], nextCursor: null }) }),
  }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=empty]')),
};

export const NotThere: Story = {
  name: 'Không có người này (404)',
  args: { recordId: id(99) },
  parameters: peopleAnswers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '[role=alert]');
    await findPart(root, '.row');
  },
};

export const NoPermission: Story = {
  name: 'Không có quyền',
  parameters: peopleAnswers(['unit-officer']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal]')),
};

export const Visitor: Story = {
  name: 'Chưa đăng nhập',
  parameters: { msw: toMsw(api, apiUrl, { session: { get: () => sampleSession.visitor } }) },
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal] button')),
};

export const SignInAgain: Story = {
  ...Given,
  name: 'Đăng nhập lại trước khi giao vai trò',
  parameters: peopleAnswers(['administrator'], { more: () => ({ grant: problem('sign-in-again') }) }),
  play: async (context) => {
    await GiveRole.play!(context);
    const root = await open(context.canvasElement, '#people-form');
    await fill(root, { unitId: '0199a000-0000-7000-8000-000000000012' });
    root.querySelector<HTMLFormElement>('#people-form')!.requestSubmit();
    await findPart(root, '#people-form [part=failure]');
  },
};

export const Offline: Story = {
  name: 'Mất mạng',
  parameters: peopleAnswers(['administrator'], { more: () => ({ list: offline() }) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert]')),
};

export const Loading: Story = {
  name: 'Đang tải',
  parameters: peopleAnswers(['administrator'], {
    more: () => ({ list: later('infinite', () => ({ items: [], nextCursor: null })) }),
  }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=loading]')),
};

export const ServerError: Story = {
  name: 'Hệ thống gặp lỗi (500)',
  parameters: peopleAnswers(['administrator'], { more: () => ({ list: problem('internal-error') }) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert] button')),
};

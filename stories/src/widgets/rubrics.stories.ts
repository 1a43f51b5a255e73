import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { api } from '@dvk/sdk/api';
import type { Session } from '@dvk/sdk/session';
import {
  later,
  offline,
  problem,
  sampleSession,
  toMsw,
  type MockHandlers,
  type RubricsInMemory,
} from '@dvk/sdk/testing';
import '@dvk/elements/rubrics/define';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { personOf, signedIn } from '../support/persons.ts';
import { choose, expectText, findPart, openWidget, press, write } from '../support/play.ts';
import {
  nextRubric,
  provinceRubrics,
  soundReading,
  unitAssessments,
  unitReading,
  wrongReading,
} from '../support/rubrics.ts';
import { apiUrl } from '../support/server.ts';

type Handlers = MockHandlers<typeof api>['rubrics'];

const answers = (
  roles: Session['roles'],
  more: Handlers = {},
  memory: () => RubricsInMemory = () => provinceRubrics(),
) => ({
  msw: toMsw(api, apiUrl, {
    session: { get: ({ request }) => personOf(request, () => signedIn(...roles)) },
    rubrics: { ...memory().handlers, ...more },
  }),
});

const open = (canvas: HTMLElement, selector = '#rows tbody tr') => openWidget(canvas, 'dvk-rubrics', selector);

const meta: Meta = {
  title: 'Tiện ích/Bộ tiêu chí',
  component: 'dvk-rubrics',
  render: widget('dvk-rubrics'),
  args: { baseUrl: apiUrl },
};
export default meta;
type Story = StoryObj;

export const List: Story = {
  name: 'Danh sách',
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

const inForce = `${nextRubric.id}/${nextRubric.version}`;

export const Version: Story = {
  name: 'Một phiên bản',
  args: { recordId: inForce },
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.score-table')),
};

export const Anatomy: Story = {
  ...anatomyOf(
    Version,
    ['.record-head', 'Ký hiệu, sao chép, phiên bản trước và sau trong danh sách'],
    ['.rubric-title', 'Tên, trạng thái, phiên bản, đối tượng'],
    ['.facts', 'Áp dụng từ ngày nào, căn cứ, ai ban hành và vì sao'],
    ['.compare', 'Điểm khác phiên bản trước'],
    ['.score-table', 'Bảng tiêu chí như trong văn bản; in ra khổ A4'],
    ['.rules', 'Xếp loại, trường hợp hạ mức, cách tính'],
    ['.step', 'In, rút khỏi áp dụng'],
  ),
  name: 'Cấu tạo',
};

export const Compared: Story = {
  ...Version,
  name: 'So với phiên bản trước',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.compare');
    (await findPart(root, '.compare > summary')).click();
    await findPart(root, '.differences');
  },
};

export const Withdrawing: Story = {
  ...Version,
  name: 'Rút khỏi áp dụng: thấy trước điều gì áp dụng',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.step .button');
    await press(root, 'Rút khỏi áp dụng');
    await findPart(root, '.step form');
  },
};

const withdrawing = (withdraw: NonNullable<Handlers>['withdraw']): Story => ({
  ...Version,
  parameters: answers(['administrator'], { withdraw: withdraw! }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '.step .button');
    await press(root, 'Rút khỏi áp dụng');
    await findPart(root, '.step form');
    await write(root, 'Lý do rút', 'Ban hành nhầm tệp');
    (await findPart(root, '.step form .primary')).click();
    await findPart(root, '.step [part=failure]');
  },
});

export const SignInAgain: Story = { ...withdrawing(problem('sign-in-again')), name: 'Cần đăng nhập lại' };
export const Offline: Story = { ...withdrawing(offline()), name: 'Mất mạng khi rút' };

export const Withdrawn: Story = {
  ...Version,
  name: 'Phiên bản đã rút',
  args: { recordId: 'illustrative-model/1a' },
};

export const ReadOnly: Story = {
  ...Version,
  name: 'Chỉ xem',
  parameters: answers(['inspector']),
};

/** Chooses a file, which is read. */
async function read(root: ShadowRoot): Promise<void> {
  const field = (await findPart(root, 'dvk-file-field')) as HTMLElementTagNameMap['dvk-file-field'];
  field.addFiles([new File(['x'], 'thang-diem.docx')]);
  await findPart(root, '.findings .count');
}

/** Folds away the table, which takes the room of what is below it. */
const fold = async (root: ShadowRoot): Promise<void> => (await findPart(root, '.drafted > summary')).click();

/** What rests on an issued text. */
async function fillIn(root: ShadowRoot): Promise<void> {
  await write(root, 'Số, ký hiệu văn bản', '88/QĐ-UBND');
  await write(root, 'Ngày ban hành', '20/11/2026');
  await write(root, 'Cơ quan ban hành', 'Ủy ban nhân dân tỉnh');
  await write(root, 'Trích yếu', 'Quyết định ban hành thang điểm phong trào của đơn vị');
  await write(root, 'Lý do ban hành', 'Áp dụng cho năm 2028');
}

const importing = (reading = soundReading, more: Handlers = {}): Story => ({
  args: { recordId: 'new' },
  parameters: answers(['administrator'], more, () => provinceRubrics(reading, unitAssessments)),
});

export const ImportBegins: Story = {
  ...importing(),
  name: 'Nhập mới: chọn tệp',
  play: async ({ canvasElement }) => void (await open(canvasElement, 'dvk-file-field')),
};

export const ImportFaults: Story = {
  ...importing(wrongReading),
  name: 'Nhập mới: phải sửa trong tệp',
  play: async ({ canvasElement }) => read(await open(canvasElement, 'dvk-file-field')),
};

export const ImportDoubts: Story = {
  ...importing(),
  name: 'Nhập mới: xem từng chỗ chưa chắc',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, 'dvk-file-field');
    await read(root);
    await press(root, 'Đúng như văn bản, xem tiếp');
    await expectText(root, '2 trong 3');
  },
};

export const ImportMissing: Story = {
  ...importing(unitReading),
  name: 'Nhập mới: thiếu căn cứ',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, 'dvk-file-field');
    await read(root);
    await fold(root);
    await press(root, 'Kiểm tra');
    await findPart(root, '#summary');
  },
};

export const ImportIllustration: Story = {
  ...importing(unitReading),
  name: 'Nhập mới: mẫu minh họa',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, 'dvk-file-field');
    await read(root);
    await choose(root, 'Văn bản', 'Mẫu minh họa');
    await expectText(root, 'mẫu minh họa, chưa phải văn bản ban hành');
  },
};

const checked: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const root = await open(canvasElement, 'dvk-file-field');
  await read(root);
  await fold(root);
  await fillIn(root);
  await press(root, 'Kiểm tra');
  await findPart(root, '.check .primary');
};

export const ImportChecked: Story = {
  ...importing(unitReading),
  name: 'Nhập mới: thấy trước khi ban hành',
  play: checked,
};

export const ImportAnatomy: Story = {
  ...anatomyOf(
    ImportChecked,
    ['.state-line', 'Phiên bản nháp, đọc từ tệp nào, ngày nào; mẫu minh họa thì ghi rõ'],
    ['.file', 'Đọc lại tệp đã sửa; thông tin đã nhập giữ nguyên'],
    ['.totals', 'Tổng điểm và điểm từng nhóm, thừa thiếu thấy ngay'],
    ['.findings', 'Mục cần kiểm tra lại: phải sửa và nên xem lại, mỗi mục có đường đến chỗ đó'],
    ['.drafted', 'Bảng như hệ thống đọc được, ở đây đang gập'],
    ['.publication', 'Tên, căn cứ, thời gian, lý do; đề xuất sẵn từ tệp'],
    ['.check', 'Thay phiên bản nào, mức thay đổi, bảng chấm điểm nào bị ảnh hưởng'],
  ),
  name: 'Cấu tạo: nhập mới',
};

const publishing = (
  publish: NonNullable<Handlers>['publish'],
  seen: (root: ShadowRoot) => Promise<unknown>,
): Story => ({
  ...importing(unitReading, publish && { publish }),
  play: async (context) => {
    await checked(context);
    const root = await open(context.canvasElement, '.check .primary');
    (await findPart(root, '.check .primary')).click();
    await seen(root);
  },
});

const failure = (root: ShadowRoot) => findPart(root, '.publication [part=failure]');

export const Published: Story = {
  ...publishing(undefined, (root) => findPart(root, '.step .notice')),
  name: 'Đã ban hành',
};
export const PublishSignInAgain: Story = {
  ...publishing(problem('sign-in-again'), failure),
  name: 'Ban hành: cần đăng nhập lại',
};
export const PublishOffline: Story = { ...publishing(offline(), failure), name: 'Ban hành: mất mạng' };
export const VersionTaken: Story = {
  ...publishing(
    problem('validation-failed', { errors: [{ pointer: '/rubric/version', code: 'version-taken' }] }),
    (root) => expectText(root, 'Đã có phiên bản này'),
  ),
  name: 'Ban hành: người khác vừa ban hành cùng ký hiệu',
};

export const NotAFile: Story = {
  ...importing(soundReading, {
    read: problem('unsupported-media-type', { detail: 'Tệp không có bảng tiêu chí nào.' }),
  }),
  name: 'Nhập mới: tệp không đọc được',
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, 'dvk-file-field');
    const field = (await findPart(root, 'dvk-file-field')) as HTMLElementTagNameMap['dvk-file-field'];
    field.addFiles([new File(['x'], 'cong-van.docx')]);
    await expectText(root, 'Tệp không có bảng tiêu chí nào.');
  },
};

export const Empty: Story = {
  name: 'Chưa có bộ tiêu chí nào',
  parameters: answers(['administrator'], { list: () => ({ items: [], nextCursor: null }) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=empty]')),
};

export const Loading: Story = {
  name: 'Đang tải',
  parameters: answers(['administrator'], { list: later('infinite', () => ({ items: [], nextCursor: null })) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=loading]')),
};

export const ServerError: Story = {
  name: 'Không tải được (500)',
  parameters: answers(['administrator'], { list: problem('internal-error') }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert] button')),
};

export const NotThere: Story = {
  name: 'Không có phiên bản này',
  args: { recordId: 'mau/2030' },
  parameters: answers(['administrator']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement, '[part=failure]');
    await expectText(root, 'Không tìm thấy phiên bản này');
  },
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  args: { baseUrl: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice')),
};

export const Visitor: Story = {
  name: 'Chưa đăng nhập',
  parameters: { msw: toMsw(api, apiUrl, { session: { get: () => sampleSession.visitor } }) },
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal] button')),
};

export const NoPermission: Story = {
  name: 'Không có quyền',
  parameters: answers(['citizen']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal]')),
};
